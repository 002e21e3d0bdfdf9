import type { ComponentProps } from 'svelte';
import type { ChartOrigin } from '../../charts/chart-origin.ts';
import type ContractTimeline from '../../charts/ContractTimeline.svelte';
import type EndingCurves from '../../charts/EndingCurves.svelte';
import type IconPanels from '../../charts/IconPanels.svelte';
import type IntervalDots from '../../charts/IntervalDots.svelte';
import type PassedOn from '../../charts/PassedOn.svelte';
import type PlaceMap from '../../charts/PlaceMap.svelte';
import type QuantileDots from '../../charts/QuantileDots.svelte';
import type ServiceFlow from '../../charts/ServiceFlow.svelte';
import type SmallMultiples from '../../charts/SmallMultiples.svelte';
import type Threads from '../../charts/Threads.svelte';

/**
 * A chart as plain data: which it is and what it shows. A page draws it, and
 * the server makes files of it, from the same words and numbers.
 */
export type ChartSpec =
  | Spec<'contracts', ComponentProps<typeof ContractTimeline>>
  | Spec<'endings', ComponentProps<typeof EndingCurves>>
  | Spec<'icons', ComponentProps<typeof IconPanels>>
  | Spec<'intervals', ComponentProps<typeof IntervalDots>>
  | Spec<'passed-on', ComponentProps<typeof PassedOn>>
  | Spec<'map', ComponentProps<typeof PlaceMap>>
  | Spec<'futures', ComponentProps<typeof QuantileDots>>
  | Spec<'ways', ComponentProps<typeof ServiceFlow>>
  | Spec<'months', ComponentProps<typeof SmallMultiples>>
  | Spec<'threads', ComponentProps<typeof Threads>>;

interface Spec<K extends string, P> {
  kind: K;
  /** Unlike that of every other chart of the page: the name of its files. */
  name: string;
  props: Omit<P, 'name'>;
  /** What it is of, where that is less than its page is of. */
  of?: ChartOf;
}

/** One scenario that all rows of a chart are of. */
export interface ChartOf {
  scenario: string;
  /** Titles of the scenarios that it tells of. */
  titles: string[];
  /** False for what the model's file says by itself. */
  isRun: boolean;
}

/** Return what a chart is of, on a page that is of more. */
export function originOf({ of }: ChartSpec, page: ChartOrigin): ChartOrigin {
  if (!of) return page;
  const { scenario, titles: scenarios, isRun } = of;
  return { ...page, scenario, scenarios, runs: isRun ? page.runs : null };
}

/** A part of the page: its charts under a heading. */
export interface ChartSection {
  id: string;
  title: string;
  /** Plain sentences before the charts. */
  intro: string[];
  charts: ChartSpec[];
}
