import { expect, it } from 'vitest';
import { VARIABLES } from '$lib/portfolio/read-formula.ts';
import { glossary } from '../../src/content/glossary.ts';
import { schemaOf } from './schema-place.ts';

it('lists each word once, in the order of the alphabet', () => {
  const words = glossary.map(({ word }) => word.toLowerCase());
  expect(words).toEqual([...new Set(words)].sort((a, b) => a.localeCompare(b, 'en')));
});

it('explains in whole sentences', () => {
  expect(glossary.filter(({ means }) => !/^[A-Z].*\.$/.test(means))).toEqual([]);
});

it('names keys that a model file really has', () => {
  const text = JSON.stringify(schemaOf('portfolio'));
  const formulaNames = Object.values(VARIABLES).flatMap((names) => [...names.keys()]);
  const others = ['portfolio.yaml', 'scenarios', ...formulaNames];
  const unknown = glossary.filter(
    ({ key }) => key !== undefined && !text.includes(`"${key}"`) && !others.includes(key),
  );
  expect(unknown).toEqual([]);
});
