import { expect, test } from 'vitest';
import { chosenScenarios } from './chosen-scenarios.ts';

test('what others are compared with is the first of the model, not of the form', () => {
  const listed = ['as-it-is', 'three-year', 'five-year'].map((id) => ({ id }));
  const { scenarios, unknown } = chosenScenarios(['five-year', 'gone', 'as-it-is'], listed);
  expect(scenarios.map(({ id }) => id)).toEqual(['as-it-is', 'five-year']);
  expect(unknown).toEqual(['gone']);
});
