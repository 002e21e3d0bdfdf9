import { RunFailed } from '../../experiment/run-failed.ts';
import type { Store } from '../store/store.ts';
import {
  packResult,
  requestKey,
  unitKey,
  unpackResult,
  type Unit,
  type UnitResult,
  type Units,
} from './unit.ts';

/** Results of units in the store: a run that is stopped or loses its machine goes on from them. */
export class KeptUnits implements Units {
  constructor(
    private readonly store: Store,
    /** See `unitVersion`. */
    private readonly version: string,
    private readonly inner: Units,
  ) {}

  async do(unit: Unit, signal: AbortSignal): Promise<UnitResult> {
    const key = unitKey(this.version, requestKey(unit.request), unit);
    const kept = await keptResult(this.store, key);
    if (kept) return kept;
    const result = await this.inner.do(unit, signal);
    await keepResult(this.store, key, result);
    return result;
  }

  close(): Promise<void> | void {
    return this.inner.close();
  }
}

/** Return a unit's result where it is kept, else null; throws what it failed with. */
export async function keptResult(store: Store, key: string): Promise<UnitResult | null> {
  const row = await store.db
    .selectFrom('unit_result')
    .select(['bytes', 'problem'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (row?.problem) {
    const { message, findings } = JSON.parse(row.problem);
    throw new RunFailed(message, findings);
  }
  return row?.bytes ? unpackResult(row.bytes) : null;
}

/** Keep a unit's result, or why it cannot be done; whatever came first stays. */
export async function keepResult(
  store: Store,
  key: string,
  result: UnitResult | RunFailed,
): Promise<void> {
  const hasFailed = result instanceof RunFailed;
  const row = {
    key,
    bytes: hasFailed ? null : packResult(result),
    problem: hasFailed
      ? JSON.stringify({ message: result.message, findings: result.findings })
      : null,
    kept_at: new Date().toISOString(),
  };
  await store.write((transaction) =>
    transaction
      .insertInto('unit_result')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute(),
  );
}

/** Forget units that were kept for longer than anything goes on, and requests nobody asks for. */
export async function forgetOldUnits(store: Store, before: string): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.deleteFrom('unit_result').where('kept_at', '<', before).execute();
    await transaction.deleteFrom('unit_request').where('kept_at', '<', before).execute();
  });
}
