import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from './read-model.ts';
import { refusalOf } from './refusal.ts';

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

test('and which of them may mislead where it does not itself', () => {
  const posts = 'services.outreach.roles.outreach-worker.posts';
  const { value } = readModel(
    [
      portfolio,
      file('two', `title: Two\nchanges: [{ set: ${posts}, to: 2 }]\n`),
      file('on-it', 'title: On it\nbased-on: two\nchanges: [{ set: warm-up, to: 4 years }]\n'),
      file('half', `title: Half\nchanges: [{ set: ${posts}, to: 0.5 }]\n`),
      file('eight', 'title: Eight\nchanges: [{ set: contracts.award.term, to: 96 months }]\n'),
    ],
    'one',
  );
  expect(Object.keys(value?.warned ?? {}).sort()).toEqual(['on-it', 'two']);
  expect(value?.warned['on-it'].map(({ code }) => code)).toEqual(['costs-above-award']);
});

test.each(['constructor.term', '__proto__.term', 'toString'])(
  'a path that no model has, %s, is none of its time',
  (set) => {
    expect(refusalOf([{ set, to: 1 }], [])).toBeNull();
    expect(refusalOf([{ set: 'start', to: '2028-04-01' }], [])?.why).toContain('another day');
  },
);
