import type { Unit } from '../../measures/measure.ts';
import { directionOf } from '../../words/changes.ts';
import { between, unitHeading } from '../../words/figures.ts';
import { measureWords } from '../../words/measure-words.ts';
import { capitalised, listOf } from '../../words/numbers.ts';
import type { ChartSection, ChartSpec } from './chart-spec.ts';
import {
  differenceOf,
  estimateOf,
  onAwards,
  seriesOf,
  type Key,
  type PeopleSource,
} from './people-source.ts';

const MEASURES = ['cut-short-per-100', 'kept-a-worker-a-year', 'wait-mean', 'started-by-21-days'];

/** How unsure one future is: dots that can be counted, for headlines and for their differences. */
export function singleFutures(source: PeopleSource): ChartSection {
  const { summary } = source;
  const keys = MEASURES.flatMap((id) => onAwards(summary, id) ?? []);
  const told = keys.filter((key) => estimateOf(summary.scenarios[0], key)?.futures);
  return {
    id: 'futures',
    title: 'How unsure one future is',
    intro:
      told.length === 0
        ? ['There are too few runs yet to tell single futures apart: it takes 20.']
        : [
            'Only one future will come. These pictures show twenty that are as likely as each other, if the figures put in are right. Doubt about the figures comes on top.',
          ],
    charts: told.flatMap((key) => [valuesOf(source, key), ...differencesOf(source, key)]),
  };
}

function valuesOf({ summary }: PeopleSource, key: Key): ChartSpec {
  const { title } = measureWords(key.id);
  const unit = estimateOf(summary.scenarios[0], key)?.unit ?? 'people';
  const rows = summary.scenarios.map((scenario, index) => {
    const futures = estimateOf(scenario, key)?.futures ?? [];
    return {
      id: scenario.id,
      label: scenario.title,
      says: futures.length === 0 ? '' : `18 of 20 futures: ${middle(futures, unit)}`,
      futures,
      ...seriesOf(index),
    };
  });
  return {
    kind: 'futures',
    name: `futures-${key.id}`,
    props: {
      message: `As it is now: ${middle(rows[0].futures, unit)}, in 18 of 20 imagined futures like these.`,
      subtitle: title + whichOf(key),
      caption: title + whichOf(key),
      unit: axisWords(key, unit),
      input: { rows, unit, split: null },
    },
  };
}

/** Scenario minus how it is now, future by future; nothing where neither more nor less is better. */
function differencesOf({ summary }: PeopleSource, key: Key): ChartSpec[] {
  const { title, direction } = measureWords(key.id);
  const now = estimateOf(summary.scenarios[0], key);
  if (!now || now.better === 'neither') return [];
  const { better, unit } = now;
  const { less, more } = direction ?? directionOf(unit);
  const word = better === 'lower' ? less : more;
  const rows = summary.scenarios.slice(1).map((scenario, index) => {
    const futures = differenceOf(summary, scenario.id, key)?.futures ?? [];
    const count = futures.filter((value) => (better === 'lower' ? value < 0 : value > 0)).length;
    return {
      id: scenario.id,
      label: scenario.title,
      says: `${capitalised(word)} than now in ${count} of 20 futures`,
      count,
      futures,
      ...seriesOf(index + 1),
    };
  });
  const told = rows.filter(({ futures }) => futures.length > 0);
  if (told.length === 0) return [];
  const counts = told.map(({ count }) => `${count}`);
  const one = told.length === 1;
  return [
    {
      kind: 'futures',
      name: `futures-apart-${key.id}`,
      props: {
        message: `${capitalised(word)} than now in ${listOf(counts)} of 20 imagined futures like these.`,
        subtitle: `${title}${whichOf(key)}: each scenario less how it is now, in the same future${one ? '' : ', in the order below'}`,
        caption: `${title}${whichOf(key)}: difference from now`,
        unit: `Difference: ${axisWords(key, unit)}`,
        input: {
          rows: rows.map(({ id, label, says, futures, series, baseline }) => ({
            ...{ id, label, says, futures, series, baseline },
          })),
          unit,
          split: { at: 0, label: 'as it is now', better },
        },
      },
    },
  ];
}

/** "between 23 and 31 days": without the lowest and the highest dot. */
function middle(futures: readonly number[], unit: Unit): string {
  const said = between(futures[1], futures[futures.length - 2], unit) + ofWhat(unit);
  return said.replace(/^between less than \S+ and /, 'up to ');
}

function ofWhat(unit: Unit): string {
  return unit === 'per 100' ? ' of 100' : unit === 'per 1,000' ? ' of 1,000' : '';
}

function axisWords({ id }: Key, unit: Unit): string {
  const { who } = measureWords(id);
  return who ? `of 100 ${who}` : unitHeading(unit);
}

function whichOf({ by }: Key): string {
  return by?.kind === 'funding' ? ', in services paid by awards that end' : '';
}
