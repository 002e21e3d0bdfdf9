/**
 * A backup of the store: one gzipped file of JSON lines that either kind of store can be restored
 * from. It is taken while the store is in use, as it stood at one moment.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import { firstAlteredAct } from './acts.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** What a backup holds, tables that others refer to first. */
export const KEPT: readonly string[] = [
  'portfolio',
  'file_version',
  'act',
  'job',
  'snapshot_version',
  'snapshot_content',
  'snapshot_file',
  'snapshot_tombstone',
  'auth_user',
  'auth_account',
  'auth_two_factor',
  'secret_mark',
  'auth_role',
  'draft',
  'draft_version',
  'draft_statement',
  'workshop_record',
];

/**
 * What it does not: what can be worked out again, what has to do with this moment alone, and what
 * people said in workshops, which is removed on a day that was promised. The record of a workshop is
 * left out too while people can take back what they said: putting it back would undo that, and no
 * phone could do it again.
 */
export const NOT_KEPT: readonly string[] = [
  'writer',
  'wiping',
  'unit_request',
  'unit_result',
  'unit_claim',
  'auth_session',
  'auth_verification',
  'auth_invitation',
  'auth_rate_limit',
  'pace',
  'workshop',
  'workshop_act',
];

/** Columns of older versions that are read from elsewhere now. */
const dropped: Record<string, string[] | undefined> = { snapshot_content: ['about'] };

/** Numbers that the database gives out, which must go on after those restored. */
const counted: Record<string, string> = { act: 'seq' };

const FORMAT = 1;
const rowsAtATime = 100;

type Row = Record<string, unknown>;

interface Head {
  bide: 'backup';
  format: number;
  /** The newest step of the tables that were backed up. */
  step: string;
}

interface Tail {
  rows: Record<string, number>;
  /** Of every line before this one. */
  sha256: string;
}

/** What is wrong with a backup, or with where it should go, in words. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

/**
 * Write a backup of `today`, an ISO date, and read it again; return how many rows of each table it has.
 */
export async function backUp(
  store: Store,
  path: string,
  today: string,
): Promise<Record<string, number>> {
  const unfinished = `${path}.unfinished`;
  const begin = store.db.transaction();
  const isolated = store.kind === 'postgres' ? begin.setIsolationLevel('repeatable read') : begin;
  try {
    await isolated.execute(async (transaction) => {
      const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
      await pipeline(Readable.from(linesOf(transaction, today)), createGzip(), file);
    });
    const { rows } = await readThrough(unfinished, () => Promise.resolve());
    await rename(unfinished, path);
    return rows;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Put what a backup has into a store that is empty: all of it or nothing. Throws `BackupRefused`
 * where the store has something in it, or the backup is damaged or newer than this version.
 */
export async function restore(store: Store, path: string): Promise<Record<string, number>> {
  const restored = await store.write(async (transaction) => {
    await refuseFull(transaction);
    await transaction.deleteFrom('secret_mark').execute();
    const fit = await fitting(transaction);
    const { rows } = await readThrough(
      path,
      async (table, rows) => {
        await transaction
          .insertInto(table as keyof Tables)
          .values(rows.map((row) => fit(table, row)) as never)
          .execute();
      },
      await newestStep(transaction),
    );
    for (const [table, column] of Object.entries(counted)) {
      if (store.kind === 'postgres') {
        const sequence = sql`pg_get_serial_sequence(${table}, ${column})`;
        const newest = sql`select max(${sql.ref(column)}) from ${sql.table(table)}`;
        await sql`select setval(${sequence}, coalesce((${newest}), 1))`.execute(transaction);
      }
    }
    return rows;
  });
  const altered = await firstAlteredAct(store.db);
  if (altered !== null) {
    throw new BackupRefused(`It was restored, but act ${altered} of its log had been altered.`);
  }
  return restored;
}

async function* linesOf(transaction: Transaction<Tables>, today: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({
    bide: 'backup',
    format: FORMAT,
    step: await newestStep(transaction),
  } satisfies Head);
  const rows: Record<string, number> = {};
  for (const table of KEPT) {
    rows[table] = 0;
    for await (const row of rowsOf(transaction, table, today)) {
      rows[table] += 1;
      yield line([table, written(row)]);
    }
  }
  yield line({ rows, sha256: hash.copy().digest('hex') } satisfies Tail);
}

async function* rowsOf(
  transaction: Transaction<Tables>,
  table: string,
  today: string,
): AsyncGenerator<Row> {
  for (let offset = 0; ; offset += rowsAtATime) {
    let query = transaction
      .selectFrom(table as keyof Tables)
      .selectAll()
      .limit(rowsAtATime)
      .offset(offset);
    if (table === 'workshop_record') {
      const open = sql`select id from workshop where withdraw_until >= ${today}`;
      query = query.where(sql<boolean>`workshop not in (${open})`);
    }
    for (const column of keys[table] ?? ['id']) query = query.orderBy(sql.ref(column));
    const rows = (await query.execute()) as Row[];
    yield* rows;
    if (rows.length < rowsAtATime) return;
  }
}

/** Rows come in pages, so they need an order that is the same each time. */
const keys: Record<string, string[] | undefined> = {
  file_version: ['portfolio', 'path', 'version'],
  act: ['seq'],
  snapshot_version: ['hash'],
  snapshot_content: ['hash'],
  snapshot_file: ['hash', 'name'],
  snapshot_tombstone: ['hash'],
  auth_role: ['user_id', 'role'],
  draft_version: ['draft', 'version'],
  draft_statement: ['draft', 'version', 'kind'],
  workshop_record: ['workshop'],
};

/** Read a backup to its end, handing out its rows a few at a time; throws where it is not whole. */
async function readThrough(
  path: string,
  take: (table: string, rows: Row[]) => Promise<void>,
  knownStep?: string,
): Promise<Tail> {
  const damaged = (why: string) => new BackupRefused(`${path} is not a whole backup: ${why}`);
  const hash = createHash('sha256');
  const counts: Record<string, number> = Object.fromEntries(KEPT.map((table) => [table, 0]));
  let isBegun = false;
  let tail: Tail | null = null;
  let of = KEPT[0];
  let rows: Row[] = [];
  const hand = async (next: string) => {
    if (rows.length > 0) await take(of, rows);
    of = next;
    rows = [];
  };
  for await (const line of unzippedLines(path, damaged)) {
    if (tail) throw damaged('something follows its end.');
    const value = parsed(line, damaged);
    if (!isBegun) {
      checkHead(value, damaged, knownStep);
      isBegun = true;
    } else if (Array.isArray(value)) {
      const [table, row] = value as [string, Row];
      if (!KEPT.includes(table)) throw damaged(`it has a table “${String(table)}”.`);
      if (table !== of || rows.length >= rowsAtATime) await hand(table);
      counts[table] += 1;
      rows.push(readBack(row));
    } else {
      tail = value as Tail;
      if (tail.sha256 !== hash.copy().digest('hex')) throw damaged('its checksum differs.');
      // An older version had fewer tables.
      if (KEPT.some((one) => (tail?.rows[one] ?? 0) !== counts[one]))
        throw damaged('rows are missing.');
    }
    hash.update(`${line}\n`);
  }
  if (!tail) throw damaged('its end is missing.');
  await hand(of);
  return tail;
}

async function* unzippedLines(
  path: string,
  damaged: (why: string) => BackupRefused,
): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.on('error', (error) => unzipped.destroy(error));
  let rest = '';
  try {
    for await (const chunk of file.pipe(unzipped).setEncoding('utf8')) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw error instanceof BackupRefused ? error : damaged((error as Error).message);
  } finally {
    file.destroy();
  }
  if (rest !== '') throw damaged('its last line is cut off.');
}

function parsed(line: string, damaged: (why: string) => BackupRefused): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged('a line of it cannot be read.');
  }
}

function checkHead(
  value: unknown,
  damaged: (why: string) => BackupRefused,
  knownStep: string | undefined,
): void {
  const head = value as Head;
  if (head?.bide !== 'backup') throw damaged('it does not say that it is one.');
  if (head.format > FORMAT || (knownStep !== undefined && head.step > knownStep)) {
    throw new BackupRefused(
      'The backup was made by a newer version of Bide. Restore it with that.',
    );
  }
}

async function refuseFull(transaction: Transaction<Tables>): Promise<void> {
  // A server that was started once has left its mark, and nothing else.
  for (const table of KEPT.filter((one) => one !== 'secret_mark')) {
    const row = await transaction
      .selectFrom(table as keyof Tables)
      .select(sql`1`.as('one'))
      .limit(1)
      .executeTakeFirst();
    if (row) {
      throw new BackupRefused(
        `The store is not empty: it has rows in ${table}. Restore into an empty data folder or database.`,
      );
    }
  }
}

async function newestStep(transaction: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
    transaction,
  );
  return (
    rows
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? ''
  );
}

/** Return what makes a row fit this kind of store and version: SQLite has 0 and 1 for no and yes. */
async function fitting(
  transaction: Transaction<Tables>,
): Promise<(table: string, row: Row) => Row> {
  const tables = await transaction.introspection.getTables();
  const yesOrNo = new Set(
    tables.flatMap(({ name, columns }) =>
      columns
        .filter(({ dataType }) => dataType === 'bool')
        .map((column) => `${name}.${column.name}`),
    ),
  );
  return (table, row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !dropped[table]?.includes(column))
        .map(([column, value]) => {
          if (yesOrNo.has(`${table}.${column}`))
            return [column, value === null ? null : Boolean(value)];
          return [column, typeof value === 'boolean' ? Number(value) : value];
        }),
    );
}

/**
 * Bytes do not fit into JSON as they are: pg gives them in a Buffer, libsql in an ArrayBuffer. Times of
 * accounts are a Date in PostgreSQL, and text in SQLite.
 */
function written(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (typeof value !== 'object' || value === null) return [column, value];
      if (value instanceof Date) return [column, value.toISOString()];
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
      if (!(bytes instanceof Uint8Array)) throw new Error(`No backup can hold what ${column} is.`);
      return [column, { base64: Buffer.from(bytes).toString('base64') }];
    }),
  );
}

function readBack(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null
        ? Buffer.from((value as { base64: string }).base64, 'base64')
        : value,
    ]),
  );
}
