import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { printable } from './findings-text.ts';
import { wrapped } from './text-table.ts';

const WIDTH = 100;

/** What may mislead about scenarios and not about the model as it is; empty where nothing may. */
export function warnedText(
  { warned }: Pick<Model, 'warned'>,
  scenarios: readonly Pick<Scenario, 'id' | 'title'>[],
): string {
  const lines = scenarios.flatMap(({ id, title }) =>
    (warned[id] ?? []).map(({ what, why, mend }) =>
      wrapped(printable(`- ${title}. ${what} ${why} What would mend it: ${mend}`), WIDTH),
    ),
  );
  return lines.length === 0 ? '' : ['What may mislead here:', ...lines].join('\n');
}
