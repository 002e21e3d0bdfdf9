import { CHART_IDS, type ChartId } from '../../snapshot/charts.ts';
import { CHECKS, type CheckId } from '../../snapshot/checklist.ts';
import type { Post, SnapshotText } from '../../snapshot/snapshot.ts';

/** A panel that is taken into a draft: its words stay in the record of its workshop. */
export interface TakenPanel {
  workshop: string;
  /** SHA-256 of what it said when the draft was saved: another one for any change of it. */
  hash: string;
}

/** What people write for a snapshot, before it is one. */
export interface DraftContent {
  /** Id of a model of this server: of its folder, or “kept:ID” of its store. */
  model: string;
  /** SHA-256 of the model when this was saved; absent in drafts of before it was noted. */
  modelHash?: string;
  /** Ids, the one that others are compared with first. */
  scenarios: string[];
  /** Which charts are shown. */
  charts: ChartId[];
  slug: string;
  title: string;
  question: string;
  summary: string;
  /** Absent where no panel ranked anything. */
  rankedFirst?: SnapshotText['rankedFirst'];
  narrative: string;
  /** What they said is read from their records, after what is written here; absent for none. */
  panels?: TakenPanel[];
  notChosen: SnapshotText['notChosen'];
  dissent: SnapshotText['dissent'];
  cannotShow: SnapshotText['cannotShow'];
  limits: string[];
  reviewBy: string;
  decision: string;
  commissioner: Post;
  analyst: Post;
  checksDone: string[];
  checklist: Partial<Record<CheckId, string>>;
  notPersonalData: string[];
  /** What kind of version it is where one is published already, and why. */
  change: { kind: 'correction' | 'revision'; why: string };
}

export function emptyDraft(model: string, scenarios: string[], title: string): DraftContent {
  return {
    charts: [...CHART_IDS],
    ...{ model, scenarios, title, slug: '', question: '', summary: '', narrative: '' },
    ...{ notChosen: [], dissent: [], cannotShow: [], limits: [], reviewBy: '', decision: '' },
    commissioner: { role: '', organisation: '' },
    analyst: { role: '', organisation: '' },
    ...{ checksDone: [], checklist: {}, notPersonalData: [] },
    change: { kind: 'correction', why: '' },
  };
}

/** Most letters of one field, and most rows of a list. */
const LONG = 50_000;
const ROWS = 50;

/**
 * Read the fields of the page's form over what was there. Empty rows are left out; what is no field
 * of the form stays as it was.
 */
export function contentFrom(form: FormData, before: DraftContent): DraftContent {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .slice(0, LONG);
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, ROWS);
  const column = (name: string) =>
    form.getAll(name).map((value) => String(value).trim().slice(0, LONG));
  const said = (name: string) => {
    const from = column(`${name}-from`);
    return column(`${name}-says`)
      .map((says, row) => ({ says, from: from[row] ?? '' }))
      .filter(({ says, from }) => says !== '' || from !== '')
      .slice(0, ROWS);
  };
  const why = column('not-chosen-why');
  const post = (name: string) => ({
    role: text(`${name}-role`).trim(),
    organisation: text(`${name}-organisation`).trim(),
  });
  const checked = CHECKS.map(({ id }) => [id, text(`check-${id}`).trim()] as const);
  const kept = { ...before };
  delete kept.rankedFirst;
  const rankedFirst = said('ranked-first');
  return {
    ...kept,
    scenarios: column('scenario').filter(Boolean).slice(0, 6),
    charts: CHART_IDS.filter((id) => form.getAll('chart').includes(id)),
    ...{
      slug: text('slug').trim(),
      title: text('title').trim(),
      question: text('question').trim(),
    },
    ...{
      summary: text('summary'),
      narrative: text('narrative'),
      reviewBy: text('review-by').trim(),
    },
    notChosen: column('not-chosen-option')
      .map((option, row) => ({ option, why: why[row] ?? '' }))
      .filter(({ option, why }) => option !== '' || why !== '')
      .slice(0, ROWS),
    ...{ dissent: said('dissent'), cannotShow: said('cannot-show'), limits: lines('limits') },
    ...{ decision: text('decision'), checksDone: lines('checks-done') },
    ...{ commissioner: post('commissioner'), analyst: post('analyst') },
    checklist: Object.fromEntries(checked.filter(([, said]) => said !== '')),
    notPersonalData: lines('not-personal-data'),
    change: {
      kind: text('change-kind') === 'revision' ? 'revision' : 'correction',
      why: text('change-why').trim(),
    },
    ...(rankedFirst.length > 0 ? { rankedFirst } : {}),
  };
}
