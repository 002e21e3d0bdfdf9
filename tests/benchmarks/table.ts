import type { Measured } from './queue-case.ts';
import { median, nsEach } from './sitting.ts';

/** What was measured in one sitting, by contestant. */
export type Sitting = Record<string, Measured>;

/** One line: a ratio, and what it should be at least or at most. */
export interface Row {
  what: string;
  ratio: number;
  /** Lowest and highest ratio of any sitting. */
  spread: [number, number];
  goal?: { atLeast?: number; atMost?: number; aim?: number };
  remark: string;
}

type Ratio = (sitting: Sitting) => number;

/** How many times as long `slow` takes for each of what it counts as `fast`. */
const over =
  (slow: string, fast: string): Ratio =>
  (sitting) =>
    nsEach(sitting[slow]) / nsEach(sitting[fast]);

export function rowsOf(sittings: Sitting[]): Row[] {
  const ns = (name: string) => {
    const found = sittings.filter((sitting) => name in sitting).map((one) => nsEach(one[name]));
    return median(found).toFixed(0);
  };
  const [first] = sittings;
  const row = (what: string, needs: string[], ratio: Ratio, goal: Row['goal'], remark: string) => {
    const able = sittings.filter((sitting) => needs.every((name) => name in sitting));
    if (able.length === 0) return [];
    const ratios = able.map(ratio);
    const spread: [number, number] = [Math.min(...ratios), Math.max(...ratios)];
    return [{ what, ratio: median(ratios), spread, goal, remark }];
  };
  const times = (what: string, slow: string, fast: string, goal?: Row['goal']) =>
    row(what, [slow, fast], over(slow, fast), goal, `${ns(slow)} against ${ns(fast)} ns`);

  const rows = ['W1', 'W2'].flatMap((queue) => [
    ...times(`${queue}: simjs over the bare engine`, `simjs ${queue}`, `bare ${queue} counter`, {
      atLeast: 5,
      aim: 8,
    }),
    ...times(`${queue}: simjs over the YAML model`, `simjs ${queue}`, `model ${queue}`, {
      atLeast: 3,
    }),
    ...times(`${queue}: SimPy over the bare engine`, `simpy ${queue}`, `bare ${queue} counter`),
    ...times(`${queue}: SimPy over the YAML model`, `simpy ${queue}`, `model ${queue}`),
    ...times(
      `${queue}: counter-based draws over sequential ones`,
      `bare ${queue} counter`,
      `bare ${queue} sequential`,
    ),
  ]);
  const people = (name: string) => Math.round(Number(first[name]?.people)).toLocaleString('en-GB');
  const [small, middle, large] = ['partnership 1', 'partnership 10', 'partnership 100'];
  const perEvent = (name: string): Ratio => {
    const list = `list of ${name}`;
    return (sitting) =>
      (sitting[name].seconds * 1e9) /
      Number(sitting[name].events ?? sitting[name].count) /
      nsEach(sitting[list]);
  };
  const perPop = (name: string) =>
    median(
      sittings.map(({ [name]: one }) => (one.seconds * 1e9) / Number(one.events ?? one.count)),
    ).toFixed(0);
  const lists = [
    ['South Ayrshire', 'partnership 1'],
    ['W1 as a model', 'model W1'],
    ['W2 as a model', 'model W2'],
  ].flatMap(([what, name]) =>
    row(
      `${what} over its bare event list, a pop`,
      [name, `list of ${name}`],
      perEvent(name),
      { atMost: 3, aim: 2 },
      `${perPop(name)} against ${ns(`list of ${name}`)} ns, ${Math.round(Number(first[name].waiting))} events waiting`,
    ),
  );
  return [
    ...rows,
    ...lists,
    ...times(`${people(middle)} people over ${people(small)}, an event`, middle, small, {
      atMost: 1.5,
    }),
    ...times(`${people(large)} people over ${people(small)}, an event`, large, small, {
      atMost: 3,
    }),
    ...row(
      `First replication of ${people(large)} people, seconds`,
      [large],
      (sitting) => Number(sitting[large].first),
      { atMost: 3 },
      'this machine’s own time, no ratio; after a warm-up of two years',
    ),
    ...row(
      'One thread over two',
      ['threads 1', 'threads 2'],
      over('threads 1', 'threads 2'),
      { atLeast: 1.8 },
      `${first['threads 1'].count} replications of South Ayrshire, ${first['threads 2'].seconds.toFixed(1)} s on two`,
    ),
    ...row(
      'Memory, many replications over 1,000',
      ['memory 1000', 'memory 10000'],
      (sitting) =>
        Number(sitting['memory 10000'].megabytes) / Number(sitting['memory 1000'].megabytes),
      { atMost: 1.5 },
      `${first['memory 10000']?.count} replications: ${Number(first['memory 10000']?.megabytes).toFixed(0)} MB against ${Number(first['memory 1000']?.megabytes).toFixed(0)} MB`,
    ),
  ];
}

function goalOf({ ratio, goal }: Row): [goal: string, met: string] {
  if (!goal) return ['', ''];
  const { atLeast, atMost, aim } = goal;
  const met = atLeast === undefined ? ratio <= (atMost ?? Infinity) : ratio >= atLeast;
  const reached =
    aim !== undefined && (atLeast === undefined ? ratio <= aim : ratio >= aim) ? ', aim too' : '';
  const words = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return [aim === undefined ? words : `${words} (aim ${aim})`, met ? `yes${reached}` : 'no'];
}

/** The rows as a Markdown table. */
export function table(rows: Row[]): string {
  const cells = rows.map((row) => {
    const [low, high] = row.spread.map((ratio) => ratio.toFixed(2));
    return [row.what, row.ratio.toFixed(2), `${low} to ${high}`, ...goalOf(row), row.remark];
  });
  const head = ['Ratio', 'Median', 'Sittings', 'Goal', 'Met', 'Remark'];
  const widths = head.map((word, i) => Math.max(word.length, ...cells.map((row) => row[i].length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join(
    '\n',
  );
}
