import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { showModel } from '$lib/server/models.ts';
import { answerOfDesign } from '$lib/server/workshops/design-answers.ts';
import { beginWorkshop } from '$lib/server/workshops/workshop-log.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
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
  const { promises, matters, statements, levers } = planTemplates(model.portfolio);
  const fields: PlanFields = {
    title: '',
    rehearsal: '',
    rounds: [
      'matters',
      ...(promises.length > 0 ? ['now'] : []),
      ...(levers.length > 0 ? ['design', 'see'] : []),
      'decide',
    ],
    matters: matters.join('\n'),
    statements: statements.join('\n'),
    levers: levers.map((lever) => lever.id),
    budget: levers.length > 0 ? await spentNow(model) : '',
    designBy: 'persons',
    inTheRoom: '',
    support: '',
    withdrawUntil: dayIn(DAYS.withdraw),
    purgeOn: dayIn(DAYS.purge),
  };
  return { id, portfolioTitle: model.portfolio.title, promises, levers, fields };
};

/** Nobody plans to the pound. */
const ROUND_POUNDS = 1000;

/** What is spent a year as it is now, as far as a first look tells; empty where it does not. */
async function spentNow(model: Model): Promise<string> {
  const now = await answerOfDesign(model, { levers: [] }, {}, 'phone');
  if (now.kind !== 'answer' || now.cost === null) return '';
  return String(Math.ceil(now.cost / ROUND_POUNDS) * ROUND_POUNDS);
}

export const actions: Actions = {
  default: async ({ request, url, locals }) => {
    const id = url.searchParams.get('portfolio') ?? '';
    const model = (await showModel(id))?.model;
    if (!model) redirect(303, '/workshops');
    const form = await request.formData();
    const text = (name: keyof PlanFields) => String(form.get(name) ?? '').slice(0, 20_000);
    const fields: PlanFields = {
      title: text('title'),
      rehearsal: text('rehearsal'),
      rounds: form.getAll('rounds').map(String),
      matters: text('matters'),
      statements: text('statements'),
      levers: form.getAll('levers').map(String),
      budget: text('budget'),
      designBy: text('designBy'),
      inTheRoom: text('inTheRoom'),
      support: text('support'),
      withdrawUntil: text('withdrawUntil'),
      purgeOn: text('purgeOn'),
    };
    const doing = hostDoing(locals);
    const today = doing.at.slice(0, 10);
    const { plan, problems } = readPlan(fields, model, today);
    if (!plan) return fail(400, { fields, problems });
    const { store } = await appAccounts();
    redirect(303, `/workshops/${await beginWorkshop(store, plan, doing)}`);
  },
};
