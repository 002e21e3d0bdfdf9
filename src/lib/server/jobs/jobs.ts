/** Long runs that people asked for: what they are, how far they are, and what came of them. */
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { recordAct } from '../store/acts.ts';
import type { Doing } from '../store/portfolio-files.ts';
import type { Store } from '../store/store.ts';
import type { JobState, JobTable, Tables } from '../store/tables.ts';

export interface Job {
  id: string;
  kind: string;
  title: string;
  engine: string;
  state: JobState;
  /** From 0 to 1. */
  share: number;
  askedBy: string;
  askedAt: string;
  endedAt: string | null;
  /** What it came to, once it is done. */
  result: unknown;
  /** Why it failed, in words. */
  problem: string | null;
}

export interface JobAsked {
  kind: string;
  /** What it is, in words. */
  title: string;
  /** Plain data, which the kind reads. */
  request: unknown;
  /** See `unitVersion`. */
  engine: string;
}

/** Ask for a job; return its id. It is on disk with the rest of the transaction. */
export async function askForJob(
  transaction: Transaction<Tables>,
  asked: JobAsked,
  doing: Doing,
): Promise<string> {
  const id = randomUUID();
  const { kind, title, request, engine } = asked;
  await transaction
    .insertInto('job')
    .values({
      ...{ id, kind, title, engine, request: JSON.stringify(request) },
      ...{ state: 'waiting', share: 0, asked_by: doing.byRole, asked_at: doing.at },
      ...{ began_at: null, ended_at: null, runner: null, heard_at: null },
      ...{ result: null, problem: null },
    })
    .execute();
  await recordAct(transaction, {
    ...{ at: doing.at, byRole: doing.byRole, act: 'asked for a run' },
    ...{ subject: `jobs/${id}`, detail: { kind, title, why: doing.why } },
  });
  return id;
}

/** Return a job, or null where there is none of that id. */
export async function readJob(db: Kysely<Tables>, id: string): Promise<Job | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? jobOf(row) : null;
}

/** Return the jobs asked for last, newest first. */
export async function listJobs(db: Kysely<Tables>, most = 50): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(jobOf);
}

/** Cancel a job that is not over; false where it is, or where there is none. */
export async function cancelJob(store: Store, id: string, doing: Doing): Promise<boolean> {
  return store.write(async (transaction) => {
    const changed = await transaction
      .updateTable('job')
      .set({ state: 'cancelled', ended_at: doing.at })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .returning('id')
      .execute();
    if (changed.length === 0) return false;
    await recordAct(transaction, {
      ...{ at: doing.at, byRole: doing.byRole, act: 'cancelled a run' },
      ...{ subject: `jobs/${id}`, detail: { why: doing.why } },
    });
    return true;
  });
}

function jobOf(row: JobTable): Job {
  const { id, kind, title, engine, state, share, problem } = row;
  return {
    ...{ id, kind, title, engine, state, share, problem },
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    result: row.result === null ? null : JSON.parse(row.result),
  };
}
