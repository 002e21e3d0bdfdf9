import { fail, redirect } from '@sveltejs/kit';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { slugOf } from '$lib/documents/slug-of.ts';
import { filesOfTexts } from '$lib/portfolio/model-texts.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { mostSent } from '$lib/server/most-sent.ts';
import { mayDo } from '$lib/server/permissions.ts';
import { beginPortfolio, listPortfolios } from '$lib/server/store/portfolio-files.ts';
import { doneBy } from '../../publish/done-by.server.ts';
import { givenModel } from './given-model.server.ts';
import { KEEPERS } from './keepers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { store } = await appAccounts();
  const wanted = { route: '/portfolio/kept', method: 'POST', search: '' };
  return {
    kept: await listPortfolios(store.db),
    mayKeep: mayDo(wanted, locals.person).kind === 'allowed',
    most: mostSent(),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const title = String(form.get('title') ?? '')
      .trim()
      .slice(0, 120);
    const id = slugOf(title).replace(/^[^a-z]+/, '');
    if (id === '')
      return fail(400, { title, problem: 'Give it a name that begins with a letter.' });
    const { value, findings } = await givenModel(form);
    if (!value || hasErrors(findings)) {
      return fail(400, { title, problem: findings[0]?.what ?? 'Choose the file of a model.' });
    }
    const { store } = await appAccounts();
    const files = filesOfTexts(value.texts);
    const why = ['Kept on this server.', ...findings.map(({ what }) => what)].join(' ');
    const doing = doneBy(locals, KEEPERS, why);
    const begun = await beginPortfolio(store, { id, title, files }, doing);
    if (!begun) return fail(409, { title, problem: 'One of that name is kept here already.' });
    const key = String(form.get('key') ?? '').replace(/\W/g, '');
    redirect(303, `/portfolio/kept/${id}${key ? `?key=${key}` : ''}`);
  },
};
