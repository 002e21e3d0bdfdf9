import { flowOf } from '../charts/flow-of.ts';
import type { Change, Portfolio, Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { handoverInWords } from '../words/kinds.ts';
import { shareInWords, valueInWords } from './model-words.ts';
import type { ReportBlock, ReportFlow } from './report-block.ts';
import type { Reported, StressItem } from './stress-report.ts';

/** Items 2.1 to 2.4: the picture, what happens, what scenarios change, how it is worked out. */
export function logicItems({ model, method, scenarios }: Reported): StressItem[] {
  return [
    { id: '2.1', title: 'Base model overview diagram', blocks: diagram(model), toFill: [] },
    {
      id: '2.2',
      title: 'Base model logic',
      blocks: [{ kind: 'list', items: method.happens }, ...formulas(model)],
      toFill: [],
    },
    { id: '2.3', title: 'Scenario logic', blocks: scenarioLogic(scenarios), toFill: [] },
    {
      id: '2.4',
      title: 'Algorithms',
      blocks: [{ kind: 'list', items: method.workedOut }],
      toFill: [],
    },
  ];
}

function diagram({ portfolio }: Model): ReportBlock[] {
  const flow = flowOfReport(portfolio);
  const name = (index: number) => flow.boxes[index].name;
  return [
    {
      kind: 'text',
      text: 'Where people turn first, and how they pass between services. Who leaves support early, and what ends it from outside, is said in item 2.5.',
    },
    flow,
    {
      kind: 'table',
      caption: 'How people flow',
      head: ['From', 'To', 'Who'],
      rows: flow.arrows.map(({ from, to, says, beside }) => [
        name(from),
        name(to),
        beside ? `${says}, beside the support they have` : says,
      ]),
    },
  ];
}

function flowOfReport(portfolio: Portfolio): ReportFlow {
  const { nodes, links } = flowOf(portfolio);
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  return {
    kind: 'flow',
    boxes: nodes.map(({ label, kind }) => ({ name: label, isGroup: kind === 'group' })),
    arrows: links.flatMap(({ from, to, share, handover, beside }) => {
      const [start, end] = [at.get(from), at.get(to)];
      if (start === undefined || end === undefined) return [];
      const how = handover ? `, ${handoverInWords(handover)}` : '';
      return [{ from: start, to: end, says: shareInWords(share) + how, beside }];
    }),
  };
}

/** The formulas of this model, as its file writes them. */
function formulas({ raw, portfolio }: Model): ReportBlock[] {
  const rules = raw.rules ?? {};
  const { leaving } = rules;
  const clock = leaving && leaving['falls-with'] !== 'lasting-differences';
  const structure = leaving?.['falls-with'];
  const factor = clock && structure !== 'lasting-differences' && leaving[structure!]?.factor;
  const written: [string, string | number | undefined | false][] = [
    ['Familiarity', rules.familiarity],
    ['Multiplier of the rate at which workers leave', rules['tenure-multiplier']],
    ['Share who take up in spite of the journey', rules.uptake],
    [`Leaving early falls with ${structure?.replaceAll('-', ' ')}: leaving`, factor],
  ];
  const ofRules = written.filter(([, formula]) => formula !== undefined && formula !== false);
  const ofStages = Object.values(raw.services).flatMap(({ name, pathway = [] }) =>
    pathway.flatMap(({ stage, leave }): [string, string][] =>
      leave === undefined ? [] : [[`Leaving early, ${name}, ${stage}`, valueInWords(leave)]],
    ),
  );
  const rows = [...ofRules, ...ofStages].map(([what, formula]) => [what, String(formula)]);
  const renewal: ReportBlock = {
    kind: 'text',
    text: `The chance of renewal is read ${portfolio.rules.renewal}.${
      structure === 'lasting-differences'
        ? ' Leaving early falls with time because people differ for good.'
        : ''
    }`,
  };
  if (rows.length === 0) return [renewal];
  return [
    renewal,
    {
      kind: 'table',
      caption: 'Formulas of this model, as its file writes them',
      head: ['What', 'Formula or rate'],
      rows,
    },
  ];
}

function scenarioLogic(scenarios: readonly Scenario[]): ReportBlock[] {
  return scenarios.flatMap(({ title, story, changes }): ReportBlock[] => {
    const heading: ReportBlock = { kind: 'part', title };
    const told: ReportBlock[] = story ? [{ kind: 'text', text: story }] : [];
    if (changes.length === 0) {
      return [heading, ...told, { kind: 'text', text: 'Nothing is changed: the model as it is.' }];
    }
    return [
      heading,
      ...told,
      {
        kind: 'table',
        caption: `What “${title}” changes`,
        head: ['Place in the file', 'Change', 'To'],
        rows: changes.map(changeRow),
      },
    ];
  });
}

function changeRow(change: Change): string[] {
  if ('set' in change) return [change.set, 'set', valueInWords(change.to)];
  if ('remove' in change) return [change.remove, 'removed', '–'];
  return [change.add, 'added', valueInWords(change.as)];
}
