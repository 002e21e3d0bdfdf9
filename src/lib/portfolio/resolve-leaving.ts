import type { FormulaTree } from '../formula/formula-tree.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import { STRUCTURES, type LeavingRule, type Structure } from './leaving-rule.ts';
import type { Assumption, Quantity } from './portfolio.ts';
import { readAssumption, readFigure } from './read-figure.ts';
import { readFormula, VARIABLES, type Clock } from './read-formula.ts';
import { Slot } from './slot.ts';

const CLOCKS: Record<Exclude<Structure, 'lasting-differences'>, Clock> = {
  familiarity: VARIABLES.leavingByFamiliarity,
  'time-in-service': VARIABLES.leavingByService,
};

/**
 * Return the rule of leaving early, and make the factor of the structure that
 * holds known to the context, so that stages can name it. Null where the file
 * has no such rule, or one with findings.
 */
export function resolveLeaving(slot: Slot, assumptions: readonly Assumption[]): LeavingRule | null {
  if (slot.absent) return null;
  const one: FormulaTree = { op: 'number', value: 1 };
  slot.context.leavingFactor = one;
  if (!slot.mapping(KEYS.leaving)) return null;
  const fallsWith = chosen(slot);
  const factors: LeavingRule['factors'] = [];
  let differences: LeavingRule['differences'] | null = null;
  for (const structure of STRUCTURES) {
    const at = slot.at(structure);
    if (at.absent) continue;
    if (structure === 'lasting-differences') {
      differences = readDifferences(at);
    } else if (at.mapping(KEYS['leaving-by-clock'])) {
      const factor = at.need('factor', `“${structure}”`);
      const tree = factor.absent
        ? null
        : readFormula(factor, CLOCKS[structure], 'number', assumptions);
      if (tree) factors.push({ structure, factor: tree });
    }
    checkValues(at.at('with'), assumptions);
  }
  if (fallsWith === null || slot.need(fallsWith, 'The rule of leaving').absent) return null;
  const holds = factors.find(({ structure }) => structure === fallsWith);
  const factor = fallsWith === 'lasting-differences' ? one : holds?.factor;
  if (!factor) return null;
  slot.context.leavingFactor = factor;
  return { fallsWith, factors, ...(differences ? { differences } : {}) };
}

/**
 * Return the values that stand in for assumptions while the chosen structure
 * holds, by id. What says that an effect is none stays the assumption's own.
 */
export function calibratedValues(leaving: Slot, assumptions: Slot): Map<string, Slot> {
  const structure = STRUCTURES.find((one) => one === leaving.at('falls-with').value);
  const values = structure ? leaving.at(structure).at('with') : null;
  const found = new Map<string, Slot>();
  for (const id of values?.ids() ?? []) {
    const at = (values as Slot).at(id);
    const named = assumptions.at(id);
    const value: Record<string, unknown> = at.isMapping
      ? { ...(at.value as Record<string, unknown>) }
      : { best: at.value };
    for (const key of ['none', 'mechanism']) {
      if (!named.at(key).absent) value[key] = named.at(key).value;
    }
    found.set(id, new Slot(value, at.path, at.context, at.source));
  }
  return found;
}

function chosen(slot: Slot): Structure | null {
  const at = slot.need('falls-with', 'The rule of leaving');
  return at.absent ? null : at.choice(STRUCTURES);
}

function readDifferences(slot: Slot): NonNullable<LeavingRule['differences']> | null {
  if (!slot.mapping(KEYS['leaving-differences'])) return null;
  const some = slot.need('spread', '“lasting-differences”');
  const spread = some.absent ? null : readSpread(some);
  const law = slot.at('law').absent ? 'gamma' : slot.at('law').choice(['gamma', 'lognormal']);
  return spread && law && { spread, law };
}

function readSpread(slot: Slot): Quantity | null {
  const spread = readFigure(slot, 'number');
  if (!spread || spread.value <= LIMITS.spreadOfDifferences) return spread;
  const limit = String(LIMITS.spreadOfDifferences);
  return slot.fail('figure-too-large', { written: spread.written, limit });
}

/** Values are for assumptions that there are, in their units. */
function checkValues(slot: Slot, assumptions: readonly Assumption[]): void {
  if (slot.absent) return;
  const ids = [...slot.context.assumptionSlots.keys()];
  for (const { id, slot: at } of slot.entries('assumptions', LIMITS.assumptions)) {
    const assumption = assumptions.find((one) => one.id === id);
    if (!ids.includes(id)) at.unknownKey('assumption', ids);
    else if (assumption && assumption.quantity.path !== at.path) {
      readAssumption(at, assumption.quantity.dimension);
    }
  }
}
