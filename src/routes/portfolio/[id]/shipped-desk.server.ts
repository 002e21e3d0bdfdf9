import { leverSettings } from '$lib/portfolio/lever-settings.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import type { ShownModel } from '$lib/server/models.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { runOfPages } from '$lib/server/results.ts';
import { deskOf } from './desk-of.ts';
import type { Desk } from './desk.ts';

/** Return what the pages that explore and compare show of a model that comes with Bide. */
export function shippedDesk({ model, hash, textsHash }: ShownModel & { model: Model }): Desk {
  const levers = leverSettings(model.portfolio.levers, model.raw);
  const about = { hash, textsHash, levers, engine: engineVersion, run: runOfPages };
  return deskOf(model, { ...about, isOwn: false });
}
