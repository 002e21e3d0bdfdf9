import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from './read-model.ts';

const model = 'models/one-worker-one-contract';
const portfolio = {
  path: 'portfolio.yaml',
  text: readFileSync(`${model}/portfolio.yaml`, 'utf8'),
};
const file = (name: string, text: string) => ({ path: `scenarios/${name}.yaml`, text });

test('a model says which of its scenarios cannot stand beside how it is now', () => {
  const { value } = readModel(
    [
      portfolio,
      file('three', 'title: Three\nchanges: [{ set: contracts.award.term, to: 36 months }]\n'),
      file('eight', 'title: Eight\nchanges: [{ set: contracts.award.term, to: 96 months }]\n'),
      file('on-it', 'title: On it\nbased-on: eight\nchanges: [{ set: warm-up, to: 4 years }]\n'),
      file('longer', 'title: Longer\nchanges: [{ set: horizon, to: 20 years }]\n'),
    ],
    'one',
  );
  expect(Object.keys(value?.refused ?? {}).sort()).toEqual(['eight', 'longer', 'on-it']);
  expect(value?.refused.eight.why).toContain('less than twice the longest award, 96 months');
  expect(value?.refused['on-it'].why).toContain('less than twice the longest award, 96 months');
  expect(value?.refused.longer.why).toContain('looks another time ahead');
});
