import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasErrors } from '../diagnostics/finding.ts';
import { readOwnModel } from './read-own-model.ts';
import { hasSampleFigures } from './sample-figures.ts';

const blank = readFileSync('src/content/blank-model.yaml', 'utf8');

test('the model to begin with can be used, and says that its figures are samples', () => {
  const { value, findings } = readOwnModel({ portfolio: blank, scenarios: {} });
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(hasErrors(findings)).toBe(false);
  expect(value?.portfolio.services).toHaveLength(1);
  expect(hasSampleFigures(blank)).toBe(true);
});

test('once every sample has a source of its own, nothing is said any more', () => {
  expect(hasSampleFigures(blank.replaceAll('source: sample', 'source: ours'))).toBe(false);
  expect(hasSampleFigures('a: { best: 1, source: "sample" }')).toBe(true);
  expect(hasSampleFigures('a: { best: 1, source: sample-survey }')).toBe(false);
});
