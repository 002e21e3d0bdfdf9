import type { Group, Portfolio, Service, Stage } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { lengthOfTime } from '../words/durations.ts';
import { writtenInWords } from '../words/figure-in-words.ts';
import { serviceKindInWords } from '../words/kinds.ts';
import { countOf, listOf, wholeNumber } from '../words/numbers.ts';
import { lengthInWords, linkInWords, shareInWords } from './model-words.ts';
import {
  orNone,
  table,
  type ReportBlock,
  type ReportCell,
  type ReportTable,
} from './report-block.ts';
import { resourceTables } from './stress-resources.ts';
import type { StressItem } from './stress-report.ts';

/** Item 2.5: entities, activities, resources, queues, and where people come in and go out. */
export function componentItem({ portfolio }: Model): StressItem {
  const blocks: ReportBlock[] = [
    { kind: 'part', title: 'Entities' },
    {
      kind: 'text',
      text: 'People, workers, relationships of one person with one worker, and awards of money are followed one by one.',
    },
    entities(portfolio),
    { kind: 'part', title: 'Activities' },
    activities(portfolio),
    { kind: 'part', title: 'Resources' },
    ...resourceTables(portfolio),
    { kind: 'part', title: 'Queues' },
    ...queues(portfolio),
    { kind: 'part', title: 'Entry and exit' },
    ...entryAndExit(portfolio),
  ];
  return { id: '2.5', title: 'Components', blocks, toFill: [] };
}

function entities(portfolio: Portfolio): ReportTable {
  const { groups, localities, needs } = portfolio;
  const rows = groups.map((group): ReportCell[] => [
    group.name,
    comesHow(group),
    group.live.flatMap((share, at) =>
      share > 0 ? [`${localities[at].name} ${shareInWords(share)}`] : [],
    ),
    orNone(
      group.needs.flatMap((chance, at) =>
        chance.value > 0 ? [`${needs[at].name} ${shareInWords(chance.value)}`] : [],
      ),
    ),
    [
      `moving away or dying ${writtenInWords(group.otherLifeEvents)}`,
      ...(group.feelingSafeTakes.byDefault
        ? []
        : [`feeling safe takes ${writtenInWords(group.feelingSafeTakes)} times as long`]),
      ...(group.familyOf === undefined ? [] : [`family of: ${groups[group.familyOf].name}`]),
    ],
  ]);
  return table(
    'People, by group',
    ['Group', 'How they come', 'Where they live', 'Needs', 'What else they bring'],
    rows,
  );
}

function comesHow({ arrive, pool, trend, season }: Group): string[] {
  const rate = pool
    ? `a pool of ${wholeNumber(pool.people)}, each coming ${writtenInWords(pool.rate)}`
    : `${writtenInWords(arrive)}, by chance (Poisson)`;
  return [
    rate,
    ...(trend.byDefault || trend.value === 0 ? [] : [`changing by ${writtenInWords(trend)}`]),
    ...(season
      ? [`by season, April first: ${season.map((one) => one.toFixed(2)).join(', ')}`]
      : []),
  ];
}

function activities(portfolio: Portfolio): ReportTable {
  const rows = portfolio.services.flatMap((service) => [
    ...(service.entersBySession
      ? [
          [
            `${service.name}: first meeting`,
            '–',
            'one session',
            '–',
            contactLinks(service, portfolio),
          ],
        ]
      : []),
    ...service.pathway.map((stage, at) => [
      `${service.name}: ${stage.name}`,
      needsOf(service, stage),
      lengthInWords(stage.lasts),
      leavesEarly(stage),
      nextOf(service, stage, at, portfolio),
    ]),
  ]);
  return table(
    'Stages of support',
    ['Service and stage', 'What it needs', 'How long it lasts', 'Leaving early', 'What comes next'],
    rows,
  );
}

function contactLinks({ contactLeadsTo, pathway }: Service, portfolio: Portfolio): string[] {
  const then = pathway.length > 0 ? 'the pathway begins' : 'support is complete';
  return [then, ...contactLeadsTo.map((link) => linkInWords(link, portfolio))];
}

function needsOf(service: Service, stage: Stage): ReportCell {
  const roles = stage.roles.map((role, at) =>
    at === 0 ? service.roles[role].name : `${service.roles[role].name}, when there is room`,
  );
  const places = stage.places < 0 ? [] : [service.places[stage.places].name];
  return orNone([...places, ...roles]);
}

function leavesEarly({ leave, endsEarly }: Stage): ReportCell {
  return orNone([
    ...(leave ? ['by the formula in item 2.2'] : []),
    ...(endsEarly
      ? [`${writtenInWords(endsEarly.share)} end before their time, then ${endsEarly.then}`]
      : []),
  ]);
}

function nextOf(service: Service, stage: Stage, at: number, portfolio: Portfolio): ReportCell {
  const after = service.pathway[at + 1];
  const next = after ? after.name : 'a planned ending';
  const links = stage.then.map((link) => linkInWords(link, portfolio));
  const refers = stage.refers.map((link) => `meanwhile ${linkInWords(link, portfolio)}`);
  const offers = stage.offers.map(
    ({ need, accepted }) =>
      `help with “${portfolio.needs[need].name}”, received by ${writtenInWords(accepted)}`,
  );
  return [...(links.length > 0 ? links : [next]), ...refers, ...offers];
}

function queues(portfolio: Portfolio): ReportBlock[] {
  const { services, groups } = portfolio;
  const rows = services.map((service, index): ReportCell[] => [
    service.name,
    servedHow(service, index, portfolio),
    service.listAtMost === null
      ? 'no limit'
      : `at most ${countOf(service.listAtMost, 'person', 'people')}; others are turned away`,
    waitersOf(index, portfolio),
  ]);
  return [
    table('Waiting lists', ['Service', 'Order', 'Size', 'Who turns here first'], rows),
    table(
      'How long people wait before they stop waiting',
      ['Group', 'Patience'],
      groups.map(({ name, patience }) => [
        name,
        patience.law === 'open-ended' ? 'as long as it takes' : lengthInWords(patience),
      ]),
    ),
  ];
}

function servedHow(service: Service, index: number, { groups }: Portfolio): string[] {
  const first = groups.filter(({ turnTo }) =>
    turnTo.some((turn) => turn.service === index && turn.priority > 0),
  );
  return [
    first.length > 0
      ? `${listOf(first.map(({ name }) => name))} first, then in order of coming`
      : 'in order of coming',
    ...(service.entersBySession ? ['met at the next session of their point'] : []),
    ...(service.knownWorkerFirst ? ['people who come back go to the worker they had'] : []),
  ];
}

function waitersOf(index: number, { groups }: Portfolio): ReportCell {
  return orNone(
    groups
      .filter(({ turnTo }) => turnTo.some(({ service }) => service === index))
      .map(({ name }) => name),
  );
}

function entryAndExit(portfolio: Portfolio): ReportBlock[] {
  const { groups, services } = portfolio;
  return [
    table(
      'Where people come in',
      ['Group', 'Turn first to', 'Coming back'],
      groups.map((group): ReportCell[] => {
        const turns = group.turnTo.map(
          ({ service, share }) => `${services[service].name} ${shareInWords(share.value)}`,
        );
        const rest = 1 - group.turnTo.reduce((sum, { share }) => sum + share.value, 0);
        const { comeBack } = group;
        return [
          group.name,
          rest > 1e-9 ? [...turns, `nobody ${shareInWords(rest)}`] : orNone(turns),
          comeBack
            ? `${writtenInWords(comeBack.share)}, after a time: ${lengthInWords(comeBack.after)}`
            : 'nobody',
        ];
      }),
    ),
    table(
      'Where people go out',
      ['Service', 'Kind', 'How support can end here'],
      services.map((service) => [
        service.name,
        serviceKindInWords(service.kind),
        exits(service, portfolio),
      ]),
    ),
  ];
}

function exits(service: Service, { contracts }: Portfolio): string[] {
  const { pathway, limit, contract, roles } = service;
  const funding = [contract, ...roles.map((role) => role.contract)].some(
    (one) => !contracts[one].recurrent,
  );
  return [
    'planned ending, or moving on (item 2.1)',
    ...(pathway.some(({ leave, endsEarly }) => leave ?? endsEarly) ? ['left support early'] : []),
    ...(limit ? [`time limit, after ${lengthOfTime(limit.value)}`] : []),
    ...(funding ? ['funding ended'] : []),
    'moving away or dying',
  ];
}
