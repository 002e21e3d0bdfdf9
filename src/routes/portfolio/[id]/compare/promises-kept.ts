import type { Summary } from '$lib/comparison/summary.ts';
import { isClear, isMuch } from '$lib/words/how-sure.ts';
import { countOf } from '$lib/words/numbers.ts';
import { differenceOf } from './look-up.ts';

/**
 * Say for how many promises the share of time in which they are kept differs clearly in a scenario
 * that has settled: what the pictures of promises draw, and not how many are kept in time.
 */
export function promisesKept(summary: Summary, isSettled: (scenario: string) => boolean): string {
  const [now, ...others] = summary.scenarios;
  const settled = others.filter(({ id }) => isSettled(id));
  const what = 'Share of the time on MAT in which a promise is kept';
  if (settled.length === 0) return `${what}.`;
  const due = now.measures.filter(
    ({ id, by }) => id === 'criterion-days' && by?.kind === 'criterion' && !by.within,
  );
  const found = due.map((measure) =>
    settled.flatMap(({ id }) => differenceOf(summary, id, measure) ?? []),
  );
  const clear = found.filter((differences) => differences.some(isClear));
  const hardly = clear.filter((differences) => !differences.some(isMuch)).length;
  const where =
    settled.length === 1 ? `under “${settled[0].title}”` : 'in at least one of these scenarios';
  const of = `${clear.length || 'none'} of ${countOf(due.length, 'promise', 'promises')}`;
  const small = hardly > 0 ? `, for ${hardly} of them by less than half of one in 100` : '';
  return `${what}: it differs clearly for ${of} ${where}${small}.`;
}
