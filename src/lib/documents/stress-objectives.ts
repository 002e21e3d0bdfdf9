import { catalogue } from '../measures/catalogue.ts';
import { countOf } from '../words/numbers.ts';
import { years } from '../words/durations.ts';
import type { ReportBlock } from './report-block.ts';
import type { Reported, StressItem } from './stress-report.ts';

/** Items 1.1 to 1.3: what the model is for, what comes out of it, what is tried with it. */
export function objectiveItems(reported: Reported): StressItem[] {
  return [
    {
      id: '1.1',
      title: 'Purpose of the model',
      blocks: purpose(reported),
      toFill: [
        {
          by: 'you',
          hint: 'Which decision the model serves, whose it is, who took part in making the model, and why a simulation was chosen for it.',
        },
      ],
    },
    { id: '1.2', title: 'Model outputs', blocks: outputs(reported), toFill: [] },
    {
      id: '1.3',
      title: 'Experimentation aims',
      blocks: aims(reported),
      toFill: [
        {
          by: 'you',
          hint: 'Why these scenarios and no others, which measures were to decide between them, and whether that was settled before any result was seen.',
        },
      ],
    },
  ];
}

function purpose({ model: { portfolio } }: Reported): ReportBlock[] {
  const { title, question, services, groups, localities } = portfolio;
  const size = [
    countOf(services.length, 'service', 'services'),
    countOf(groups.length, 'group of people', 'groups of people'),
    countOf(localities.length, 'locality', 'localities'),
  ].join(', ');
  return [
    ...(question ? [{ kind: 'text' as const, text: question }] : []),
    { kind: 'text', text: `The model “${title}” holds ${size}.` },
  ];
}

function outputs({ model: { portfolio }, summary }: Reported): ReportBlock[] {
  const measured = summary && new Set(summary.scenarios[0].measures.map(({ id }) => id));
  const headlines = new Set(
    summary?.scenarios[0].measures.filter(({ headline }) => headline).map(({ id }) => id),
  );
  const rows = Object.entries(catalogue)
    .filter(([id]) => measured === null || measured.has(id))
    .map(([id, { title, what, unit, better }]) => [
      title,
      headlines.has(id) ? `${what} A headline, fixed beforehand.` : what,
      unit,
      better === 'neither' ? 'no direction is better' : `${better} is better`,
    ]);
  return [
    {
      kind: 'text',
      text: 'Counts, waits and money are of what began between the start and the horizon. Counts and money are means over runs; shares, lengths of time and costs of one are totals over totals of all runs together.',
    },
    {
      kind: 'formulas',
      lines: [
        'mean over n runs = (total of run 1 + … + total of run n) / n; for yearly figures also / years of the horizon',
        'share, length or cost of one = (numerators of all runs added up) / (denominators of all runs added up)',
        'ended for reason k by time t = Σ over times s up to t of (still going just before s) × (ended for k at s) / (at risk at s)',
      ],
    },
    {
      kind: 'table',
      caption: measured ? 'What this run measures' : 'What a run measures',
      head: ['Measure', 'What it is', 'Unit', 'Direction'],
      rows,
    },
    ...(portfolio.standards.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: 'Criteria of the MAT Standards that are measured',
            head: ['Promise', 'Standard', 'Within', 'Target'],
            rows: portfolio.standards.map(
              ({ promise, standard, within, target, targetWorking }) => [
                promise,
                standard.toUpperCase().replace('-', ' '),
                within.written,
                targetInWords(target, targetWorking),
              ],
            ),
          },
        ]
      : []),
  ];
}

function targetInWords(target: number | null, isWorking: boolean): string {
  if (target === null) return 'none';
  return `${Math.round(target * 100)} of 100${isWorking ? ' (a working target)' : ''}`;
}

function aims({ model: { portfolio }, scenarios }: Reported): ReportBlock[] {
  const others = scenarios.slice(1).map(({ title }) => `“${title}”`);
  const with_ = scenarios[0] ? `“${scenarios[0].title}”` : 'the model as it is';
  const text =
    others.length > 0
      ? `${with_} is compared with ${countOf(others.length, 'other scenario', 'other scenarios')}: ${others.join(', ')}.`
      : `One scenario is looked at: ${with_}.`;
  return [{ kind: 'text', text: `${text} Each covers ${years(portfolio.horizonDays)}.` }];
}
