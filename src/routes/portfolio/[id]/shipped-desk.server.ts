import { leverSettings } from '$lib/portfolio/lever-settings.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { runOfPages } from '$lib/server/results.ts';
import { deskOf } from './desk-of.ts';
import type { Desk } from './desk.ts';

/** Return what the pages that explore and compare show of a model that comes with Bide. */
export function shippedDesk(model: Model, hash: string): Desk {
  const levers = leverSettings(model.portfolio.levers, model.raw);
  return deskOf(model, { hash, levers, engine: engineVersion, run: runOfPages, isOwn: false });
}
