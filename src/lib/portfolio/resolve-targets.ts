import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import { readFigure } from './read-figure.ts';
import { isId, type Slot } from './slot.ts';
import { TARGET_KINDS, type Target, type TargetKind } from './target.ts';

/** The ids that a target can name. */
export type TargetIds = Record<TargetKind | 'assumption', readonly string[]>;

/** Return what the model should give back, in the order of the file. */
export function resolveTargets(slot: Slot, ids: TargetIds): Target[] {
  if (slot.absent) return [];
  return slot.entries('targets', LIMITS.targets).flatMap(({ id, slot: at }) => {
    const target = at.mapping(KEYS.target) ? readTarget(id, at, ids) : null;
    return target ? [target] : [];
  });
}

function readTarget(id: string, slot: Slot, ids: TargetIds): Target | null {
  const some = slot.need('value', 'The target');
  const says = slot.need('says', 'The target').textOr('');
  const value = some.absent ? null : readFigure(some, 'any', { plain: true });
  const [measure, outside] = [slot.at('measure'), slot.at('outside-the-model')];
  if (measure.absent === outside.absent) return slot.fail('target-measure-or-outside', {});
  const name = measure.absent ? null : readMeasure(measure);
  const of = slot.at('of').absent ? null : readOf(slot.at('of'), ids);
  const heldOut = slot.at('held-out').flag();
  const fittedWith = slot
    .at('fitted-with')
    .items('assumptions', LIMITS.assumptions)
    .flatMap((item) => {
      const index = item.reference('assumption', ids.assumption);
      return index < 0 ? [] : [ids.assumption[index]];
    });
  if (heldOut && !slot.at('fitted-with').absent) slot.fail('target-held-out-fitted', {});
  if (!value) return null;
  // The range of a weak figure that nobody gave one is Bide's own: nothing was seen within it.
  const { low = 0, high = 0, defaultRange = false } = value;
  if (name !== null && (defaultRange || !(low < high))) {
    return some.fail('target-without-range', { written: value.written });
  }
  return {
    id,
    says,
    value: { ...value, observed: true },
    measure: name,
    of,
    outsideTheModel: outside.textOr(''),
    heldOut,
    fittedWith,
  };
}

function readMeasure(slot: Slot): string | null {
  const id = slot.text('the id of a measure');
  return id === null || isId(id) ? id : slot.fail('id-not-allowed', { id: id.slice(0, 60) });
}

function readOf(slot: Slot, ids: TargetIds): Target['of'] {
  if (!slot.mapping(KEYS['target-of'])) return null;
  const kinds = TARGET_KINDS.filter((kind) => !slot.at(kind).absent);
  if (kinds.length !== 1) return slot.wrongShape(`one of: ${TARGET_KINDS.join(', ')}`);
  const [kind] = kinds;
  const index = slot.at(kind).reference(kind, ids[kind]);
  return index < 0 ? null : { kind, id: ids[kind][index] };
}
