import { resolve } from '$app/paths';
import type { SaidShown } from '$lib/comparison/said-shown.ts';
import type { Finding } from '$lib/diagnostics/finding.ts';
import type { LiveRunOptions } from '$lib/state/live-run.svelte.ts';
import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';
import type { Change, Portfolio } from '$lib/portfolio/portfolio.ts';
import type { Refusal } from '$lib/portfolio/refusal.ts';
import type { FigureCounts } from '$lib/words/figure-counts.ts';
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
  /** Which files the page was made of: what it asks for later must be of the same. Empty for one's own. */
  textsHash: string;
  start: string;
  horizonDays: number;
  baseline: { id: string; title: string };
  /** Prepared scenarios, without how it is now. */
  scenarios: { id: string; title: string; story: string; changes: Change[] }[];
  headings: { heading: string; scenarios: { id: string; title: string; story: string }[] }[];
  /** By its id, why a prepared scenario cannot stand beside the others. */
  refused: Record<string, Refusal>;
  /** By its id, what a prepared scenario may mislead about and how it is now does not. */
  warned: Record<string, Finding[]>;
  /** Prepared scenarios that stand side by side where nobody chose. */
  usual: string[];
  levers: LeverSetting[];
  names: Names;
  promises: Pick<
    Portfolio['standards'][number],
    'id' | 'standard' | 'promise' | 'target' | 'targetWorking'
  >[];
  prices: Portfolio['prices'];
  /** How renewal is read where no scenario says otherwise. */
  renewal: Portfolio['rules']['renewal'];
  /** What people said that no number shows. */
  said: SaidShown[];
  figures: FigureCounts;
  engine: string;
  run: LiveRunOptions['run'];
}

type Place = Pick<Desk, 'id' | 'isOwn'>;

/** The pages that shipped models and people's own both have, by the last part of their routes. */
export type DeskPage =
  'compare' | 'explore' | 'why' | 'people' | 'mat' | 'fairness' | 'principles' | 'assumptions';

/** Where a page about a desk's model is. */
export function pagePath({ id, isOwn }: Place, at: DeskPage): string {
  return isOwn
    ? resolve(`/portfolio/own/[key]/${at}`, { key: id })
    : resolve(`/portfolio/[id]/${at}`, { id });
}

/** Where the first page about a desk's model is. */
export function firstPath({ id, isOwn }: Place): string {
  return isOwn ? resolve('/portfolio/own/[key]', { key: id }) : resolve('/portfolio/[id]', { id });
}

/** Where the page is on which the scenarios of a desk stand side by side. */
export function comparePath(of: Place): string {
  return pagePath(of, 'compare');
}

/** Where the page is on which its levers are moved. */
export function explorePath(of: Place): string {
  return pagePath(of, 'explore');
}

/** Beginning of the hash of a model: what addresses and kept scenarios carry of it. */
export function markOf({ hash }: Pick<Desk, 'hash'>): string {
  return hash.slice(0, 12);
}
