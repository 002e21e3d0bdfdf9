import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { listModels } from '$lib/server/models.ts';
import { listWorkshops } from '$lib/server/workshops/list-workshops.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { store } = await appAccounts();
  return {
    workshops: await listWorkshops(store.db),
    models: (await listModels()).filter(({ isBroken }) => !isBroken),
  };
};
