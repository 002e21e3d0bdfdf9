import { readWords } from '../formula/written-quantity.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Criterion, Lever } from './portfolio.ts';
import { readFigure } from './read-figure.ts';
import { isId, type Slot } from './slot.ts';

export const STANDARDS = ['mat-6', 'mat-8', 'mat-9'] as const;

/** Return the criteria of the MAT standards, those of Standard 6 first. */
export function resolveStandards(slot: Slot, needs: string[], services: string[]): Criterion[] {
  if (slot.absent || !slot.mapping(STANDARDS)) return [];
  const seen = new Set<string>();
  const criteria = STANDARDS.flatMap((standard) => {
    const at = slot.at(standard);
    if (at.absent) return [];
    return listed(at, 'criteria', LIMITS.criteria, KEYS.criterion, seen).flatMap(({ id, slot }) => {
      const criterion = resolveCriterion(id, standard, slot, needs, services);
      return criterion ? [criterion] : [];
    });
  });
  if (criteria.length > LIMITS.criteria) {
    slot.fail('too-many-of', { of: 'criteria', limit: LIMITS.criteria });
  }
  return criteria;
}

function resolveCriterion(
  id: string,
  standard: Criterion['standard'],
  slot: Slot,
  needs: string[],
  services: string[],
): Criterion | null {
  const promise = slot.need('promise', 'The criterion').textOr('');
  const needed = slot.need('need', 'The criterion');
  const need = needed.absent ? -1 : needed.reference('need', needs);
  const time = slot.need('within', 'The criterion');
  const within = time.absent ? null : readFigure(time, 'time', { choice: true });
  const target = slot.at('target').absent ? null : readTarget(slot.at('target'));
  const from = slot.at('independent-of');
  const independentOf = from.absent ? null : from.reference('service', services);
  if (need < 0 || !within || independentOf === -1) return null;
  return {
    id,
    standard,
    promise,
    ...(within.source === undefined ? {} : { source: within.source }),
    need,
    within,
    target: target?.share ?? null,
    targetWorking: target?.working ?? false,
    sameVisit: slot.at('same-visit').flag(),
    byTrainedStaff: slot.at('by-trained-staff').flag(),
    independentOf,
  };
}

/** “75% working” is a working figure; “75%” is a target that a source gives. */
function readTarget(slot: Slot): { share: number; working: boolean } | null {
  const text = slot.text('a share, such as 75% working');
  if (text === null) return null;
  const words = readWords(text, ['working']);
  if (words?.kind === 'share' && words.value >= 0 && words.value <= 1) {
    return { share: words.value, working: text.endsWith(' working') };
  }
  const expected = 'a share, such as 75% or 75% working';
  return slot.fail('figure-not-readable', { written: text.slice(0, 60), expected });
}

/** Return the levers of the file, in its order. */
export function resolveLevers(slot: Slot): Lever[] {
  if (slot.absent) return [];
  return listed(slot, 'levers', LIMITS.levers, KEYS.lever, new Set()).flatMap(
    ({ id, slot: at }) => {
      const ask = at.need('ask', 'The lever').textOr('');
      const sets = at.need('sets', 'The lever').textOr('');
      const lever: Lever = { id, ask, sets };
      for (const key of ['from', 'to', 'step'] as const) {
        const number = at.at(key).absent ? null : at.at(key).number();
        if (number !== null) lever[key] = number;
      }
      if (!at.at('unit').absent) lever.unit = at.at('unit').textOr('');
      const choices = at.at('choices');
      if (!choices.absent) lever.choices = choices.items('choices', 30).map((c) => c.textOr(''));
      checkLever(at, lever);
      return sets === '' ? [] : [lever];
    },
  );
}

function checkLever(slot: Slot, { from, to, step, choices }: Lever): void {
  const slides = from !== undefined && to !== undefined && step !== undefined;
  const steady = slides && from < to && step > 0 && (to - from) / step <= 1000;
  if (choices ? slides || choices.length < 2 : !steady) slot.fail('lever-out-of-order', {});
}

/** Return the items of a list whose mappings each have an id of their own. */
export function listed(
  slot: Slot,
  of: string,
  limit: number,
  keys: readonly string[],
  seen: Set<string>,
): { id: string; slot: Slot }[] {
  return slot.items(of, limit).flatMap((item) => {
    if (!item.mapping(keys)) return [];
    const at = item.need('id', 'The entry');
    const id = at.absent ? null : at.text('an id');
    if (id === null) return [];
    if (!isId(id)) at.fail('id-not-allowed', { id: id.slice(0, 60) });
    if (seen.has(id)) at.fail('id-twice', { id });
    seen.add(id);
    return [{ id, slot: item }];
  });
}
