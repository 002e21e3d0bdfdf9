import { changeToSay, checkDraft } from '$lib/server/publishing/publish-draft.ts';
import { scanForPersonalData } from '$lib/snapshot/personal-data.ts';
import { draftText } from '$lib/server/drafts/draft-text.ts';
import type { DraftVersion } from '$lib/server/drafts/drafts.ts';
import { readJob } from '$lib/server/jobs/jobs.ts';
import { versionsOfSlug } from '$lib/server/store/snapshots.ts';
import type { Store } from '$lib/server/store/store.ts';
import { allUnderHeadings } from '../../portfolio/[id]/choose.ts';
import { fieldFindings } from './field-findings.ts';
import type { RunShown } from './follow-run.ts';

/** Everything a page says of a draft beside its text: what is open, what was said, what came of it. */
export async function draftState(store: Store, id: string, newest: DraftVersion) {
  const checked = await checkDraft(store, id, newest);
  const { statements, open, prepared, findings, model, fewScenarios, isModelChanged } = checked;
  const { text, path } = draftText(checked.whole, statements);
  // What is found in the words of a panel is in no field of the form.
  const own = scanForPersonalData([draftText(newest.content, statements)]).map(({ what }) => what);
  const published = await versionsOfSlug(store.db, newest.content.slug);
  const unsaid = changeToSay(published[0], newest.content);
  return {
    statements,
    open: open.map((check) => check.id),
    isReady: prepared !== null && open.length === 0 && unsaid === null,
    changeToSay: unsaid,
    fewScenarios,
    isModelChanged,
    isPanelChanged: checked.isPanelChanged,
    copied: checked.copied,
    findings: fieldFindings(
      findings,
      { text, path },
      ({ code, what }) => code === 'personal-data' && !own.includes(what),
    ),
    modelTitle: model.portfolio.title,
    headings: allUnderHeadings(
      model.scenarios.map(({ id, title, group }) => ({ id, title, group })),
    ),
    job: await runOfDraft(store, id),
    published: published.map(({ kind, hash, number, slug }) => ({
      ...{ kind, hash, number, slug },
    })),
  };
}

/** Return what a page says of the last run of a draft; null where there was none. */
export async function runOfDraft(store: Store, id: string): Promise<RunShown | null> {
  const row = await store.db.selectFrom('draft').select('job').where('id', '=', id).execute();
  const job = row[0]?.job ? await readJob(store.db, row[0].job) : null;
  return job && { id: job.id, state: job.state, share: job.share, problem: job.problem };
}
