import type { Summary } from '../comparison/summary.ts';

/**
 * Return one summary of several that compare with the same baseline: its scenario once, then each
 * other in order.
 *
 * All must come of one model, seed and engine. The number of replications is the least of theirs:
 * what is said of all of them holds at least that well.
 */
export function joinSummaries(summaries: readonly Summary[]): Summary {
  const [first] = summaries;
  const sharpest = summaries.reduce((a, b) => (b.replications > a.replications ? b : a));
  const known = new Set<string>();
  const scenarios = [sharpest, ...summaries].flatMap((summary) =>
    summary.scenarios.filter(({ id }) => !known.has(id) && known.add(id)),
  );
  const baseline = sharpest.scenarios[0].id;
  const order = [baseline, ...summaries.flatMap((of) => of.scenarios.map(({ id }) => id))];
  return {
    ...first,
    replications: Math.min(...summaries.map(({ replications }) => replications)),
    notes: [...new Set(summaries.flatMap(({ notes }) => notes))],
    scenarios: scenarios.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    comparisons: summaries.flatMap(({ comparisons }) => comparisons),
  };
}
