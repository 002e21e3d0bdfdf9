import { contractRows, type ContractRow } from '../../charts/contract-awards.ts';
import { years } from '../../words/durations.ts';
import { dateInWords } from '../../words/dates.ts';
import { countOf, listOf } from '../../words/numbers.ts';
import type { ChartSection } from './chart-spec.ts';
import type { PeopleSource } from './people-source.ts';

/** Where money ends: a timeline for how it is now, and for each scenario in which ends differ. */
export function contractEnds({ summary, portfolios }: PeopleSource): ChartSection {
  const { start, horizonDays } = summary.portfolio;
  const all = summary.scenarios.map(({ id, title }, index) => {
    const rows = contractRows(portfolios[index], portfolios[0]);
    return { id, title, rows, looks: JSON.stringify(rows) };
  });
  const drawn = all.filter(({ looks }, index) => index === 0 || looks !== all[0].looks);
  const same = all.filter((one) => !drawn.includes(one));
  return {
    id: 'contracts',
    title: 'When the money ends',
    intro:
      same.length === 0
        ? []
        : [`Contracts end as they do now under ${listOf(same.map(({ title }) => `“${title}”`))}.`],
    charts: drawn.map(({ id, title, rows }, index) => ({
      kind: 'contracts',
      name: index === 0 ? 'contracts' : `contracts-${id}`,
      props: {
        message: endsInShort(rows, horizonDays),
        subtitle: `${title}. ${firstEnd(rows, start, horizonDays)}`,
        input: { rows, start, horizonDays },
      },
      of: { scenario: id, titles: [title], isRun: false },
    })),
  };
}

/** "Over 10 years 7 of 9 contracts come to an end, 40 times in all." */
export function endsInShort(rows: readonly ContractRow[], horizonDays: number): string {
  const ends = endsWithin(rows, horizonDays);
  const ending = new Set(ends.map(({ id }) => id)).size;
  if (ending === 0) return `No contract comes to an end within ${years(horizonDays)}.`;
  const of =
    ending < rows.length
      ? `${ending} of ${rows.length} contracts ${ending === 1 ? 'comes' : 'come'}`
      : ending === 1
        ? 'the contract comes'
        : `all ${ending} contracts come`;
  return `Over ${years(horizonDays)} ${of} to an end, ${countOf(ends.length, 'time', 'times')} in all.`;
}

export function firstEnd(rows: readonly ContractRow[], start: string, horizonDays: number): string {
  const [first] = endsWithin(rows, horizonDays).sort((a, b) => a.to - b.to);
  return first ? `First to end: ${first.name}, on ${dateInWords(start, first.to - 1)}` : '';
}

function endsWithin(rows: readonly ContractRow[], horizonDays: number) {
  return rows.flatMap(({ id, name, recurrent, awards }) =>
    recurrent ? [] : awards.flatMap(({ to }) => (to < horizonDays ? [{ id, name, to }] : [])),
  );
}
