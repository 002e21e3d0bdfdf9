import type { Difference, Summary } from '../comparison/summary.ts';
import { clearSignOf } from './how-sure.ts';
import { measureTitle } from './measure-words.ts';
import type { Names } from './names.ts';
import { capitalised, listOf } from './numbers.ts';
import { whichServices } from './which-services.ts';

type Range = Pick<Difference, 'low' | 'high'>;

/** One scenario as it stands beside the first, under both readings. */
interface Standing {
  title: string;
  read: Range;
  other: Range;
}

/**
 * Return where the order of scenarios changes with the reading of renewal: which main measures put
 * two scenarios the other way round, and which put them in an order under one reading alone. Empty
 * where one reading was run, and where nothing is compared.
 *
 * Only what is clear is an order: a range that leaves zero out, or beside another scenario's, two
 * ranges that do not meet. That holds less often than a clear difference of the two would.
 */
export function orderSentence(summary: Summary, names: Names): string {
  const { renewal, comparisons, scenarios } = summary;
  if (!renewal || comparisons.length === 0) return '';
  const nothing: Range = { low: 0, high: 0 };
  const first: Standing = { title: scenarios[0].title, read: nothing, other: nothing };
  const turned: string[] = [];
  const oneOnly: string[] = [];
  for (const headline of comparisons[0].differences.filter((one) => one.headline)) {
    const key = JSON.stringify([headline.id, headline.by]);
    const stand = comparisons.flatMap(({ scenario, differences }): Standing[] => {
      const own = differences.find(({ id, by }) => JSON.stringify([id, by]) === key);
      const title = scenarios.find(({ id }) => id === scenario)?.title ?? scenario;
      return own?.otherRenewal ? [{ title, read: own, other: own.otherRenewal }] : [];
    });
    const pairs = pairsOf([first, ...stand]).map(([a, b]) => ({
      titles: `“${a.title}” and “${b.title}”`,
      read: orderOf(a.read, b.read),
      other: orderOf(a.other, b.other),
    }));
    const name = capitalised(
      measureTitle(headline.id, headline.by, names, whichServices(headline, scenarios[0].measures)),
    );
    const say = (of: typeof pairs) => `${name} (${listOf(of.map(({ titles }) => titles))})`;
    const round = pairs.filter(({ read, other }) => read * other < 0);
    const once = pairs.filter(({ read, other }) => (read === 0) !== (other === 0));
    if (round.length > 0) turned.push(say(round));
    if (once.length > 0) oneOnly.push(say(once));
  }
  const readings = `renewal read ${renewal.read} and ${renewal.other}`;
  return [
    turned.length > 0
      ? `With ${readings} the order is the other way round in: ${turned.join('; ')}.`
      : `With ${readings} no two scenarios change places clearly in any main measure.`,
    ...(oneOnly.length > 0
      ? [
          `Which comes first is clear under one of the two readings alone in: ${oneOnly.join('; ')}.`,
        ]
      : []),
  ].join(' ');
}

/** The sign of how far the second lies above the first; 0 where their ranges meet, or are not told. */
function orderOf(a: Range, b: Range): number {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return 0;
  return clearSignOf({ low: b.low - a.high, high: b.high - a.low });
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));
}
