import { CHART_IDS, isShown } from '../snapshot/charts.ts';
import { SHORT, type Frozen } from '../snapshot/freeze.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { draftReasons, type DraftReason } from '../snapshot/status.ts';
import type { Model } from '../portfolio/read-model.ts';
import { dateInWords } from '../words/dates.ts';
import { HARDLY, rangeExplained } from '../words/how-sure.ts';
import { measureTitle } from '../words/measure-words.ts';
import { namesOf } from '../words/names.ts';
import { countOf, listOf, wholeNumber } from '../words/numbers.ts';
import { readingsSentence } from '../words/other-readings.ts';
import { levelSentence } from '../words/together-sentence.ts';
import {
  facts,
  ifAny,
  paragraphs,
  part,
  said,
  section,
  table,
  type PaperBlock,
  type PaperSection,
  type Picture,
} from './paper.ts';
import {
  assumptionBlocks,
  cannotShowBlocks,
  checkBlocks,
  citation,
  principleBlocks,
  verifyBlocks,
  versionBlocks,
  type NamedKey,
} from './snapshot-records.ts';
import { roundedMoneyBlocks } from './small-teams.ts';
import {
  cutShortOfEndings,
  find,
  measureRows,
  picturedMeasures,
  pictureMessage,
  scenarioFindings,
  type ScenarioFindings,
} from './snapshot-measures.ts';

/** A snapshot with what stands around it on paper. */
export interface SnapshotPaper {
  frozen: Frozen<Snapshot>;
  /** Line at the foot of every sheet: "Longer awards, version 1, 3f2a…, 9 March 2027 …", the notice last. */
  running: string;
  /** What the model says of itself, at the head too; empty where it says nothing. */
  notice: string;
  /** One side of A4. */
  first: PaperSection;
  sections: PaperSection[];
}

/** What every page says of what it shows. */
export const NOT_A_FORECAST = 'Model result, not a forecast of individuals';

/** Most sentences of results on the first page. */
const MOST_FIRST = 5;

/** Return the sections of a snapshot's paper. `key` is the publisher's, where it is signed. */
export function snapshotPaper(
  frozen: Frozen<Snapshot>,
  model: Model,
  key: NamedKey | null,
): SnapshotPaper {
  const { document: snapshot, hash } = frozen;
  const { text, version, published, status, results } = snapshot;
  const { summary } = results;
  const names = namesOf(model.portfolio);
  const { notice } = summary.portfolio;
  const found = scenarioFindings(summary, names);
  const [now] = summary.scenarios;
  const weak = snapshot.assumptions.length;
  return {
    frozen,
    running: [
      `${text.title}, version ${version.number}, ${hash.slice(0, SHORT)}, ${dateInWords(published)}. ${status}. ${NOT_A_FORECAST}.`,
      ...(notice ? [notice] : []),
    ].join(' '),
    notice,
    first: {
      id: 'in-short',
      title: text.title,
      blocks: [
        facts(
          ['Status', statusLines(snapshot)],
          [
            'Published',
            [`${dateInWords(published)}, version ${version.number}${kindWords(snapshot)}`],
          ],
          ['Look again by', [dateInWords(text.reviewBy)]],
        ),
        ...(text.rankedFirst
          ? [part('What a panel ranked first'), rankedFirst(text.rankedFirst)]
          : []),
        part('The question'),
        { kind: 'text', text: text.question },
        part('The answer in plain words'),
        ...paragraphs(text.summary),
        part(`What changes, beside “${now.title}”`),
        ...mostFirst(found),
        {
          kind: 'text',
          text: `${rangeExplained(summary.replications)} ${[levelSentence(summary), readingsSentence(summary)].join(' ').trim()} ${countOf(weak, 'figure put in is an assumption or a judgement', 'figures put in are assumptions or judgements')}. These are results of a model, not forecasts of individuals.`,
        },
        ...(text.dissent.length > 0
          ? [part('Not everybody agrees'), ...text.dissent.slice(0, 2).map(said)]
          : []),
        facts([
          'Fingerprint',
          [hash, ...(key ? [`Signed with the key ${key.name}.`] : ['Not signed.'])],
          true,
        ]),
      ],
    },
    sections: sectionsOf(frozen, model, found, key),
  };
}

function sectionsOf(
  { document: snapshot, hash }: Frozen<Snapshot>,
  { portfolio }: Model,
  found: ScenarioFindings[],
  key: NamedKey | null,
): PaperSection[] {
  const { text, results } = snapshot;
  const names = namesOf(portfolio);
  const { summary } = results;
  return [
    ...ifAny('decision', 'What is to be decided', text.decision ? paragraphs(text.decision) : []),
    section('measures', 'The main measures', [
      {
        kind: 'measures',
        caption: 'The main measures, by scenario',
        scenarios: summary.scenarios.map(({ title }) => title),
        rows: measureRows(summary, names),
      },
      ...roundedMoneyBlocks(snapshot, portfolio),
      ...(portfolio.standards.length > 0 ? [{ kind: 'text', text: PROMISES } as const] : []),
    ]),
    section('words', 'What each scenario does', found.flatMap(scenarioBlocks)),
    ...ifAny('pictures', 'How far apart, and how sure', pictures(snapshot)),
    ...ifAny(
      'narrative',
      'In more words',
      text.narrative ? [{ kind: 'markdown', markdown: text.narrative }] : [],
    ),
    ...ifAny('not-chosen', 'Options not chosen, and why', [
      table(
        'Options not chosen',
        ['Option', 'Why not'],
        text.notChosen.map(({ option, why }) => [option, why]),
      ),
    ]),
    ...ifAny('dissent', 'Who disagrees, and why', text.dissent.map(said)),
    section('cannot-show', 'What numbers cannot show', [
      ...cannotShowBlocks(snapshot, portfolio),
      { kind: 'text', text: CANNOT_SHOW },
    ]),
    ...ifAny('principles', 'Principles of ethical commissioning', principleBlocks(snapshot)),
    section('assumptions', 'Assumptions', assumptionBlocks(snapshot, portfolio)),
    section('checks', 'Quality checks', checkBlocks(snapshot, portfolio.log)),
    section('limits', 'Limits on use', [{ kind: 'list', items: text.limits }]),
    section('version', 'Versions', versionBlocks(snapshot)),
    section('cite', 'How to cite this', [{ kind: 'text', text: citation(snapshot, hash) }]),
    section('verify', 'How to check that nothing was changed', verifyBlocks(hash, key)),
  ];
}

const PROMISES =
  'Promises of MAT Standards 6, 8 and 9 are shown from the simulation alone. Whether they are designed in, and what people say, are other kinds of evidence. This is not an official rating.';
const CANNOT_SHOW =
  'These pages count relationships. They cannot see into them. The model does not hold kindness, trust, stigma, or how safe a place feels. Keeping the same worker is good only where the person wants that worker.';

const REASONS: Record<DraftReason, string> = {
  'no assurance': 'nobody has assured it',
  'assured by the analyst': 'the analyst assured it',
  'no approval': 'nobody has approved it',
  'approved by the analyst': 'the analyst approved it',
  checks: 'checks are open',
};

function statusLines({ status, text }: Snapshot): string[] {
  const reasons = draftReasons(text).map((reason) => REASONS[reason]);
  return [status + (reasons.length > 0 ? ` (${reasons.join('; ')})` : '')];
}

function kindWords({ version }: Snapshot): string {
  if (version.kind === 'first') return '';
  return version.kind === 'correction' ? ', a correction' : ', a revision';
}

function rankedFirst(said: NonNullable<Snapshot['text']['rankedFirst']>): PaperBlock {
  return { kind: 'list', items: said.map(({ says, from }) => (from ? `${says} (${from})` : says)) };
}

function mostFirst(found: ScenarioFindings[]): PaperBlock[] {
  // Each scenario has its share of the page, so that none looks better for being longest.
  const each = Math.max(1, Math.floor(MOST_FIRST / Math.max(1, found.length)));
  const all = found.flatMap(({ much, otherwise }) => [...much, ...otherwise]);
  const shown = found.flatMap(({ title, much, otherwise }) =>
    [...much, ...otherwise]
      .slice(0, each)
      .map((sentence) => (found.length > 1 ? `“${title}”: ${sentence}` : sentence)),
  );
  const without = (
    isToldOf: (one: ScenarioFindings) => boolean,
    say: (titles: string) => string,
  ) => {
    const titles = found.filter((one) => one.much.length === 0 && isToldOf(one));
    return titles.length > 0 ? [say(listOf(titles.map(({ title }) => `“${title}”`)))] : [];
  };
  const rest = all.length - shown.length;
  const items = [
    ...shown,
    ...without(
      ({ hardly }) => hardly.length > 0,
      (titles) => `Hardly anything changes under ${titles}: what is clear is ${HARDLY}.`,
    ),
    ...without(
      ({ hardly, unclear, untold }) =>
        hardly.length === 0 && unclear.length > 0 && untold.length === 0,
      (titles) => `Nothing is clear of ${titles}: luck alone could make it look better or worse.`,
    ),
    ...found.filter(isPartlyTold).map(partlyTold),
    ...without(
      ({ hardly, unclear }) => hardly.length === 0 && unclear.length === 0,
      (titles) => `Whether anything changes under ${titles} cannot be told from these runs.`,
    ),
    ...(rest > 0 ? [`${wholeNumber(rest)} more below.`] : []),
  ];
  return [{ kind: 'list', items }];
}

/** Nothing is clear, and of some main measures that is not for luck: they cannot be told. */
function isPartlyTold({ much, hardly, unclear, untold }: ScenarioFindings): boolean {
  return much.length + hardly.length === 0 && unclear.length > 0 && untold.length > 0;
}

function partlyTold({ title, unclear, untold }: ScenarioFindings): string {
  const all = countOf(unclear.length + untold.length, 'main measure', 'main measures');
  return (
    `Of ${all}, ${wholeNumber(untold.length)} cannot be told under “${title}”. Nothing is clear of ` +
    `the ${unclear.length === 1 ? 'other' : 'others'}: luck alone could make ` +
    `${unclear.length === 1 ? 'it' : 'them'} look better or worse.`
  );
}

function scenarioBlocks({
  title,
  story,
  much,
  hardly,
  unclear,
  untold,
  otherwise,
}: ScenarioFindings): PaperBlock[] {
  const named = (start: string, names: string[]): PaperBlock[] =>
    names.length > 0 ? [{ kind: 'text', text: `${start}: ${names.join('; ')}.` }] : [];
  return [
    part(title),
    ...(story ? [{ kind: 'text', text: story } as const] : []),
    ...(much.length > 0 ? [{ kind: 'list', items: much } as const] : []),
    ...named(`Clear, but ${HARDLY}`, hardly),
    ...named('No clear difference in', unclear),
    ...named('Whether they differ cannot be told', untold),
    ...(otherwise.length > 0
      ? [
          { kind: 'text', text: 'With renewal read the other way these are clear:' } as const,
          { kind: 'list', items: otherwise } as const,
        ]
      : []),
  ];
}

function pictures({ text, results: { summary } }: Snapshot): PaperBlock[] {
  const [now] = summary.scenarios;
  const charts = CHART_IDS.filter((id) => isShown(text, id));
  const drawn: Picture[] = picturedMeasures(summary, charts).map(({ measure, of }) => ({
    of: 'range',
    measure,
    subtitle: of,
    caption: measureTitle(measure.id, measure.by, {}),
    message: pictureMessage(summary, measure),
  }));
  const list = find(now.measures, { id: 'list', by: null });
  if (charts.includes('waiting') && list && now.series.some(({ id }) => id === 'list')) {
    drawn.push({ of: 'waiting', message: pictureMessage(summary, list) });
  }
  if (charts.includes('endings') && now.endings.length > 0) {
    const isSplit = now.endings.some(({ by }) => by !== null);
    const cutShort = cutShortOfEndings(summary);
    drawn.push({
      of: 'endings',
      message: cutShort ? pictureMessage(summary, cutShort) : 'Cannot tell how relationships end.',
      subtitle: `Of 100 relationships begun${isSplit ? ' in services paid by awards that end' : ''}, by months together`,
    });
  }
  return drawn.map((picture) => ({ kind: 'picture', picture }));
}
