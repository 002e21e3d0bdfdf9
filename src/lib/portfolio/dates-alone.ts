import type { Change } from './portfolio.ts';

/** Keys of a contract that say when it ends, for how long it is let, and how that is decided. */
const DATES = new Set(['term', 'first-ends', 'decided', 'renewed']);

/**
 * True where one list of changes differs from another, and every change that only one of
 * them holds is to a contract's dates, term, renewal or decision.
 */
export function differInDatesAlone(mine: readonly Change[], theirs: readonly Change[]): boolean {
  const [a, b] = [mine, theirs].map((changes) => changes.map((change) => JSON.stringify(change)));
  const own = [
    ...mine.filter((_change, i) => !b.includes(a[i])),
    ...theirs.filter((_change, i) => !a.includes(b[i])),
  ];
  return own.length > 0 && own.every(isOfDates);
}

function isOfDates(change: Change): boolean {
  const path = 'set' in change ? change.set : 'add' in change ? change.add : change.remove;
  const [top, , key] = path.split('.');
  return top === 'contracts' && DATES.has(key);
}
