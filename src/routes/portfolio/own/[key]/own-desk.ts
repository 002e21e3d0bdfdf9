import type { ReadModel } from '$lib/state/reader-calls.ts';
import { deskOf } from '../../[id]/desk-of.ts';
import type { Desk } from '../../[id]/desk.ts';

/** Return what the pages that explore and compare show of a model that is kept in this browser. */
export function ownDesk(
  model: ReadModel,
  key: string,
  { engine, run }: Pick<Desk, 'engine' | 'run'>,
): Desk {
  const { hash, levers } = model;
  return deskOf({ ...model, id: key }, { hash, textsHash: '', levers, engine, run, isOwn: true });
}
