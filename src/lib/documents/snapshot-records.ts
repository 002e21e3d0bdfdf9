/** What stands on record beside the results of a snapshot: assumptions, checks, versions, how to verify. */
import type { ModelLog } from '../portfolio/model-log.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { CHECKS, openChecks } from '../snapshot/checklist.ts';
import { publishedSaid } from '../snapshot/published-said.ts';
import type { Post, Snapshot } from '../snapshot/snapshot.ts';
import { dateInWords } from '../words/dates.ts';
import { years } from '../words/durations.ts';
import { countOf, listOf, wholeNumber } from '../words/numbers.ts';
import { saidByInWords, saidFrom } from '../words/said-words.ts';
import { facts, part, said, table, type PaperBlock } from './paper.ts';
import { leftOutBlocks, publishedVerdict, smallTeamBlocks } from './small-teams.ts';

/** A publisher's key, as papers name it. */
export interface NamedKey {
  /** On one line, as `minisign -P` takes it. */
  line: string;
  name: string;
}

/** How to cite a snapshot: what it is, whose, when, and its fingerprint. */
export function citation({ text, version, published }: Snapshot, hash: string): string {
  const { commissioner, analyst } = text.roles;
  const by = [...new Set([commissioner, analyst].flatMap((post) => post?.organisation ?? []))].join(
    '; ',
  );
  return `${by} (${published.slice(0, 4)}). ${text.title}. Snapshot of scenarios, version ${version.number}, ${dateInWords(published)}. SHA-256 ${hash}.`;
}

/** What can be said of each principle of ethical commissioning, by scenario. */
export function principleBlocks(snapshot: Snapshot): PaperBlock[] {
  const { principles, summary } = snapshot.results;
  const [first] = principles;
  if (!first || first.verdicts.length === 0) return [];
  const titles = principles.map(
    ({ scenario }) => summary.scenarios.find(({ id }) => id === scenario)?.title ?? scenario,
  );
  const rows = first.verdicts.map(({ id, says }) => [
    says,
    ...principles.map(({ verdicts }) => {
      const own = verdicts.find((one) => one.id === id);
      return own ? publishedVerdict(own) : 'Cannot tell';
    }),
  ]);
  const found = table('What can be said of each principle', ['Principle', ...titles], rows);
  return [found, ...leftOutBlocks(snapshot)];
}

/** The assumptions log, and what was made less exact for small teams. */
export function assumptionBlocks(snapshot: Snapshot, portfolio: Portfolio): PaperBlock[] {
  const { assumptions } = snapshot;
  const { notedBy, notedOn, decisions } = portfolio.log;
  const shown = assumptions.slice(0, MOST_ASSUMPTIONS);
  const rest = assumptions.length - shown.length;
  return [
    ...smallTeamBlocks(snapshot, portfolio),
    table(
      'Figures that rest on assumption or judgement',
      ['Figure', 'Value', 'Range', 'How well known', 'Source'],
      shown.map(({ what, written, range, grade, source }) => [
        what,
        written,
        range || '–',
        grade,
        source || '–',
      ]),
    ),
    ...(rest > 0
      ? [
          {
            kind: 'text',
            text: `${wholeNumber(rest)} more stand in the file of assumptions.`,
          } as const,
        ]
      : []),
    ...(notedBy
      ? [
          {
            kind: 'text',
            text: `Noted by ${notedBy}${notedOn ? ` on ${dateInWords(notedOn)}` : ''}, where a figure does not say otherwise.`,
          } as const,
        ]
      : []),
    table(
      'What was decided about the model',
      ['When', 'By', 'What', 'Why'],
      decisions.map(({ when, by, what, why }) => [dateInWords(when), by, what, why]),
    ),
  ].filter((block) => block.kind !== 'table' || block.rows.length > 0);
}

/** What people said: to those who wrote the snapshot, and before that to those who made the model. */
export function cannotShowBlocks(snapshot: Snapshot, portfolio: Portfolio): PaperBlock[] {
  const { text } = snapshot;
  const shown = publishedSaid(snapshot, portfolio);
  if (text.cannotShow.length + shown.length === 0) {
    return [{ kind: 'strong', text: 'Nobody was asked, or it was not written down.' }];
  }
  return [
    ...text.cannotShow.map(said),
    ...(shown.length > 0 ? [part('Written down with the model')] : []),
    ...shown.map((one): PaperBlock => {
      const about = [...one.services, ...one.scenarios];
      const from = `${one.who === null ? one.asked : saidByInWords(one.who)}. ${saidFrom(one)}`;
      return {
        ...{ kind: 'said', says: one.says, inOtherWords: !one.quoted },
        from: about.length > 0 ? `${from}. About ${listOf(about)}` : from,
      };
    }),
  ];
}

/** Who stands for it, how it was run, which checks were done and which are open. */
export function checkBlocks(
  { text, run, engine, results: { summary } }: Snapshot,
  log: ModelLog,
): PaperBlock[] {
  const { roles, assurance, approval, checksDone, checklist } = text;
  const open = openChecks(checklist).map(({ id }) => id);
  return [
    facts(
      ['Commissioner', [postWords(roles.commissioner)]],
      ['Analyst', [postWords(roles.analyst)]],
      ['Assurer', [postWords(roles.assurer)]],
      ['Approver', [postWords(roles.approver)]],
      ['Assurance', statementLines(assurance, 'None: nobody has assured it.')],
      ['Approval', statementLines(approval, 'None: nobody has approved it.')],
      [
        'How it was run',
        [
          `${countOf(run.replications, 'future', 'futures')} of each scenario over ${years(summary.portfolio.horizonDays)} from ${dateInWords(summary.portfolio.start)}, seed ${run.seed}${run.draws > 0 ? `, and ${countOf(summary.drawn?.draws ?? 0, 'set', 'sets')} of plausible figures` : ''}. Engine ${engine}.`,
          ...summary.notes,
        ],
      ],
    ),
    part('Checks that were done'),
    checksDone.length > 0
      ? { kind: 'list', items: checksDone }
      : { kind: 'strong', text: 'None is written down.' },
    ...(log.checks.length > 0
      ? [
          table(
            'Checks written down with the model',
            ['When', 'By', 'What', 'What was found'],
            log.checks.map(({ when, by, what, found }) => [dateInWords(when), by, what, found]),
          ),
        ]
      : []),
    table(
      'The checklist',
      ['Check', 'What was done'],
      CHECKS.map(({ id, asks }) => [asks, open.includes(id) ? 'Open' : (checklist[id] ?? 'Open')]),
    ),
  ];
}

/** What this version changed, and why. */
export function versionBlocks({ version, published }: Snapshot): PaperBlock[] {
  if (version.kind === 'first')
    return [{ kind: 'text', text: `This is the first version, of ${dateInWords(published)}.` }];
  const what =
    version.kind === 'correction' ? 'An error was put right' : 'Better figures or a better method';
  return [
    facts(
      ['This version', [`${version.number}, ${dateInWords(published)}`]],
      [what, [version.why]],
      ['The version before', [version.previous ?? ''], true],
    ),
  ];
}

/** How anybody can check that nothing was changed. */
export function verifyBlocks(hash: string, key: NamedKey | null): PaperBlock[] {
  return [
    {
      kind: 'text',
      text: 'Everything above stands in one file, snapshot.json, beside this page. Its SHA-256 is the fingerprint. Any program that makes such sums can work it out; on most computers this does:',
    },
    facts(['Fingerprint', ['sha256sum snapshot.json', hash], true]),
    ...(key
      ? [
          {
            kind: 'text',
            text: 'Its signature is checked with the free program minisign. Take the key from a place that you trust, not only from this page:',
          } as const,
          facts(['Signature', [`minisign -Vm snapshot.json -P ${key.line}`], true]),
        ]
      : [
          {
            kind: 'text',
            text: 'It is not signed: the fingerprint shows that nothing changed since, not who published it.',
          } as const,
        ]),
    {
      kind: 'text',
      text: 'Bide itself checks all of this and runs the model again, which must give the same numbers:',
    },
    facts(['With Bide', ['npx bide verify snapshot.json'], true]),
  ];
}

function postWords(post: Post | undefined): string {
  return post ? `${post.role}, ${post.organisation}` : 'Not named';
}

function statementLines(statement: Snapshot['text']['assurance'], none: string): string[] {
  if (!statement) return [none];
  const { says, on, limits } = statement;
  return [`${says} (${dateInWords(on)})`, ...(limits ? [`Known limitations: ${limits}`] : [])];
}

/** Most rows of a table of assumptions on a page; the rest is in the file of assumptions. */
const MOST_ASSUMPTIONS = 30;
