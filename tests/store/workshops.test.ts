import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import LibSql from 'libsql';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { backUp } from '../../src/lib/server/store/backup.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { wipeRemoved } from '../../src/lib/server/store/wipe-removed.ts';
import {
  joinWorkshop,
  storeAnswer,
  storePoint,
  withdrawDevice,
} from '../../src/lib/server/workshops/devices.ts';
import { panelsOf } from '../../src/lib/server/workshops/panels-of.ts';
import {
  countJoin,
  countSlip,
  countWrongCode,
  isGuessing,
  tryCode,
  vouchFor,
} from '../../src/lib/server/workshops/guesses.ts';
import {
  addAct,
  amendKept,
  beginWorkshop,
  findByCode,
  purgeWorkshops,
  readRecord,
  readRoom,
  readWorkshop,
} from '../../src/lib/server/workshops/workshop-log.ts';
import type { HostDeed } from '../../src/lib/workshop/act.ts';
import { refuseDeed } from '../../src/lib/workshop/may-act.ts';
import type { WorkshopPlan } from '../../src/lib/workshop/plan.ts';
import { pointsOf } from '../../src/lib/workshop/points.ts';
import { countHeld } from '../../src/lib/workshop/record.ts';
import { wordsWritten } from '../../src/lib/workshop/results.ts';
import { hostView, screenView } from '../../src/lib/workshop/views.ts';
import { plan, tableRound } from '../workshop/rooms.ts';
import { describeEachStore } from './each-store.ts';

const at = '2027-03-09T10:00:00.000Z';
const secretWords = 'Nobody ever asked me before';

async function begun(store: Store, about: Partial<WorkshopPlan> = {}) {
  const id = await beginWorkshop(store, { ...plan, ...about }, { at, byRole: 'facilitator' });
  const host = (deed: HostDeed, key = deed.act as string) =>
    addAct(store, id, { key: `host ${key}`, at, deed }, (room) => refuseDeed(room, deed));
  const come = (device: string) => joinWorkshop(store, id, { device, isPaper: false, at });
  const say = async (device: string, key: string, says: string, words = '') => {
    const room = (await readRoom(store.db, id))!;
    const answer = { kind: 'agree', says, words, mayQuote: false };
    return storeAnswer(store, id, room, device, { key, question: 'decide-1', answer, at });
  };
  return { id, host, come, say };
}

/** Return every file of the store that has these words: SQLite's journal too, PostgreSQL's is not ours. */
async function filesWith({ db, kind }: Store, folder: string, words: string): Promise<string[]> {
  if (kind === 'sqlite') {
    const files = ['bide.db', 'bide.db-wal'];
    const read = await Promise.all(files.map((file) => readFile(join(folder, file))));
    return files.filter((_, n) => read[n].includes(words));
  }
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ relname: string }>`select relname from pg_class
    where pg_relation_filepath(oid) is not null and position(convert_to(${words}, 'UTF8')
      in pg_read_binary_file(pg_relation_filepath(oid), 0, 100000000, true)) > 0`.execute(db);
  return rows.map(({ relname }) => relname);
}

/** Somebody who reads the file at one moment, as a copy of it does. */
async function sqliteReader(folder: string) {
  const database = new LibSql(join(folder, 'bide.db'));
  database.exec('begin');
  database.prepare('select count(*) from workshop_act').get();
  const close = async () => void database.exec('commit');
  return { lookElsewhere: async () => undefined, close };
}

/** Somebody who holds the table, as `pg_dump` does, and then only what the database was at that moment. */
async function postgresReader(connectionString: string) {
  const [holds, sees] = [new Client({ connectionString }), new Client({ connectionString })];
  for (const one of [holds, sees]) await one.connect();
  await holds.query('begin; lock table workshop_act in access share mode');
  await sees.query('begin isolation level repeatable read; select count(*) from writer');
  return { lookElsewhere: () => holds.end(), close: () => sees.end() };
}

const count = async (store: Store, id: string) =>
  screenView((await readRoom(store.db, id))!).answered;

describeEachStore('workshops', (newStore) => {
  test('an answer sent twice, by two servers at once, counts once; so does a button', async () => {
    const { open, kind } = await newStore();
    const store = await open();
    // Within one process two connections to a file wait for each other for ever.
    const other = kind === 'sqlite' ? store : await open();
    const { id, host, come, say } = await begun(store);
    expect(await come('a')).toBeNull();
    expect(await come('a')).toBeNull();
    expect(await say('a', '1', 'agree')).toBe('not open yet');
    expect(await host({ act: 'opened', round: 'decide' })).toEqual({ kind: 'added' });
    expect(await host({ act: 'opened', round: 'decide' })).toEqual({ kind: 'known' });
    expect(await host({ act: 'opened', round: 'decide' }, 'other')).toMatchObject({
      why: 'not now',
    });
    const room = (await readRoom(store.db, id))!;
    const sent = { key: '1', question: 'decide-1', answer: { kind: 'agree', says: 'agree' }, at };
    const both = [store, other].map((one) => storeAnswer(one, id, room, 'a', sent));
    expect(await Promise.all(both)).toEqual([null, null]);
    expect(await count(store, id)).toBe(1);
    const rows = await store.db.selectFrom('workshop_act').select('seq').execute();
    // Planned, joined, opened, answered.
    expect(rows).toHaveLength(4);
    expect(await say('stranger', '1', 'agree')).toBe('not joined');
  });

  test('what is taken back leaves the log and what stays, and cannot come again', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const { id, host, come, say } = await begun(store);
    for (const one of ['a', 'b', 'c', 'd', 'e', 'f']) await come(one);
    await host({ act: 'opened', round: 'decide' });
    await say('a', '1', 'agree', secretWords);
    for (const one of ['b', 'c', 'd', 'e', 'f']) await say(one, '1', one < 'e' ? 'agree' : 'pass');
    await host({ act: 'closed', round: 'decide' });
    const [written] = wordsWritten((await readRoom(store.db, id))!, 'decide-1', 'all');
    expect(written).toMatchObject({ text: secretWords, mayQuote: false, heldFor: null });
    await host({ act: 'held back', point: written.id, because: 'names' });
    const share = (record: unknown) => JSON.stringify(record).match(/"says":"agree".*?}/)?.[0];
    await host({ act: 'ended' });
    expect(await readRecord(store.db, id)).toMatchObject({ tookPart: 6, withdrew: 0 });
    const before = share(await readRecord(store.db, id));
    expect(before).toContain('"most"');
    expect(countHeld((await readRecord(store.db, id))!)).toBe(1);
    expect(await filesWith(store, place.folder, secretWords)).not.toEqual([]);
    expect(await withdrawDevice(store, id, 'a', '2027-03-17T00:00:00.000Z')).toBe(false);
    expect(await withdrawDevice(store, id, 'a', at)).toBe(true);
    expect(await wipeRemoved(store)).toBe(true);
    expect(await filesWith(store, place.folder, secretWords)).toEqual([]);
    expect(await readRecord(store.db, id)).toMatchObject({ tookPart: 5, withdrew: 1 });
    expect(share(await readRecord(store.db, id))).toBe(before);
    const rows = await store.db.selectFrom('workshop_act').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secretWords);
    expect(JSON.stringify(rows)).not.toContain(written.id);
    expect(countHeld((await readRecord(store.db, id))!)).toBe(0);
    expect(rows.map(({ seq }) => seq).sort((x, y) => x - y)).toEqual(rows.map((_, n) => n + 1));
    // The phone did not hear that it had been stored, and sends it again.
    await say('a', '1', 'agree', secretWords);
    expect(await readRecord(store.db, id)).toMatchObject({ tookPart: 5 });
  });

  test('what is said of one’s own accord counts once, and is taken back with the reply to it', async () => {
    const store = await (await newStore()).open();
    const { id, host, come } = await begun(store);
    for (const one of ['a', 'b']) await come(one);
    const point = { kind: 'lever', words: secretWords, mayQuote: true };
    for (const key of ['1', '1'])
      expect(await storePoint(store, id, 'a', { key, point, at })).toBeNull();
    await storePoint(store, id, 'b', { key: '1', point: { ...point, words: 'Open at night' }, at });
    expect(await storePoint(store, id, 'c', { key: '1', point, at })).toBe('not joined');
    const all = pointsOf((await readRoom(store.db, id))!);
    expect(all.map(({ words }) => words)).toEqual([secretWords, 'Open at night']);
    await host({ act: 'ended' });
    const reply = { did: true, why: `You said: ${secretWords}`, ledTo: '', inShort: '' };
    for (const { id: of } of all) await host({ act: 'replied', point: of, reply }, `reply ${of}`);
    expect((await readRecord(store.db, id))?.points).toMatchObject([{ reply }, { reply }]);
    expect(await withdrawDevice(store, id, 'a', at)).toBe(true);
    const rows = await store.db.selectFrom('workshop_act').selectAll().execute();
    const seqs = rows.filter(({ deed }) => deed.includes(all[0].id));
    expect(seqs).toEqual([]);
    expect((await readRecord(store.db, id))?.points).toMatchObject([{ id: all[1].id }]);
    // When nothing but the record is left, it can still be answered.
    await purgeWorkshops(store, '2027-04-08T00:00:00.000Z');
    const later = { ...reply, did: false };
    expect(await amendKept(store, id, { act: 'replied', point: all[1].id, reply: later })).toBe(
      true,
    );
    expect(await amendKept(store, id, { act: 'replied', point: all[0].id, reply })).toBe(false);
    expect((await readRecord(store.db, id))?.points).toMatchObject([{ reply: { did: false } }]);
  });

  test('on the promised day all but the record is gone, from the file too; no backup had it', async () => {
    const { open, place } = await newStore();
    const store = await open();
    // Another one goes on, in the same files.
    const other = await begun(store, { purgeOn: '2027-05-08' });
    const { id, host, come, say } = await begun(store);
    for (const one of ['a', 'b', 'c', 'd', 'e']) await come(one);
    await host({ act: 'opened', round: 'decide' });
    for (const one of ['b', 'c', 'd', 'e']) await say(one, '1', 'disagree');
    await say('a', '1', 'agree', secretWords);
    // PostgreSQL looks at tables by itself now and then, and keeps samples of what it saw.
    await sql`analyze`.execute(store.db);
    const { code } = (await readWorkshop(store.db, id))!;
    const backup = join(place.folder, 'backup.gz');
    const rows = await backUp(store, backup, '2027-03-09');
    expect(rows).not.toHaveProperty('workshop_act');
    expect(await purgeWorkshops(store, '2027-04-07T23:59:59.000Z')).toBe(0);
    expect(await readRoom(store.db, id)).not.toBeNull();
    expect(await purgeWorkshops(store, '2027-04-08T00:00:00.000Z')).toBe(1);
    expect(await purgeWorkshops(store, '2027-04-09T00:00:00.000Z')).toBe(0);
    const acts = await store.db.selectFrom('workshop_act').select('workshop').execute();
    expect(acts).toEqual([{ workshop: other.id }]);
    expect(await readRoom(store.db, id)).toBeNull();
    expect(await findByCode(store.db, code!)).toBeNull();
    // Nobody ended it: it was folded then.
    expect(await readRecord(store.db, id)).toMatchObject({ tookPart: 5, heldOn: '2027-03-09' });
    expect(await wipeRemoved(store)).toBe(true);
    expect(await filesWith(store, place.folder, secretWords)).toEqual([]);
  });

  test('whoever copies the database holds nobody up, and what is taken back is out of it after that', async () => {
    const { open, place, kind } = await newStore();
    const store = await open();
    const { id, host, come, say } = await begun(store);
    await come('a');
    await host({ act: 'opened', round: 'decide' });
    await say('a', '1', 'agree', secretWords);
    const wiped = vi.spyOn(store, 'wipe');
    expect(await wipeRemoved(store)).toBe(true);
    // Once, for what an older version left behind; then only where something was removed.
    expect(await wipeRemoved(store)).toBe(true);
    expect(wiped).toHaveBeenCalledTimes(1);
    const copy = await (kind === 'sqlite'
      ? sqliteReader(place.folder)
      : postgresReader(place.url!));
    // All of it comes to its end while the copy is open: whatever waited for that would hang.
    expect(await withdrawDevice(store, id, 'a', at)).toBe(true);
    const tried = wipeRemoved(store);
    await readRoom(store.db, id);
    expect(await tried).toBe(false);
    expect(await filesWith(store, place.folder, secretWords)).not.toEqual([]);
    await copy.lookElsewhere();
    // The tables are free, but what it began to see has to stay as it was for it.
    expect(await wipeRemoved(store)).toBe(false);
    await copy.close();
    expect(await wipeRemoved(store)).toBe(true);
    expect(await filesWith(store, place.folder, secretWords)).toEqual([]);
  });

  test('a hall in which somebody has joined is not locked out by those who guess there', async () => {
    const store = await (await newStore()).open();
    const { id } = await begun(store);
    const hall = { address: '192.0.2.1', secret: 's' };
    const now = Date.parse(at);
    let waits = 0;
    for (let guess = 0; guess < 130; guess++) {
      if ((await countWrongCode(store, hall, now)) > 0) waits += 1;
    }
    expect(waits).toBe(10);
    expect(await isGuessing(store, id, hall, now)).toBe(true);
    expect(await isGuessing(store, id, { ...hall, address: '192.0.2.2' }, now)).toBe(false);
    await vouchFor(store, id, hall, now);
    expect(await isGuessing(store, id, hall, now)).toBe(false);
    expect(await isGuessing(store, 'another room', hall, now)).toBe(true);
    expect(await isGuessing(store, 'another room', hall, now + 61_000)).toBe(false);
  });

  test('whoever guesses too often is told the same of a right code and of a wrong one', async () => {
    const store = await (await newStore()).open();
    const { id } = await begun(store);
    const hall = { address: '192.0.2.1', secret: 's' };
    const now = Date.parse(at);
    expect(await tryCode(store, id, hall, now)).toBe(0);
    for (let guess = 0; guess < 121; guess++) await tryCode(store, null, hall, now);
    for (const later of [0, 20_400]) {
      const right = await tryCode(store, id, hall, now + later);
      expect(right).toBe(60 - Math.floor(later / 1000));
      expect(await tryCode(store, null, hall, now + later)).toBe(right);
    }
    expect(await tryCode(store, id, { ...hall, address: '192.0.2.2' }, now)).toBe(0);
    // A hall of phones behind one address, in which somebody is already.
    await vouchFor(store, id, hall, now);
    expect(await tryCode(store, id, hall, now)).toBe(0);
    expect(await tryCode(store, 'another room', hall, now)).toBeGreaterThan(0);
    expect(await tryCode(store, 'another room', hall, now + 61_000)).toBe(0);
  });

  test('slips are tried at a pace from one address, whoever is in the room there', async () => {
    const store = await (await newStore()).open();
    const { id } = await begun(store);
    const guesser = { address: '192.0.2.1', secret: 's' };
    const now = Date.parse(at);
    await vouchFor(store, id, guesser, now);
    for (let slip = 0; slip < 30; slip++) expect(await countSlip(store, id, guesser, now)).toBe(0);
    expect(await countSlip(store, id, guesser, now)).toBe(60);
    expect(await countSlip(store, id, { ...guesser, address: '192.0.2.2' }, now)).toBe(0);
    expect(await countSlip(store, 'another room', guesser, now)).toBe(0);
    expect(await countJoin(store, id, guesser, now)).toBe(0);
    expect(await countSlip(store, id, guesser, now + 60_000)).toBe(0);
  });

  test('one phone does not fill a room at once, and what it filled is emptied of whoever says nothing', async () => {
    const store = await (await newStore()).open();
    const { id, host, come, say } = await begun(store);
    const flood = { address: '192.0.2.1', secret: 's' };
    const waits: number[] = [];
    for (let join = 0; join < 121; join++) {
      waits.push(await countJoin(store, id, flood, Date.parse(at)));
    }
    expect(waits.slice(0, 120).every((wait) => wait === 0)).toBe(true);
    expect(waits[120]).toBe(60);
    expect(await countJoin(store, 'another room', flood, Date.parse(at))).toBe(0);
    // Slowly, or from many addresses.
    expect(await come('real')).toBeNull();
    for (let device = 1; device < 500; device++) await come(`nobody ${device}`);
    expect(await come('late')).toBe('full');
    await host({ act: 'opened', round: 'decide' });
    expect(await say('real', '1', 'agree')).toBeNull();
    expect(await host({ act: 'set aside' })).toEqual({ kind: 'added' });
    expect(screenView((await readRoom(store.db, id))!)).toMatchObject({ answered: 1, here: 1 });
    expect(await come('late')).toBeNull();
    // Whoever was only slow has their seat still.
    expect(await say('nobody 7', '1', 'agree')).toBeNull();
    expect(screenView((await readRoom(store.db, id))!)).toMatchObject({ answered: 2, here: 3 });
  });

  test('a table is freed once, and what was designed there is taken back with the rest', async () => {
    const store = await (await newStore()).open();
    const { id, host, come } = await begun(store, { rounds: [tableRound] });
    for (const one of ['a', 'b']) await come(one);
    await host({ act: 'opened', round: 'design' });
    const send = async (device: string, key: string, settings: object) => {
      const room = (await readRoom(store.db, id))!;
      const answer = { kind: 'design', settings, show: true, table: 2 };
      return storeAnswer(store, id, room, device, { key, question: 'design', answer, at });
    };
    expect(await send('a', '1', { posts: 3131 })).toBeNull();
    expect(await send('b', '1', { posts: 1 })).toBe('table taken');
    const free: HostDeed = { act: 'freed', round: 'design', table: 2 };
    expect(await host(free)).toEqual({ kind: 'added' });
    expect(await host(free)).toEqual({ kind: 'known' });
    expect(await host(free, 'of another facilitator')).toMatchObject({ why: 'not now' });
    // The phone did not hear that it had been stored: that is not sending it again.
    expect(await send('a', '1', { posts: 3131 })).toBeNull();
    expect(hostView((await readRoom(store.db, id))!).rounds[0].tables?.freed).toBe(1);
    expect(await send('b', '2', { posts: 1 })).toBeNull();
    expect(await send('a', '2', { posts: 3131 })).toBe('table taken');
    expect(await withdrawDevice(store, id, 'a', at)).toBe(true);
    const rows = await store.db.selectFrom('workshop_act').select('deed').execute();
    expect(JSON.stringify(rows)).not.toContain('3131');
  });

  test('a clock that was wrong changes no order, and locks nobody out once it is right', async () => {
    const store = await (await newStore()).open();
    const { id, host, come, say } = await begun(store);
    await come('a');
    await host({ act: 'opened', round: 'decide' });
    await say('a', '1', 'disagree');
    // The laptop’s clock is set back by a year: what comes later is later all the same.
    const room = (await readRoom(store.db, id))!;
    const answer = { kind: 'agree', says: 'agree' };
    const earlier = { key: '2', question: 'decide-1', answer, at: '2026-03-09T10:00:00.000Z' };
    expect(await storeAnswer(store, id, room, 'a', earlier)).toBeNull();
    const { people } = (await readRoom(store.db, id))!;
    expect(people.get('a')?.answers.get('decide-1')?.answer).toEqual(answer);
    const hall = { address: '192.0.2.1', secret: 's' };
    const now = Date.parse(at);
    const ahead = now + 365 * 86_400_000;
    for (let guess = 0; guess < 121; guess++) await countWrongCode(store, hall, ahead);
    expect(await isGuessing(store, id, hall, ahead)).toBe(true);
    expect(await isGuessing(store, id, hall, now)).toBe(false);
    expect(await countWrongCode(store, hall, now)).toBe(0);
  });

  test('a rehearsal, and a workshop to which nobody came, are nothing that a panel said', async () => {
    const store = await (await newStore()).open();
    for (const [about, comes] of [
      [{ isRehearsal: true, title: 'A rehearsal' }, true],
      [{ title: 'Nobody came' }, false],
      [{ title: 'A panel' }, true],
    ] as const) {
      const { host, come, say } = await begun(store, about);
      await host({ act: 'opened', round: 'decide' });
      if (comes) await come('a');
      if (comes) await say('a', '1', 'agree');
      await host({ act: 'closed', round: 'decide' });
      await host({ act: 'ended' });
    }
    const panels = await panelsOf(store.db, plan.portfolio);
    expect(panels.map(({ title }) => title)).toEqual(['A panel']);
  });
});

describeEachStore('a disk that is full', (newStore) => {
  test('takes no answer, and acknowledges none', async ({ skip }) => {
    const { open, kind } = await newStore();
    if (kind !== 'sqlite') skip();
    const store = await open();
    const { id, host, come, say } = await begun(store);
    await come('a');
    await host({ act: 'opened', round: 'decide' });
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0].page_count)}`.execute(store.db);
    const long = 'x'.repeat(1900);
    let taken = 0;
    await expect(
      (async () => {
        for (; taken < 50; taken++) await say('a', String(taken), 'agree', long);
      })(),
    ).rejects.toThrow(/full/);
    const acts = await store.db.selectFrom('workshop_act').select('key').execute();
    expect(acts.filter(({ key }) => key.startsWith('answer'))).toHaveLength(taken);
    await sql`pragma max_page_count = 1000000`.execute(store.db);
    expect(await say('a', String(taken), 'agree', long)).toBeNull();
    expect(await count(store, id)).toBe(1);
  });
});
