import { expect, it } from 'vitest';
import type { By } from '$lib/measures/measure.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { readShipped } from '../models/shipped-model.ts';
import { documents } from './documents.ts';

/** The measures that a row of the table speaks of, and the series where they go by other names. */
const ROWS: Record<string, string[]> = {
  'referred, started, stopped waiting, turned away': [
    ...['referred', 'started', 'stopped-waiting', 'turned-away'],
  ],
  'service closed while waiting': ['closed-out'],
  'too far to take up': ['not-reached'],
  'did not turn up, moved away or died': ['not-arrived', 'gone-while-waiting'],
  'mean wait': ['wait-mean'],
  'shares that started by day 21, day 42': ['started-by-21-days', 'started-by-42-days'],
  'list, in support, occupancy, posts filled': ['list', 'present', 'occupancy', 'posts-filled'],
  'relationships begun': ['relationships-begun'],
  'relationships cut short': ['cut-short'],
  'relationships cut short, of 100 begun': ['cut-short-per-100'],
  'time together': ['relationship-mean-days', 'kept-12-months', 'open'],
  'how relationships end': ['ended-by'],
  'capacity lost': ['capacity-lost'],
  'what capacity is lost to': [
    ...['capacity-lost-to-set-up', 'capacity-lost-to-vacancies', 'capacity-lost-to-wind-down'],
  ],
  'keeping a worker, workers met': ['kept-a-worker-a-year', 'workers-per-person'],
  'people supported, days alone': ['people-supported', 'unsupported-days'],
  'families supported together': ['families-together', 'families-begun'],
  'promises of MAT kept in time': ['criterion-reached'],
  'days on which a promise is kept': ['criterion-days'],
  spend: ['spend'],
  'commitment, underspend': ['commitment', 'unspent'],
};
const IN_MONTH: Record<string, string> = { 'cut-short': 'cut-short-in-month' };
const IN_YEAR: Record<string, string> = { spend: 'spend-in-year' };

const { portfolio } = readShipped('south-ayrshire').model;
const plan = planMeasures(compileProgram(portfolio, portfolio));

/** Whether a measure has a split; promises and reasons are told one by one, and split within that. */
function isSplit(id: string, kind: By['kind'] | null): boolean {
  return plan.measures.some((one) => {
    const isOneByOne = one.by?.kind === 'criterion' || one.by?.kind === 'reason';
    const by = isOneByOne ? one.by?.within : one.by;
    return (
      one.id === id && (kind === null ? !by : by?.kind === kind && (isOneByOne || !one.by?.within))
    );
  });
}

const HAS: Record<string, (id: string) => boolean> = {
  'In all': (id) => isSplit(id, null),
  Service: (id) => isSplit(id, 'service'),
  Awards: (id) => isSplit(id, 'funding'),
  'Locality, group, deprivation': (id) =>
    (['locality', 'group', 'deprivation'] as const).every((kind) => isSplit(id, kind)),
  Month: (id) => plan.series.some((one) => one.id === (IN_MONTH[id] ?? id)),
  'Financial year': (id) => isSplit(IN_YEAR[id] ?? id, 'year'),
};

it('the guide says what is split by what just as it is', () => {
  const { text } = documents.find(({ path }) => path.endsWith('method/measures.md'))!;
  const table = text.slice(text.indexOf('| Measures of')).split('\n\n')[0].split('\n');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [head, , ...rows] = table.map(cells);
  expect(rows.map(([what]) => what)).toEqual(Object.keys(ROWS));
  const said = rows.map(([what, ...yes]) => [what, ...yes]);
  const there = rows.map(([what]) => [
    what,
    ...head.slice(1).map((column) => {
      const has = ROWS[what].map(HAS[column]);
      expect(new Set(has).size, `${what}: ${column}`).toBe(1);
      return has[0] ? 'yes' : '';
    }),
  ]);
  expect(said).toEqual(there);
});
