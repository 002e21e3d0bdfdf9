import { render } from 'svelte/server';
import { contractTimelineTidy } from '$lib/charts/contract-timeline-tidy.ts';
import type { TidyTable } from '$lib/charts/csv-file.ts';
import { drawingIn } from '$lib/charts/drawing-in.ts';
import { endingCurvesTidy } from '$lib/charts/ending-curves-tidy.ts';
import { iconPanelsTidy } from '$lib/charts/icon-panels-words.ts';
import { intervalDotsTidy } from '$lib/charts/interval-dots-tidy.ts';
import { passedOnTidy } from '$lib/charts/passed-on-tidy.ts';
import { placeMapTidy } from '$lib/charts/place-map-tidy.ts';
import { quantileDotsTidy } from '$lib/charts/quantile-dots-table.ts';
import { serviceFlowTidy } from '$lib/charts/service-flow-tidy.ts';
import { smallMultiplesTidy } from '$lib/charts/small-multiples-tidy.ts';
import type { Drawing } from '$lib/charts/svg-file.ts';
import { threadsTidy } from '$lib/charts/threads-tidy.ts';
import AnyChart from '$lib/ui/people/AnyChart.svelte';
import type { ChartSpec } from '$lib/ui/people/chart-spec.ts';

/** The numbers of a chart, as its own page gives them. */
export function tidyOf(chart: ChartSpec): TidyTable {
  switch (chart.kind) {
    case 'contracts':
      return contractTimelineTidy(chart.props.input);
    case 'endings':
      return endingCurvesTidy(chart.props.input, chart.props.subtitle);
    case 'icons':
      return iconPanelsTidy(chart.props.input, chart.props.caption);
    case 'intervals':
      return intervalDotsTidy(chart.props.input, chart.props.caption);
    case 'passed-on':
      return passedOnTidy(chart.props.input);
    case 'map':
      return placeMapTidy(chart.props.input.places);
    case 'futures':
      return quantileDotsTidy(chart.props.input, chart.props.caption);
    case 'ways':
      return serviceFlowTidy(chart.props.input);
    case 'months':
      return smallMultiplesTidy(chart.props.input, chart.props.caption);
    case 'threads':
      return threadsTidy(chart.props.input, chart.props.names);
  }
}

/**
 * The wide drawing of a chart, and what stands around it, taken from the page's own component; null
 * for a chart that is its numbers alone.
 */
export function drawingOf(chart: ChartSpec): Drawing | null {
  const { body } = render(AnyChart, { props: { chart } });
  const { message, subtitle } = chart.props;
  const drawing = drawingIn(body);
  return drawing && { ...drawing, message, subtitle };
}
