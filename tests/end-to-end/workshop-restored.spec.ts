import { openStore } from '../../src/lib/server/store/store.ts';
import { readRecord } from '../../src/lib/server/workshops/workshop-log.ts';
import { heldWorkshop, own, point } from '../store/held-workshop.ts';
import { expect, test } from './test.ts';
import { Visitor } from './visitor.ts';

test('of a backup a workshop has its record alone, and words of it can still be held back', async () => {
  const store = await openStore({ folder: process.env.BIDE_DATA_OF_SERVER! });
  try {
    const id = await heldWorkshop(store);
    // What a backup does not hold.
    await store.write(async (transaction) => {
      await transaction.deleteFrom('workshop_act').where('workshop', '=', id).execute();
      await transaction.deleteFrom('workshop').where('id', '=', id).execute();
    });
    const owner = await new Visitor().signInAsOwner();
    const list = await owner.ask('/workshops');
    expect(list.text).toContain(`/workshops/${id}">Panel in March</a>`);
    expect(list.text).toMatch(/held on 9 March 2027\. Ended; answers removed/);
    const page = await owner.ask(`/workshops/${id}`);
    expect(page.status).toBe(200);
    for (const words of [own, point]) expect(page.text).toContain(words);
    const thanks = await owner.ask(`/workshops/${id}/thanks`);
    expect(thanks.status).toBe(200);
    expect(thanks.text).toContain('All answers are removed.');
    // What needs its answers leads to what is left.
    const screen = await owner.ask(`/workshops/${id}/screen`);
    expect(screen).toMatchObject({ status: 303, headers: { location: `/workshops/${id}` } });

    const record = (await readRecord(store.db, id))!;
    const fields = { act: 'held back', point: record.points[0].id, because: 'names' };
    const held = await owner.post(`/workshops/${id}?/write`, fields);
    expect(held.status).toBe(303);
    const after = await owner.ask(`/workshops/${id}`);
    expect(after.text).not.toContain(point);
    expect(after.text).toContain(own);
    expect((await owner.ask('/workshops/no-such')).status).toBe(404);
    expect((await owner.ask('/workshops/no-such/thanks')).status).toBe(404);
    expect((await owner.post('/workshops/no-such?/write', fields)).status).toBe(404);
  } finally {
    await store.close();
  }
});
