import { error, fail } from '@sveltejs/kit';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { packModel } from '$lib/documents/model-zip.ts';
import { filesOfTexts } from '$lib/portfolio/model-texts.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { keptModel } from '$lib/server/kept-models.ts';
import { mostSent } from '$lib/server/most-sent.ts';
import { mayDo } from '$lib/server/permissions.ts';
import {
  newestFiles,
  portfolioTitle,
  readFiles,
  readWholeHistory,
  restoreFile,
  saveAll,
  versionsByPath,
  type FileVersion,
} from '$lib/server/store/portfolio-files.ts';
import { differingLines } from '$lib/state/differing-lines.ts';
import { doneBy } from '../../../publish/done-by.server.ts';
import { givenModel } from '../given-model.server.ts';
import { KEEPERS } from '../keepers.ts';
import { textsOf } from '../kept-texts.ts';
import type { Both } from './both.ts';
import type { Actions, PageServerLoad } from './$types';

/** Most saves that a page lists. */
const MOST_SHOWN = 100;

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { store } = await appAccounts();
  const title = await portfolioTitle(store.db, params.id);
  if (title === null) error(404, 'No model of that name is kept here.');
  // Those that were taken away are among them, so that they can be brought back.
  const newest = await newestFiles(store.db, params.id);
  const files = newest.filter(({ text }) => text !== null);
  const read = await keptModel(store.db, params.id);
  const history = await readWholeHistory(store.db, params.id);
  const wanted = { route: '/portfolio/kept/[id]', method: 'POST', search: '?/save' };
  return {
    ...{ id: params.id, title },
    begunFrom: { key: url.searchParams.get('key') ?? '', versions: firstVersions(history) },
    texts: textsOf(files),
    versions: versionsByPath(files),
    newest: versionsByPath(newest),
    savedAt: history[0].savedAt,
    history: history.slice(0, MOST_SHOWN).map(({ text, ...one }) => ({
      ...one,
      isGone: text === null,
    })),
    toMend: (read?.findings ?? []).filter(({ severity }) => severity === 'error').length,
    scenarios: read?.model?.scenarios.length ?? 0,
    mayKeep: mayDo(wanted, locals.person).kind === 'allowed',
    most: mostSent(),
  };
};

export const actions: Actions = {
  save: async ({ request, params, locals }) => {
    const form = await request.formData();
    const { store } = await appAccounts();
    if ((await portfolioTitle(store.db, params.id)) === null) error(404, 'There is no such model.');
    const { value, findings } = await givenModel(form);
    if (!value || hasErrors(findings)) {
      const problem = findings[0]?.what ?? 'Choose the files of the model.';
      return fail(400, { problem, both: null });
    }
    const from = versionsIn(String(form.get('from') ?? ''));
    if (!from) {
      return fail(400, {
        problem: 'This form was not sent as it came. Load it again.',
        both: null,
      });
    }
    const why = String(form.get('why') ?? '').slice(0, 500);
    const files = filesOfTexts(value.texts);
    const doing = doneBy(locals, KEEPERS, why);
    const saved = await saveAll(store, { portfolio: params.id, files, from }, doing);
    const key = String(form.get('key') ?? '').replace(/\W/g, '');
    const leftOut = findings.map(({ what }) => what).join(' ');
    if (saved.kind === 'saved') {
      const versions = Object.fromEntries(files.map(({ path }) => [path, saved.now[path]]));
      return { saved: saved.versions.length, leftOut, sent: { key, versions } };
    }
    const now = await readFiles(store.db, params.id);
    const both: Both = {
      differing: differingLines(value.texts, textsOf(now)),
      theirs: saved.theirs.map(({ path, byRole, savedAt }) => ({ path, byRole, savedAt })),
      again: Buffer.from(packModel(value.texts, params.id).bytes).toString('base64'),
      key,
    };
    const problem = 'Somebody else saved meanwhile. Nothing was overwritten: both are shown below.';
    return fail(409, { problem, both });
  },
  restore: async ({ request, params, locals }) => {
    const form = await request.formData();
    const path = String(form.get('path') ?? '');
    const [version, from] = [Number(form.get('version')), Number(form.get('from'))];
    const { store } = await appAccounts();
    const doing = doneBy(locals, KEEPERS, `Version ${version} brought back`);
    const which = { portfolio: params.id, path, version, from };
    const saved = await restoreFile(store, which, doing);
    if (saved?.kind === 'saved') return { saved: 1, leftOut: '', sent: null };
    return fail(409, { problem: 'It was changed meanwhile. Look at it again.', both: null });
  },
};

/** What a model began with; its history comes with what was saved last first. */
function firstVersions(history: readonly FileVersion[]): Record<string, number> {
  const begun = history.at(-1)?.savedAt;
  return versionsByPath(
    history.filter(({ version, savedAt }) => version === 1 && savedAt === begun),
  );
}

/** The versions that a form goes on from; null for what no form of ours sends. */
function versionsIn(text: string): Record<string, number> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const entries = Object.entries(parsed);
    return entries.every(([, version]) => Number.isInteger(version))
      ? (Object.fromEntries(entries) as Record<string, number>)
      : null;
  } catch (reason) {
    if (reason instanceof SyntaxError) return null;
    throw reason;
  }
}
