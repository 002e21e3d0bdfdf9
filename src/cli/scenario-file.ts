import type { Scenario } from '$lib/portfolio/portfolio.ts';

/** Return a scenario as a file of its own. Text in quotes of JSON is YAML as well. */
export function scenarioFile({ title, story, changes }: Omit<Scenario, 'id'>): string {
  return [
    `title: ${JSON.stringify(title)}`,
    `story: ${JSON.stringify(story)}`,
    'changes:',
    ...changes.map((change) => `  - ${JSON.stringify(change)}`),
    '',
  ].join('\n');
}
