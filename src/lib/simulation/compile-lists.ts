/** Today's lists, on a layout's numbering. */
import type { Portfolio } from '../portfolio/portfolio.ts';
import { numberOf, type Layout } from './layout.ts';
import type { LengthTable } from './lengths.ts';
import type { Parameters } from './parameters.ts';

/** Return who waits when the warm-up begins, by number: the order of a file changes nothing. */
export function compileLists(
  p: Portfolio,
  layout: Layout,
  lengths: LengthTable,
): Parameters['waitingToday'] {
  const lists = p.services.flatMap(({ id, waitingToday, waitedToday }) => {
    const waited = waitedToday ? lengths.add(waitedToday) : -1;
    return waitingToday.map(({ group, people }) => ({
      service: numberOf(layout.services, id),
      group: numberOf(layout.groups, p.groups[group].id),
      people: people.value,
      waited,
    }));
  });
  return lists.sort((a, b) => a.service - b.service || a.group - b.group);
}
