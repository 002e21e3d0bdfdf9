import { resolve } from '$app/paths';
import type { SaidShown } from '$lib/comparison/said-shown.ts';
import type { LiveRunOptions } from '$lib/state/live-run.svelte.ts';
import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';
import type { Change, Portfolio } from '$lib/portfolio/portfolio.ts';
import type { Names } from '$lib/words/names.ts';

/**
 * What the pages that explore and compare show of a model, whether it is shipped or a person's
 * own. Plain data: a server makes it, or the browser in which the model is kept.
 */
export interface Desk {
  id: string;
  /** True for a model that is kept in this browser: no server knows it. */
  isOwn: boolean;
  title: string;
  notice: string;
  hash: string;
  start: string;
  horizonDays: number;
  baseline: { id: string; title: string };
  /** Prepared scenarios, without how it is now. */
  scenarios: { id: string; title: string; story: string; changes: Change[] }[];
  headings: { heading: string; scenarios: { id: string; title: string; story: string }[] }[];
  /** Prepared scenarios that stand side by side where nobody chose. */
  usual: string[];
  levers: LeverSetting[];
  names: Names;
  promises: Pick<
    Portfolio['standards'][number],
    'id' | 'standard' | 'promise' | 'target' | 'targetWorking'
  >[];
  prices: Portfolio['prices'];
  /** What people said that no number shows. */
  said: SaidShown[];
  /** How many figures of the model are not decided but known, more or less; how many weakly. */
  figures: { known: number; weak: number };
  engine: string;
  run: LiveRunOptions['run'];
}

type Place = Pick<Desk, 'id' | 'isOwn'>;

/** Where the page is on which the scenarios of a desk stand side by side. */
export function comparePath({ id, isOwn }: Place): string {
  return isOwn ? ownPath(id, 'compare') : resolve('/portfolio/[id]/compare', { id });
}

/** Where the page is on which its levers are moved. */
export function explorePath({ id, isOwn }: Place): string {
  return isOwn ? ownPath(id, 'explore') : resolve('/portfolio/[id]/explore', { id });
}

function ownPath(key: string, page: string): string {
  return `${resolve('/portfolio')}/own/${encodeURIComponent(key)}/${page}`;
}

/** Beginning of the hash of a model: what addresses and kept scenarios carry of it. */
export function markOf({ hash }: Pick<Desk, 'hash'>): string {
  return hash.slice(0, 12);
}
