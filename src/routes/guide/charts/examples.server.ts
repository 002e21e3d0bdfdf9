import { flowOf } from '$lib/charts/flow-of.ts';
import { placesOf } from '$lib/charts/places-of.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { showModel } from '$lib/server/models.ts';
import { resultsOf } from '$lib/server/results.ts';
import type { ChartSpec } from '$lib/ui/people/chart-spec.ts';
import { peoplePictures } from '$lib/ui/people/people-pictures.ts';
import { estimateOf, onAwards, seriesOf, type PeopleSource } from '$lib/ui/people/people-source.ts';
import { shortFinding } from '$lib/ui/people/short-finding.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { namesOf } from '$lib/words/names.ts';

/** A picture to learn by, and which model it is of. */
export interface Example {
  chart: ChartSpec;
  of: string;
  /** What the model says of itself. */
  notice: string;
}

/** The small model whose one change every reader understands. */
const small = { id: 'one-worker-one-contract', scenario: 'sixty-months' };

/** One place and one service make no map: these are drawn from a larger file, without a run. */
const larger = 'south-ayrshire';

const twoYears = 730.5;

/**
 * Return an example of each kind of picture, by the kind. Kinds are absent where their model is not
 * in the folder, or where its first run takes longer than a reader waits.
 */
export async function chartExamples(): Promise<Partial<Record<ChartSpec['kind'], Example>>> {
  const [run, file] = await Promise.all([ofRun(), ofFile()]);
  const examples: Partial<Record<ChartSpec['kind'], Example>> = {};
  for (const example of [...file, ...run]) examples[example.chart.kind] ??= example;
  return examples;
}

async function ofRun(): Promise<Example[]> {
  const model = (await showModel(small.id))?.model;
  const stored = model && (await resultsOf(model, [small.scenario]));
  if (!stored) return [];
  const { result, isFull } = stored;
  const source = {
    summary: result,
    isFull,
    // The one change is to a length, which no picture of these reads from the file.
    portfolios: result.scenarios.map(() => model.portfolio),
    names: namesOf(model.portfolio),
  };
  const charts = peoplePictures(source)
    .flatMap((section) => section.charts)
    // Of the file alone, and drawn from a fuller one.
    .filter(({ kind }) => kind !== 'map' && kind !== 'ways' && kind !== 'intervals');
  return [...charts, intervals(source), endings(source)].map((chart) => of(model, chart));
}

async function ofFile(): Promise<Example[]> {
  const model = (await showModel(larger))?.model;
  if (!model) return [];
  const { portfolio } = model;
  const places = placesOf(portfolio);
  const open = places.filter(({ openings }) => openings.length > 0).length;
  const charts: ChartSpec[] = [
    {
      kind: 'ways',
      name: 'ways',
      props: {
        message: 'Where people turn first, and how they pass from one service to the next.',
        input: flowOf(portfolio),
      },
    },
    {
      kind: 'map',
      name: 'map',
      props: {
        message: `There is somewhere to go in ${open} of ${places.length} localities.`,
        input: { places },
      },
    },
  ];
  return charts.map((chart) => of(model, chart));
}

function of({ portfolio }: Model, chart: ChartSpec): Example {
  return { chart, of: portfolio.title, notice: portfolio.notice };
}

function intervals(source: PeopleSource): ChartSpec {
  const { summary, names } = source;
  const key = onAwards(summary, 'cut-short-per-100');
  const unit = key && estimateOf(summary.scenarios[0], key)?.unit;
  if (!key || !unit) throw new Error('A run always measures relationships cut short.');
  return {
    kind: 'intervals',
    name: 'intervals',
    props: {
      message: shortFinding(source, key),
      caption: measureTitle(key.id, null, names),
      input: {
        unit,
        rows: summary.scenarios.map((scenario, index) => {
          const { mean = null, low = null, high = null } = estimateOf(scenario, key) ?? {};
          return { id: scenario.id, label: scenario.title, mean, low, high, ...seriesOf(index) };
        }),
      },
    },
  };
}

function endings(source: PeopleSource): ChartSpec {
  const panels = source.summary.scenarios.flatMap(({ id, title, endings }) => {
    const curves = endings.find(({ by }) => by === null);
    return curves ? [{ id, title, curves }] : [];
  });
  const message = shortFinding(source, { id: 'cut-short-per-100', by: null });
  return {
    kind: 'endings',
    name: 'endings',
    props: { message, input: { panels, untilDays: twoYears } },
  };
}
