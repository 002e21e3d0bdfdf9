import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { showModel } from '$lib/server/models.ts';
import { counted, countedSoon } from '$lib/server/workshops/spent-now.ts';
import { beginWorkshop } from '$lib/server/workshops/workshop-log.ts';
import { readPlan, type PlanFields } from '$lib/workshop/read-plan.ts';
import { planTemplates } from '$lib/workshop/templates.ts';
import { hostDoing } from '../host-doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** For how long people can take something back, and answers are kept, where nobody says otherwise. */
const DAYS = { withdraw: 7, purge: 30 };

/** Enough to spread over some things, and few enough to count. */
const TOKENS = '10';

/** Six people at each in a room of thirty. */
const TABLES = '5';

const DAY_MS = 86_400_000;

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export const load: PageServerLoad = async ({ url }) => {
  const id = url.searchParams.get('portfolio') ?? '';
  const model = (await showModel(id))?.model;
  if (!model) redirect(303, '/workshops');
  const { promises, matters, statements, levers } = planTemplates(model.portfolio);
  const spent = levers.length > 0 ? await countedSoon(model) : null;
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
    mattersBy: 'rank',
    tokens: TOKENS,
    statements: statements.join('\n'),
    levers: levers.map((lever) => lever.id),
    budget: typeof spent === 'number' ? String(spent) : '',
    designBy: 'persons',
    tables: TABLES,
    inTheRoom: '',
    support: '',
    withdrawUntil: dayIn(DAYS.withdraw),
    purgeOn: dayIn(DAYS.purge),
  };
  const counting = typeof spent === 'string' ? spent : null;
  return { id, portfolioTitle: model.portfolio.title, promises, levers, fields, counting };
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
      rehearsal: text('rehearsal'),
      rounds: form.getAll('rounds').map(String),
      matters: text('matters'),
      mattersBy: text('mattersBy'),
      tokens: text('tokens'),
      statements: text('statements'),
      levers: form.getAll('levers').map(String),
      budget: text('budget'),
      designBy: text('designBy'),
      tables: text('tables'),
      inTheRoom: text('inTheRoom'),
      support: text('support'),
      withdrawUntil: text('withdrawUntil'),
      purgeOn: text('purgeOn'),
    };
    // Left empty, it is what is spent now.
    if (fields.budget.trim() === '' && fields.rounds.includes('design')) {
      const spent = await counted(model);
      fields.budget = typeof spent === 'number' ? String(spent) : '';
    }
    const doing = hostDoing(locals);
    const today = doing.at.slice(0, 10);
    const { plan, problems } = readPlan(fields, model, today);
    if (!plan) return fail(400, { fields, problems });
    const { store } = await appAccounts();
    redirect(303, `/workshops/${await beginWorkshop(store, plan, doing)}`);
  },
};
