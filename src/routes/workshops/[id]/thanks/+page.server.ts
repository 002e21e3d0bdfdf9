import { error } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readRecord, readRoom, readWorkshop } from '$lib/server/workshops/workshop-log.ts';
import { recordOf } from '$lib/workshop/record.ts';
import { joinAddress } from '../../join-address.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { store } = await appAccounts();
  const workshop = await readWorkshop(store.db, params.id);
  const kept = await readRecord(store.db, params.id);
  const room = kept === null && workshop ? await readRoom(store.db, params.id) : null;
  const record = kept ?? (room && recordOf(room));
  if (!record) error(404, 'There is no such workshop.');
  return {
    id: params.id,
    record,
    isEnded: kept !== null,
    // Null where nothing but the record is left.
    answers: workshop?.code
      ? {
          withdrawUntil: workshop.withdraw_until,
          purgeOn: workshop.purge_on,
          page: joinAddress(workshop.code, url).link,
        }
      : null,
  };
};
