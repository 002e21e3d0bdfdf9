import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Target } from '../portfolio/target.ts';
import { countsInWords } from '../words/figure-counts.ts';
import { keyWords } from '../words/key-words.ts';
import { rangeInWords, writtenInWords } from '../words/figure-in-words.ts';
import { gradeExplained, gradeInWords } from '../words/grades.ts';
import { capitalised, countOf, wholeNumber } from '../words/numbers.ts';
import { assumptionName, countFigures, listFigures, type Figure } from './list-figures.ts';
import type { ReportBlock } from './report-block.ts';
import type { Reported, StressItem } from './stress-report.ts';

/** Items 3.1 to 3.4: where figures come from, what was done to them, all of them, what is assumed. */
export function inputItems({ model, method }: Reported): StressItem[] {
  const { portfolio } = model;
  const figures = listFigures(portfolio);
  return [
    {
      id: '3.1',
      title: 'Data sources',
      blocks: sources(portfolio, figures),
      toFill: [
        {
          by: 'you',
          hint: 'For figures that were counted or judged here: who did it, when, of how many people, and who may see the records.',
        },
      ],
    },
    {
      id: '3.2',
      title: 'Pre-processing',
      blocks: preProcessing(portfolio, figures),
      toFill: [
        {
          by: 'you',
          hint: 'What was done to records before their figures were written in the file: cleaning, missing values, periods chosen, laws fitted.',
        },
      ],
    },
    { id: '3.3', title: 'Input parameters', blocks: inputs(figures), toFill: [] },
    {
      id: '3.4',
      title: 'Assumptions',
      blocks: [
        ...assumptions(portfolio),
        { kind: 'text', text: 'What the method leaves out, and why:' },
        { kind: 'list', items: method.leftOut },
      ],
      toFill: [
        {
          by: 'you',
          hint: 'What of your own area this model leaves out or simplifies, and who agreed to that.',
        },
      ],
    },
  ];
}

function sources({ sources, targets }: Portfolio, figures: readonly Figure[]): ReportBlock[] {
  const count = (id: string | null) =>
    figures.filter(({ source }) => (source?.id ?? null) === id).length;
  const unnamed = count(null);
  return [
    {
      kind: 'table',
      caption: 'Sources, and how many figures rest on each',
      head: ['Source', 'By', 'Year', 'How well it is known', 'Figures', 'Address'],
      rows: sources.map(({ id, title, by, year, grade, url }) => [
        title,
        by ?? 'not said',
        year === undefined ? 'not said' : String(year),
        gradeInWords(grade),
        String(count(id)),
        url ?? 'none given',
      ]),
    },
    ...(unnamed > 0
      ? [
          {
            kind: 'text' as const,
            text: `${countOf(unnamed, 'figure names', 'figures name')} no source: what is decided (posts, terms, opening hours, money) or assumed.`,
          },
        ]
      : []),
    ...(targets.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: 'What was seen and should come out of the model',
            head: ['What was seen', 'Value', 'Range', 'Used for'],
            rows: targets.map((target) => [
              target.says,
              writtenInWords(target.value),
              rangeInWords(target.value) ?? 'none given',
              useOf(target),
            ]),
          },
        ]
      : []),
  ];
}

/** What a target is for; `bide calibrate` fits only to those that name assumptions. */
function useOf({ measure, heldOut, fittedWith, outsideTheModel }: Target): string {
  if (measure === null) return `outside the model: ${outsideTheModel}`;
  if (heldOut) return 'held out: looked at after fitting';
  return fittedWith.length > 0 ? 'fitting' : 'looked at; nothing is fitted to it';
}

function preProcessing(portfolio: Portfolio, figures: readonly Figure[]): ReportBlock[] {
  const given = figures.filter(({ defaultRange }) => defaultRange).length;
  const journeys = portfolio.travelEstimated.flatMap((row, from) =>
    row.filter((isEstimated, to) => isEstimated && from <= to),
  ).length;
  const seasons = portfolio.groups.filter(({ season }) => season !== undefined).length;
  const items = [
    'Every figure with a unit is turned into days, pounds, people, shares from 0 to 1 and rates per day. “9% within a month” is a chance, turned into the rate −ln(1 − 0.09) / month.',
    ...(given > 0
      ? [
          `${countOf(given, 'figure', 'figures')} of weak grade without a range got one of 30% either way.`,
        ]
      : []),
    ...(journeys > 0
      ? [
          `${countOf(journeys, 'travel time', 'travel times')} within and between localities that the file does not give ${journeys === 1 ? 'is' : 'are'} estimated.`,
        ]
      : []),
    ...(seasons > 0 ? ['Seasons are scaled to a mean of 1.'] : []),
  ];
  return [
    { kind: 'text', text: 'What Bide does to the figures of the file:' },
    { kind: 'list', items },
  ];
}

function inputs(figures: readonly Figure[]): ReportBlock[] {
  const parts = [...new Set(figures.map(({ part }) => part))];
  const grades = [...new Set(figures.map(({ grade }) => grade))];
  return [
    {
      kind: 'text',
      text: `All ${wholeNumber(figures.length)} figures of the model, with their units as the file writes them. ${countsInWords(countFigures(figures))} A range is the middle 80% of what is plausible; in brackets stand ranges that nobody gave, 30% either way.`,
    },
    {
      kind: 'list',
      items: grades.map((grade) => {
        const count = figures.filter((figure) => figure.grade === grade).length;
        return `${capitalised(gradeInWords(grade))}, ${countOf(count, 'figure', 'figures')}: ${gradeExplained(grade)}`;
      }),
    },
    ...parts.map((part): ReportBlock => ({
      kind: 'table',
      caption: `Figures: ${keyWords(part).toLowerCase()}`,
      head: ['Figure', 'Value', 'Range', 'How well it is known', 'Source'],
      rows: figures.filter((figure) => figure.part === part).map(figureRow),
    })),
  ];
}

function figureRow({ of, what, written, range, defaultRange, ...rest }: Figure): string[] {
  const { isDecided, grade, assumption, source } = rest;
  const known = gradeInWords(grade) + (isDecided ? ' (decided, not estimated)' : '');
  return [
    [...of, what].join(' › '),
    written,
    range === null ? '–' : defaultRange ? `(${range})` : range,
    known,
    source?.title ?? (assumption ? `assumption “${keyWords(assumption)}”` : 'none named'),
  ];
}

function assumptions(portfolio: Portfolio): ReportBlock[] {
  const { assumptions, sources } = portfolio;
  if (assumptions.length === 0) {
    return [{ kind: 'text', text: 'The file names no assumptions.' }];
  }
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return [
    {
      kind: 'table',
      caption: 'Named assumptions',
      head: [
        'Assumption',
        'Value',
        'Range',
        'Without effect',
        'Mechanism',
        'Why it is here',
        'Source',
      ],
      rows: assumptions.map(({ id, quantity, none, mechanism, rationale }) => [
        assumptionName(id, portfolio),
        writtenInWords(quantity),
        rangeInWords(quantity) ?? 'none given',
        none === undefined ? 'cannot be switched off' : `at ${none}`,
        mechanism?.replaceAll('-', ' ') ?? '–',
        rationale || 'not said',
        (quantity.source && titles.get(quantity.source)) || 'none named',
      ]),
    },
  ];
}
