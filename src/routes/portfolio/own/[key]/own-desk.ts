import { canonicalJson } from '$lib/experiment/canonical-json.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { sha256Hex } from '$lib/snapshot/sha256.ts';
import { deskOf } from '../../[id]/desk-of.ts';
import type { Desk } from '../../[id]/desk.ts';

/** Return what the pages that explore and compare show of a model that is kept in this browser. */
export function ownDesk(
  model: Model,
  key: string,
  { engine, run }: Pick<Desk, 'engine' | 'run'>,
): Desk {
  const hash = sha256Hex(canonicalJson(model.raw));
  return deskOf({ ...model, id: key }, { hash, engine, run, isOwn: true });
}
