import type { WeighedGroup } from '$lib/comparison/weighted-order.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import { headlineGroups } from './look-up.ts';

/** Groups of measures that a reader may give weight to, with their words. */
export const weighable = [
  { id: 'keeping', title: 'Keeping a worker' },
  { id: 'waiting', title: 'Waiting' },
  { id: 'promises', title: 'Promises of MAT Standards 6, 8 and 9' },
] as const;

export type WeighableId = (typeof weighable)[number]['id'];

/** How much a group may matter, in words; its place is its weight. */
export const weightWords = ['not at all', 'a little', 'some', 'a lot'];

/** What each group weighs; null where the address says nothing of weights. */
export type Weights = Record<WeighableId, number>;

/** Name of a weight in an address: `weight-waiting=3`. */
export function weightName(id: WeighableId): string {
  return `weight-${id}`;
}

/** Read the weights of an address; null where it holds none. What is no weight counts as none. */
export function readWeights(search: URLSearchParams): Weights | null {
  if (!weighable.some(({ id }) => search.has(weightName(id)))) return null;
  const of = (id: WeighableId) => {
    const text = search.get(weightName(id)) ?? '0';
    return /^[0-3]$/.test(text) ? Number(text) : 0;
  };
  return { keeping: of('keeping'), waiting: of('waiting'), promises: of('promises') };
}

/** The groups that a summary has measures of which one way is better, with their weights. */
export function weighedGroups(summary: Summary, weights: Weights | null): WeighedGroup[] {
  const groups = headlineGroups(summary);
  return weighable.flatMap(({ id }) => {
    const measures = (groups.find((group) => group.id === id)?.measures ?? []).filter(
      ({ better }) => better !== 'neither',
    );
    return measures.length > 0 ? [{ id, weight: weights?.[id] ?? 0, measures }] : [];
  });
}
