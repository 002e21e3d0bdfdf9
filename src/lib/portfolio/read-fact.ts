import type { Fact } from './commissioning.ts';
import type { Slot } from './slot.ts';
import { isSetByScenario, SCENARIO_SOURCE } from './read-figure.ts';

/**
 * Return what a slot says, with the grade of the nearest source around it. An
 * entry that names none stands as an assumption, as its figures do.
 */
export function factAt<T>(slot: Slot, value: T | null): Fact<T> {
  if (isSetByScenario(slot)) {
    return { value, grade: 'assumption', source: SCENARIO_SOURCE, path: slot.path };
  }
  const source = slot.source === undefined ? undefined : slot.context.sources.get(slot.source);
  if (!source) return { value, grade: 'assumption', path: slot.path };
  return { value, grade: source.grade, source: source.id, path: slot.path };
}

/** Return one of some choices, as a fact. */
export function readChoiceFact<T extends string>(slot: Slot, choices: readonly T[]): Fact<T> {
  return factAt(slot, slot.absent ? null : slot.choice(choices));
}

/** Return several of some choices, each once, as a fact. */
export function readChoicesFact<T extends string>(slot: Slot, choices: readonly T[]): Fact<T[]> {
  if (slot.absent) return factAt<T[]>(slot, null);
  const items = slot.items(`words: ${choices.join(', ')}`, choices.length);
  return factAt(slot, [...new Set(items.flatMap((item) => item.choice(choices) ?? []))]);
}
