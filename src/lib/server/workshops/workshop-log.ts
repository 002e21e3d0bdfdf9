/** Workshops in the store. What is acknowledged here is on disk. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Act, Deed } from '../../workshop/act.ts';
import { joinCode } from '../../workshop/join-code.ts';
import { lastChange, type ScreenChange } from '../../workshop/last-change.ts';
import type { WorkshopPlan } from '../../workshop/plan.ts';
import {
  amendRecord,
  readRecordText,
  recordOf,
  type LateDeed,
  type WorkshopRecord,
} from '../../workshop/record.ts';
import { applyAct, foldActs, type Room } from '../../workshop/room.ts';
import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import { noteRemoved } from '../store/wipe-removed.ts';
import type { Tables } from '../store/tables.ts';
import type { WorkshopTable } from '../store/workshop-tables.ts';

/** Who did something in a workshop, as the log of the whole server has it. */
export interface HostDoing {
  at: string;
  byRole: string;
}

/** What became of an act: on disk now; on disk already, as it was sent twice; or why not. */
export type Added<Why> = { kind: 'added' } | { kind: 'known' } | { kind: 'refused'; why: Why };

/** Plan a workshop; return its id. */
export async function beginWorkshop(
  store: Store,
  plan: WorkshopPlan,
  { at, byRole }: HostDoing,
): Promise<string> {
  const id = randomUUID();
  await store.write(async (transaction) => {
    const code = await freeCode(transaction);
    const { withdrawUntil: withdraw_until, purgeOn: purge_on } = plan;
    await transaction
      .insertInto('workshop')
      .values({ id, code, begun_at: at, withdraw_until, purge_on })
      .execute();
    await insertAct(transaction, id, { seq: 1, key: 'plan', at }, { act: 'planned', plan });
    const subject = `workshops/${id}`;
    await recordAct(transaction, { at, byRole, act: 'planned a workshop', subject, detail: {} });
  });
  return id;
}

async function freeCode(transaction: Transaction<Tables>): Promise<string> {
  for (;;) {
    const code = joinCode(randomBytes(64));
    if (code === null) continue;
    const taken = await transaction
      .selectFrom('workshop')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}

export async function readWorkshop(db: Kysely<Tables>, id: string): Promise<WorkshopTable | null> {
  const row = await db.selectFrom('workshop').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findByCode(db: Kysely<Tables>, code: string): Promise<WorkshopTable | null> {
  const query = db.selectFrom('workshop').selectAll().where('code', '=', code);
  return (await query.executeTakeFirst()) ?? null;
}

export async function readRecord(db: Kysely<Tables>, id: string): Promise<WorkshopRecord | null> {
  const row = await db
    .selectFrom('workshop_record')
    .select('record')
    .where('workshop', '=', id)
    .executeTakeFirst();
  return row ? readRecordText(row.record) : null;
}

/** Rooms as they were read last: reading goes on from there. */
const known = new Map<string, Room>();
const MOST_KNOWN = 50;

/** Return a room with every act that is on disk; null where there is none, or no longer. */
export async function readRoom(db: Kysely<Tables>, id: string): Promise<Room | null> {
  const before = known.get(id);
  const acts = await readActsAfter(db, id, before?.seq ?? 0);
  if (!before) {
    const room = foldActs(acts);
    if (room) keepRoom(id, room);
    return room;
  }
  for (const act of acts) applyAct(before, act);
  return before;
}

/** Return what changed last on the screen of a room; null where nothing did. */
export async function readLastChange(db: Kysely<Tables>, id: string): Promise<ScreenChange | null> {
  return lastChange(await readActsAfter(db, id, 0));
}

/** Return a room that still has its code: the others have a record only. */
export async function readOpenRoom(db: Kysely<Tables>, id: string): Promise<Room | null> {
  const workshop = await readWorkshop(db, id);
  return workshop?.code ? readRoom(db, id) : null;
}

async function readActsAfter(db: Kysely<Tables>, id: string, seq: number): Promise<Act[]> {
  const rows = await db
    .selectFrom('workshop_act')
    .select(['seq', 'at', 'deed'])
    .where('workshop', '=', id)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, at, deed }) => ({ ...(JSON.parse(deed) as Deed), seq, at }));
}

function keepRoom(id: string, room: Room): void {
  known.set(id, room);
  const oldest = known.keys().next().value;
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

/**
 * Add an act to the log of a workshop, once, where `refuse` has nothing against it. The same `key`
 * counts once, however often it comes. An act that says how the room stands is made of it.
 */
export async function addAct<Why>(
  store: Store,
  id: string,
  { key, at, deed: given }: { key: string; at: string; deed: Deed | ((room: Room) => Deed) },
  refuse: (room: Room) => Why | null,
): Promise<Added<Why> | { kind: 'no such workshop' }> {
  return store.write(async (transaction) => {
    const room = await readRoom(transaction, id);
    if (!room) return { kind: 'no such workshop' as const };
    const twice = await transaction
      .selectFrom('workshop_act')
      .select('seq')
      .where('workshop', '=', id)
      .where('key', '=', key)
      .executeTakeFirst();
    if (twice) return { kind: 'known' as const };
    const why = refuse(room);
    if (why !== null) return { kind: 'refused' as const, why };
    const deed = typeof given === 'function' ? given(room) : given;
    await insertAct(transaction, id, { seq: room.seq + 1, key, at }, deed);
    if (deed.act === 'withdrew') await emptyActs(transaction, id, deed.device);
    // What somebody takes back after the end is taken out of what stays.
    if (room.endedAt || deed.act === 'ended') await keepRecord(transaction, id, at);
    return { kind: 'added' as const };
  });
}

/** Leave nothing of what a device said; that something was said and taken back stays. */
async function emptyActs(
  transaction: Transaction<Tables>,
  id: string,
  device: string,
): Promise<void> {
  const said = await transaction
    .selectFrom('workshop_act')
    .select(['seq', 'deed'])
    .where('workshop', '=', id)
    .where('device', '=', device)
    .where((where) => where.or([where('key', 'like', 'answer %'), where('key', 'like', 'point %')]))
    .execute();
  const emptied = said.map(({ seq }) => seq);
  for (const { deed } of said) {
    const read = JSON.parse(deed) as Deed;
    const name = read.act === 'proposed' ? read.point : read.act === 'answered' ? read.words : null;
    if (!name) continue;
    // What was written of it says again what was said.
    const of = await transaction
      .selectFrom('workshop_act')
      .select('seq')
      .where('workshop', '=', id)
      .where('deed', 'like', `%"point":"${name}"%`)
      .execute();
    emptied.push(...of.map(({ seq }) => seq));
  }
  if (emptied.length === 0) return;
  await transaction
    .updateTable('workshop_act')
    .set({ device: null, deed: JSON.stringify({ act: 'taken back' } satisfies Deed) })
    .where('workshop', '=', id)
    .where('seq', 'in', emptied)
    .execute();
  await noteRemoved(transaction);
}

/**
 * Write into the record of a workshop of which nothing else is left; false where it has no such
 * point.
 */
export async function amendKept(store: Store, workshop: string, deed: LateDeed): Promise<boolean> {
  return store.write(async (transaction) => {
    const record = await readRecord(transaction, workshop);
    const amended = record && amendRecord(record, deed);
    if (!amended) return false;
    await transaction
      .updateTable('workshop_record')
      .set({ record: JSON.stringify(amended) })
      .where('workshop', '=', workshop)
      .execute();
    // What is held back, or was said otherwise before, stands nowhere else any more.
    await noteRemoved(transaction);
    return true;
  });
}

async function insertAct(
  transaction: Transaction<Tables>,
  workshop: string,
  { seq, key, at }: { seq: number; key: string; at: string },
  deed: Deed,
): Promise<void> {
  const device = 'device' in deed ? deed.device : null;
  await transaction
    .insertInto('workshop_act')
    .values({ workshop, seq, key, at, device, deed: JSON.stringify(deed) })
    .execute();
}

/** Fold what the log has now into what stays, over what was folded before. */
async function keepRecord(
  transaction: Transaction<Tables>,
  workshop: string,
  at: string,
): Promise<void> {
  const room = foldActs(await readActsAfter(transaction, workshop, 0));
  if (!room) return;
  const record = JSON.stringify(recordOf(room));
  await transaction
    .insertInto('workshop_record')
    .values({ workshop, kept_at: at, record })
    .onConflict((conflict) => conflict.column('workshop').doUpdateSet({ kept_at: at, record }))
    .execute();
}

/**
 * Remove everything but the record of the workshops whose day has come, and return how many those
 * were. One that nobody ended is folded first.
 */
export async function purgeWorkshops(store: Store, now: string): Promise<number> {
  const due = await store.db
    .selectFrom('workshop')
    .select('id')
    .where('purge_on', '<=', now.slice(0, 10))
    .where('code', 'is not', null)
    .execute();
  for (const { id } of due) {
    await store.write(async (transaction) => {
      // Folded once more where nobody ended it: what stays is what was said until now.
      await keepRecord(transaction, id, now);
      await transaction.deleteFrom('workshop_act').where('workshop', '=', id).execute();
      await transaction.updateTable('workshop').set({ code: null }).where('id', '=', id).execute();
      await noteRemoved(transaction);
      await recordAct(transaction, {
        ...{ at: now, byRole: 'owner', act: 'removed what was said in a workshop' },
        ...{ subject: `workshops/${id}`, detail: {} },
      });
    });
    known.delete(id);
  }
  return due.length;
}
