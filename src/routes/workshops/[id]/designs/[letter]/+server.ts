import { error } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readRecord } from '$lib/server/workshops/workshop-log.ts';
import { scenarioText } from '$lib/portfolio/scenario-text.ts';
import { designScenarios } from '$lib/workshop/design-scenarios.ts';
import type { RequestHandler } from './$types';

/** A design as a file for the folder of scenarios of its portfolio. */
export const GET: RequestHandler = async ({ params }) => {
  const { store } = await appAccounts();
  const record = await readRecord(store.db, params.id);
  const design = record && designScenarios(record).find(({ letter }) => letter === params.letter);
  if (!design) error(404, 'There is no such design.');
  return new Response(scenarioText(design), {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="panel-design-${design.letter.toLowerCase()}.yaml"`,
    },
  });
};
