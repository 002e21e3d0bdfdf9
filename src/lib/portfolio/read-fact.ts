import type { Fact } from './commissioning.ts';
import { knownAt } from './read-figure.ts';
import type { Slot } from './slot.ts';

/** Return what a slot says, and how well that is known. */
export function factAt<T>(slot: Slot, value: T | null): Fact<T> {
  return { value, ...knownAt(slot), path: slot.path };
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
