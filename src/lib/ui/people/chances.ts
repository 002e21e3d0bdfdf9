import { measureWords } from '../../words/measure-words.ts';
import { capitalised } from '../../words/numbers.ts';
import { nameOf } from '../../words/names.ts';
import { sharedStep } from '../../words/shared-step.ts';
import type { ChartSection, ChartSpec } from './chart-spec.ts';
import {
  AWARDS,
  differenceOf,
  estimateOf,
  onAwards,
  seriesOf,
  type Key,
  type PeopleSource,
} from './people-source.ts';
import { shortFinding } from './short-finding.ts';

/** How both frames of each chance are said under its marks; none of these is of deaths. */
const FRAMES: Record<string, { does: string; doesNot: string }> = {
  'cut-short-per-100': { does: 'are cut short', doesNot: 'are not' },
  'kept-a-worker-a-year': { does: 'keep a worker for a year', doesNot: 'do not' },
  'started-by-21-days': { does: 'have started by day 21', doesNot: 'have not' },
  'criterion-reached': { does: 'get it in time', doesNot: 'do not' },
};

/** Chances among the headlines as a hundred marks, one chart a measure. */
export function chances(source: PeopleSource): ChartSection {
  const { summary } = source;
  const [now] = summary.scenarios;
  const plain = ['cut-short-per-100', 'kept-a-worker-a-year', 'started-by-21-days'].flatMap(
    (id) => onAwards(summary, id) ?? [],
  );
  const promises: Key[] = now.measures.filter(
    ({ id, by }) => id === 'criterion-reached' && by?.kind === 'criterion' && !by.within,
  );
  return {
    id: 'chances',
    title: 'Of 100 people',
    intro: [
      'A hundred marks for each scenario. How it is now is grey. The range under the marks comes from luck alone, not from doubt about the figures put in.',
    ],
    charts: [...plain, ...promises].map((key) => iconsOf(source, key)),
  };
}

/** As fine as it takes for scenarios that differ clearly not to look alike. */
function stepOfChart({ summary, isFull }: PeopleSource, key: Key): number | undefined {
  if (!isFull) return undefined;
  return sharedStep(
    'per 100',
    summary.scenarios.map((scenario) => ({
      own: estimateOf(scenario, key),
      difference: differenceOf(summary, scenario.id, key),
    })),
  );
}

function iconsOf(source: PeopleSource, key: Key): ChartSpec {
  const { summary, names } = source;
  const { title, who } = measureWords(key.id);
  const promise = key.by?.kind === 'criterion' ? nameOf(key.by, names) : '';
  const which = key.by?.kind === AWARDS.kind ? ', in services paid by awards that end' : '';
  return {
    kind: 'icons',
    name: ['of-100', key.id, key.by?.id].filter(Boolean).join('-'),
    props: {
      message: shortFinding(source, key),
      subtitle: promise || `${capitalised(who)}${which}`,
      caption: promise ? `${title}: ${promise}` : `${title}${which}`,
      input: {
        who,
        ...FRAMES[key.id],
        step: stepOfChart(source, key),
        panels: summary.scenarios.map((scenario, index) => {
          const { mean = null, low = null, high = null } = estimateOf(scenario, key) ?? {};
          const { id, title } = scenario;
          return { id, title, value: mean, low, high, ...seriesOf(index) };
        }),
      },
    },
  };
}
