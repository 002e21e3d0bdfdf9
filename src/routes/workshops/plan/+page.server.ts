import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { showModel } from '$lib/server/models.ts';
import { beginWorkshop } from '$lib/server/workshops/workshop-log.ts';
import { readPlan, type PlanFields } from '$lib/workshop/read-plan.ts';
import { planTemplates } from '$lib/workshop/templates.ts';
import { hostDoing } from '../host-doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** For how long people can take something back, and answers are kept, where nobody says otherwise. */
const DAYS = { withdraw: 7, purge: 30 };

const DAY_MS = 86_400_000;

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export const load: PageServerLoad = async ({ url }) => {
  const id = url.searchParams.get('portfolio') ?? '';
  const model = (await showModel(id))?.model;
  if (!model) redirect(303, '/workshops');
  const { promises, matters, statements } = planTemplates(model.portfolio);
  const fields: PlanFields = {
    title: '',
    rounds: ['matters', ...(promises.length > 0 ? ['now'] : []), 'decide'],
    matters: matters.join('\n'),
    statements: statements.join('\n'),
    inTheRoom: '',
    support: '',
    withdrawUntil: dayIn(DAYS.withdraw),
    purgeOn: dayIn(DAYS.purge),
  };
  return { id, portfolioTitle: model.portfolio.title, promises, fields };
};

export const actions: Actions = {
  default: async ({ request, url, locals }) => {
    const id = url.searchParams.get('portfolio') ?? '';
    const model = (await showModel(id))?.model;
    if (!model) redirect(303, '/workshops');
    const form = await request.formData();
    const text = (name: keyof PlanFields) => String(form.get(name) ?? '').slice(0, 20_000);
    const fields: PlanFields = {
      title: text('title'),
      rounds: form.getAll('rounds').map(String),
      matters: text('matters'),
      statements: text('statements'),
      inTheRoom: text('inTheRoom'),
      support: text('support'),
      withdrawUntil: text('withdrawUntil'),
      purgeOn: text('purgeOn'),
    };
    const doing = hostDoing(locals);
    const today = doing.at.slice(0, 10);
    const { plan, problems } = readPlan(fields, { id, portfolio: model.portfolio }, today);
    if (!plan) return fail(400, { fields, problems });
    const { store } = await appAccounts();
    redirect(303, `/workshops/${await beginWorkshop(store, plan, doing)}`);
  },
};
