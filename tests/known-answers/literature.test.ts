import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { literature } from './literature.ts';
import { caseNames, readValidation } from './read-case.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(top, file), 'utf8');

/** Rows of the table of cases, each as the texts of its cells. */
const rows = read('src/content/method/tests.md')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('of the cases of the literature', () => {
  it('there are 26 with figures, and further families', () => {
    expect(literature.findIndex(({ id }) => id === 'general-patience')).toBe(26);
    expect(new Set(literature.map(({ id }) => id)).size).toBe(literature.length);
  });

  it.each(literature)('$id has a model, a test, or a reason why not', (one) => {
    const answers = [one.models, one.test, one.cannot].filter((answer) => answer !== undefined);
    expect(answers).toHaveLength(1);
    for (const name of one.models ?? []) expect(caseNames).toContain(name);
    if (one.test) expect(read(one.test.file)).toContain(one.test.says);
  });

  it.each(literature)('$id stands in the guide', ({ says, models, test, cannot }) => {
    const [row] = rows.filter(([first]) => first === says);
    expect(row).toBeDefined();
    const where = models?.map((name) => `\`${name}\``).join(', ') ?? cannot ?? `\`${test?.file}\``;
    expect(row[1]).toBe(where);
  });

  it('none names a model twice, and no model is left out', () => {
    const named = literature.flatMap(({ models = [] }) => models);
    expect([...named].sort()).toEqual(caseNames);
  });

  it('those that a model says it was taken from hold that model', () => {
    for (const name of caseNames) {
      const from = readValidation(name).split(' ')[0];
      if (from === 'none') continue;
      expect(literature.find(({ id }) => id === from)?.models).toContain(name);
    }
  });
});
