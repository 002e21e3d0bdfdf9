import type { PrincipleVerdict } from '$lib/comparison/principle-verdict.ts';
import { verdictInWords, whatWouldChange } from '$lib/words/principle-words.ts';
import { textTable, wrapped } from './text-table.ts';

/** The verdicts of one scenario. */
export interface ScenarioPrinciples {
  scenario: string;
  title: string;
  verdicts: PrincipleVerdict[];
}

/**
 * Return the principles as text: each with its verdict in each scenario, and
 * below what would change it, once where it is the same for all. Nothing where
 * the model has none.
 */
export function principlesTexts(scenarios: readonly ScenarioPrinciples[], width: number): string[] {
  const first = scenarios[0]?.verdicts ?? [];
  if (first.length === 0) return [];
  const across = 3;
  const blocks: string[] = [];
  for (let from = 0; from < scenarios.length; from += across) {
    const shown = scenarios.slice(from, from + across);
    const rows = first.map(({ says }, i) => [
      says,
      ...shown.map(({ verdicts }) => verdictInWords(verdicts[i])),
    ]);
    const head = ['Principles of ethical commissioning', ...shown.map(({ title }) => title)];
    blocks.push(textTable(head, rows, width));
  }
  const changes = first.flatMap((_, i) => changesOf(scenarios, i, width));
  return [...blocks, ['What would change them:', ...changes].join('\n')];
}

function changesOf(scenarios: readonly ScenarioPrinciples[], i: number, width: number): string[] {
  const said = new Map<string, string[]>();
  for (const { title, verdicts } of scenarios) {
    const change = whatWouldChange(verdicts[i]);
    said.set(change, [...(said.get(change) ?? []), title]);
  }
  const { says } = scenarios[0].verdicts[i];
  return [...said].map(([change, titles]) => {
    const whose = said.size > 1 ? ` (${titles.join('; ')})` : '';
    return wrapped(`- ${says}${whose}: ${change}`, width);
  });
}
