import { error, fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { contentFrom, type DraftContent } from '$lib/server/drafts/draft-content.ts';
import { takenPanels } from '$lib/server/drafts/draft-panels.ts';
import { draftHistory, readDraft, restoreDraft, saveDraft } from '$lib/server/drafts/drafts.ts';
import { sayStatement, type StatementKind } from '$lib/server/drafts/statements.ts';
import { addressOfModel, modelOfDraft, textHash } from '$lib/server/kept-models.ts';
import { cancelJob } from '$lib/server/jobs/jobs.ts';
import { ownUnitVersion } from '$lib/server/jobs/open-units.ts';
import { PublishRefused } from '$lib/server/publishing/publish-refused.ts';
import { askToPublish } from '$lib/server/publishing/publish-draft.ts';
import { keyOf } from '$lib/server/publishing/signing-keys.ts';
import { storeShelf } from '$lib/server/publishing/store-shelf.ts';
import { withdraw } from '$lib/server/publishing/withdraw.ts';
import { runOfPages } from '$lib/server/results.ts';
import { readActs } from '$lib/server/store/acts.ts';
import type { Store } from '$lib/server/store/store.ts';
import { recordsAbout } from '$lib/server/workshops/panels-of.ts';
import { CHECKS } from '$lib/snapshot/checklist.ts';
import { panelHeading } from '$lib/words/panel-in-snapshot.ts';
import { doneBy } from '../done-by.server.ts';
import { draftState, runOfDraft } from './draft-state.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  const { store } = await appAccounts();
  const newest = await readDraft(store.db, params.id);
  if (!newest) error(404, 'There is no such draft.');
  const state = await draftState(store, params.id, newest).catch((reason: unknown) => {
    if (reason instanceof PublishRefused) error(409, reason.message);
    throw reason;
  });
  const history = await draftHistory(store.db, params.id);
  const acts = await readActs(store.db, `drafts/${params.id}`);
  const today = new Date().toISOString().slice(0, 10);
  return {
    ...state,
    id: params.id,
    version: newest.version,
    content: newest.content,
    savedAt: newest.savedAt,
    modelAddress: addressOfModel(newest.content.model),
    panels: (await recordsAbout(store.db, newest.content.model)).map((kept) => ({
      id: kept.id,
      canTakeBackUntil: (kept.withdrawUntil ?? '') < today ? null : kept.withdrawUntil,
      heading: panelHeading(kept.record),
      isIn: workshopsIn(newest.content).includes(kept.id),
    })),
    checks: CHECKS,
    roles: locals.person!.roles,
    history: history.map(({ content: _, ...one }) => one),
    acts: acts.slice(-30).reverse(),
  };
};

export const actions: Actions = {
  save: async ({ request, params, locals }) => {
    const form = await request.formData();
    const { store } = await appAccounts();
    const newest = await existing(store, params.id);
    const model = await modelOfDraft(store.db, newest.content.model);
    const written = contentFrom(form, newest.content);
    delete written.panels;
    const content = {
      ...written,
      ...(model ? { modelHash: textHash(model) } : {}),
      ...(await takenPanels(store.db, newest.content.model, workshopsIn(newest.content))),
    };
    const from = Number(form.get('from'));
    const why = String(form.get('why') ?? '').slice(0, 500);
    const doing = doneBy(locals, ['analyst', 'owner'], why);
    const saved = await saveDraft(store, params.id, { content, from }, doing);
    if (saved?.kind === 'conflict') {
      return fail(409, {
        content,
        theirs: saved.theirs,
        problem: 'Somebody else saved meanwhile.',
      });
    }
    return { saved: { version: saved!.version.version, at: saved!.version.savedAt } };
  },
  /** Take what a panel said into the text, or leave it out: votes in words, dissent, what changed. */
  panel: async ({ request, params, locals }) => {
    const form = await request.formData();
    const { store } = await appAccounts();
    const newest = await existing(store, params.id);
    const workshop = String(form.get('workshop') ?? '');
    const isWanted = form.get('take') !== 'out';
    const { panels = [], ...rest } = newest.content;
    const others = panels.map((one) => one.workshop).filter((one) => one !== workshop);
    const wanted = isWanted ? [...others, workshop] : others;
    const content = { ...rest, ...(await takenPanels(store.db, rest.model, wanted)) };
    const why = `What a panel said was ${isWanted ? 'taken in' : 'left out'}`;
    const doing = doneBy(locals, ['analyst', 'owner'], why);
    const from = Number(form.get('from'));
    const saved = await saveDraft(store, params.id, { content, from }, doing);
    if (saved?.kind === 'conflict') {
      return fail(409, refused('It was changed meanwhile. Look again.'));
    }
    redirect(303, `/publish/${params.id}`);
  },
  restore: async ({ request, params, locals }) => {
    const form = await request.formData();
    const which = { version: Number(form.get('version')), from: Number(form.get('from')) };
    const { store } = await appAccounts();
    const doing = doneBy(locals, ['analyst', 'owner'], `Version ${which.version} brought back`);
    const saved = await restoreDraft(store, params.id, which, doing);
    if (saved?.kind !== 'saved') return fail(409, refused('It was changed meanwhile. Look again.'));
    return { saved: { version: saved.version.version, at: saved.version.savedAt } };
  },
  assure: async ({ request, params, locals }) =>
    say('assurance', await request.formData(), params.id, locals),
  approve: async ({ request, params, locals }) =>
    say('approval', await request.formData(), params.id, locals),
  publish: async ({ request, params, locals }) => {
    const form = await request.formData();
    const { store } = await appAccounts();
    const { seed, replications } = runOfPages;
    try {
      await askToPublish(
        store,
        params.id,
        {
          version: Number(form.get('from')),
          isDraftMeant: form.get('draft') === 'yes',
          engine: ownUnitVersion,
          run: { seed, replications, draws: Math.min(replications, 50) },
        },
        doneBy(locals, ['approver', 'analyst', 'owner'], 'Publish'),
      );
    } catch (reason) {
      if (!(reason instanceof PublishRefused)) throw reason;
      return fail(409, refused(reason.message));
    }
    redirect(303, `/publish/${params.id}#publish`);
  },
  cancel: async ({ params, locals }) => {
    const { store } = await appAccounts();
    const job = await runOfDraft(store, params.id);
    const doing = doneBy(locals, ['approver', 'analyst', 'owner'], 'Cancelled in the page');
    if (job) await cancelJob(store, job.id, doing);
    redirect(303, `/publish/${params.id}#publish`);
  },
  withdraw: async ({ request, params, locals }) => {
    const form = await request.formData();
    const { store } = await appAccounts();
    const asked = {
      hash: String(form.get('hash') ?? ''),
      because: String(form.get('because') ?? '').slice(0, 2000),
      date: new Date().toISOString().slice(0, 10),
    };
    const { hash, because } = asked;
    const typed = { withdrawal: { hash, because } };
    if (because.trim() === '') {
      return fail(400, { ...refused('Say why it is withdrawn.'), ...typed });
    }
    try {
      const { byRole } = doneBy(locals, ['approver', 'owner'], '');
      const { key } = await keyOf(process.env.BIDE_DATA ?? 'data');
      await withdraw(storeShelf(store), asked, byRole, key);
    } catch (reason) {
      if (!(reason instanceof PublishRefused)) throw reason;
      return fail(409, { ...refused(reason.message), ...typed });
    }
    redirect(303, `/publish/${params.id}#publish`);
  },
};

const WHY_NOT = {
  'no such draft': 'There is no such draft.',
  'changed meanwhile': 'The text was changed meanwhile. Read it again first.',
  incomplete: 'Say what you found, and in which role and organisation you say it.',
  'wrote it': 'Your account wrote some of this. Somebody else has to assure and approve it.',
  'not assured': 'It has to be assured before it can be approved.',
  'checks are open': 'Not every check is done.',
  'said already': 'That was said of this version already.',
};

async function say(kind: StatementKind, form: FormData, draft: string, locals: App.Locals) {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 5000);
  const { store } = await appAccounts();
  const role = kind === 'assurance' ? 'assurer' : 'approver';
  const statement = {
    ...{ kind, version: Number(form.get('from')), says: text('says'), limits: text('limits') },
    post: { role: text('role').trim(), organisation: text('organisation').trim() },
  };
  const why = await sayStatement(store, draft, statement, doneBy(locals, [role], ''));
  if (why) {
    const { says, limits, post } = statement;
    const typed = { statement: { kind, says, limits, post } };
    return fail(why === 'no such draft' ? 404 : 409, { ...refused(WHY_NOT[why]), ...typed });
  }
  redirect(303, `/publish/${draft}#statements`);
}

/** Ids of the workshops whose panels are taken into a draft. */
const workshopsIn = ({ panels = [] }: DraftContent) => panels.map(({ workshop }) => workshop);

async function existing(store: Store, id: string) {
  const newest = await readDraft(store.db, id);
  if (!newest) error(404, 'There is no such draft.');
  return newest;
}

const refused = (problem: string) => ({ problem });
