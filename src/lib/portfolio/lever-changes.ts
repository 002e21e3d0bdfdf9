import type { Change, Lever } from './portfolio.ts';

/** Return the change that a lever makes at one of its values. */
export function leverChange(lever: Lever, value: number | string): Change {
  const to = typeof value === 'number' && lever.unit ? `${value} ${lever.unit}` : value;
  return { set: lever.sets, to };
}

/** Return the two values of a lever that lie furthest apart: its ends, or first and last choice. */
export function leverEnds({ from, to, choices }: Lever): [number | string, number | string] {
  if (choices) return [choices[0], choices[choices.length - 1]];
  return [from ?? 0, to ?? 0];
}
