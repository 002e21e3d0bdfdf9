import type { Change } from './portfolio.ts';

/**
 * Return a scenario as the text of a file that a model's folder takes: `scenarios/<name>.yaml`.
 *
 * Every text stands in double quotes and everything inside a change on one line, which any reader
 * of YAML 1.2 reads the same, so that no library is needed to write it.
 */
export function scenarioText(scenario: {
  title: string;
  story: string;
  changes: readonly Change[];
}): string {
  const { title, story, changes } = scenario;
  const lines = [`title: ${written(title)}`];
  if (story) lines.push(`story: ${written(story)}`);
  lines.push(changes.length === 0 ? 'changes: []' : 'changes:');
  for (const change of changes) {
    Object.entries(change).forEach(([key, value], index) => {
      lines.push(`  ${index === 0 ? '-' : ' '} ${key}: ${written(value)}`);
    });
  }
  return `${lines.join('\n')}\n`;
}

/** Return the name of a scenario's file: letters, digits and hyphens; never that of the baseline. */
export function scenarioFileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${['', 'as-it-is', 'portfolio'].includes(name) ? 'my-scenario' : name}.yaml`;
}

/** JSON, with what YAML does not allow in quotes as it stands written by its number. */
function written(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
