import type { Difference } from '../comparison/summary.ts';
import { verdict } from './how-sure.ts';
import { listOf } from './numbers.ts';

/** What a measure is in a scenario, and how it differs from the first; undefined: it is not known. */
export interface Across {
  title: string;
  figure: string;
  difference: Pick<Difference, 'difference' | 'low' | 'high' | 'better'> | undefined;
}

/**
 * End a sentence that says how it is now: which scenarios clearly differ, under which there is no
 * clear difference, and under which none can be told. The last two are not one: where nothing can
 * be told there may be any difference.
 */
export function acrossScenarios(start: string, scenarios: readonly Across[]): string {
  const clear: string[] = [];
  const unclear: string[] = [];
  const untold: string[] = [];
  for (const { title, figure, difference } of scenarios) {
    const judged = difference ? verdict(difference) : 'cannot tell';
    if (judged === 'no clear difference') unclear.push(title);
    else if (judged === 'cannot tell') untold.push(title);
    else clear.push(`${figure} under “${title}”`);
  }
  const said = [start, ...(clear.length > 0 ? [listOf(clear)] : [])].join(', ');
  const where = (titles: readonly string[]) => {
    const isRest = unclear.length === 0 || untold.length === 0;
    if (isRest && clear.length > 0) return `under the ${titles.length === 1 ? 'other' : 'others'}`;
    if (isRest && titles.length > 1) return 'under any other scenario';
    return `under ${listOf(titles.map((title) => `“${title}”`))}`;
  };
  const rest = [
    ...(unclear.length > 0 ? [`no clear difference ${where(unclear)}`] : []),
    ...(untold.length > 0 ? [`the difference cannot be told ${where(untold)}`] : []),
  ];
  if (clear.length === 0 && untold.length === 0 && rest.length > 0)
    return `${said}, and ${rest[0]}.`;
  return `${[said, ...rest].join('; ')}.`;
}
