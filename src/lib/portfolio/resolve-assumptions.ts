import { isCertain, type Expected } from '../formula/read-quantity.ts';
import { LIMITS } from './limits.ts';
import type { Assumption, Dimension } from './portfolio.ts';
import { readAssumption, readEnd } from './read-figure.ts';
import { RESERVED } from './read-formula.ts';
import { isId, type Slot } from './slot.ts';

/**
 * Return the named assumptions of the file, in its order, and make them known
 * to the context, so that other places can name them. `instead` holds values
 * that stand in for some of them.
 */
export function resolveAssumptions(slot: Slot, instead: ReadonlyMap<string, Slot>): Assumption[] {
  if (slot.absent) return [];
  const { context } = slot;
  const entries = slot.entries('assumptions', LIMITS.assumptions).flatMap(({ id, slot: at }) => {
    if (!RESERVED.has(id)) return [{ id, slot: instead.get(id) ?? at }];
    at.fail('id-reserved', { id });
    return [];
  });
  for (const { id, slot: at } of entries) context.assumptionSlots.set(id, at);
  return entries.flatMap(({ id, slot: at }) => {
    const assumption = instead.has(id)
      ? insteadOf(resolveAssumption(id, slot.at(id)), resolveAssumption(id, at), at)
      : resolveAssumption(id, at);
    if (!assumption) context.brokenAssumptions.add(id);
    return assumption ? [assumption] : [];
  });
}

/** A value that stands in for an assumption is of its kind. */
function insteadOf(own: Assumption | null, other: Assumption | null, at: Slot): Assumption | null {
  if (!own || !other) return null;
  if (own.quantity.dimension === other.quantity.dimension) {
    // It stands under another path, and is drawn as the assumption is.
    return { ...other, quantity: { ...other.quantity, assumption: own.id } };
  }
  return at.fail('unit-wrong', {
    written: other.quantity.written,
    is: 'of another kind than the assumption',
    expected: `the same unit as in ${own.quantity.written}`,
  });
}

/**
 * A chance is kept as a rate, for formulas; one that may be certain has none, and is kept as the
 * chance that it is.
 */
function resolveAssumption(id: string, slot: Slot): Assumption | null {
  const certain = certainChanceIn(slot);
  const expected = certain === null ? 'any' : 'yearly-chance';
  const quantity = readAssumption(slot, expected);
  if (!quantity) return null;
  if (certain !== null) slot.context.certainChances.set(id, certain);
  const assumption: Assumption = { id, quantity, rationale: quantity.why ?? '' };
  if (!slot.at('none').absent) {
    const none = readNone(slot, expected, quantity.dimension);
    if (none === null) return null;
    assumption.none = none;
  }
  const mechanism = slot.at('mechanism');
  if (!mechanism.absent) assumption.mechanism = readMechanism(mechanism);
  return assumption;
}

/** The words of a certain chance among a figure, its range and what means no effect, or null. */
function certainChanceIn(slot: Slot): string | null {
  const scalars = [slot, ...['best', 'low', 'high', 'none'].map((key) => slot.at(key))];
  const found = scalars.find(({ value }) => isCertain(value));
  return found ? String(found.value) : null;
}

function readMechanism(slot: Slot): string {
  const id = slot.text('the id of a mechanism') ?? '';
  if (id !== '' && !isId(id)) slot.fail('id-not-allowed', { id: id.slice(0, 60) });
  return id;
}

function readNone(slot: Slot, expected: Expected, dimension: Dimension): number | null {
  const none = slot.at('none');
  const read = readEnd(none, expected);
  if (!read) return null;
  if (read.dimension === dimension) return read.value;
  return none.fail('unit-wrong', {
    written: read.written,
    is: 'of another kind than the best figure',
    expected: 'the same unit as in “best”',
  });
}
