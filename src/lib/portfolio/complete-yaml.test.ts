import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeYaml, type Schema } from './complete-yaml.ts';

const schema = JSON.parse(readFileSync('static/schema/portfolio-1.json', 'utf8')) as Schema;
const scenario = JSON.parse(readFileSync('static/schema/scenario-1.json', 'utf8')) as Schema;

/** What is suggested where | stands. */
function at(text: string, by = schema) {
  const offset = text.indexOf('|');
  const found = completeYaml(text.replace('|', ''), offset, by);
  return { from: found?.from, texts: found?.suggestions.map((one) => one.text) ?? [] };
}

const head =
  'bide: 1\nsources:\n  ours: { title: Ours, kind: measured }\ncontracts:\n  award: { pays: 1 }\n';

test('keys of the whole file, without those that are there', () => {
  const { texts } = at('bide: 1\ntitle: x\nho|');
  expect(texts).toContain('horizon: ');
  expect(texts).not.toContain('title: ');
});

test('keys come with what the schema says of them', () => {
  const text = 'services:\n  hub:\n    name: Hub\n    k';
  const kind = completeYaml(text, text.length, schema)?.suggestions.find(
    (one) => one.text === 'kind: ',
  );
  expect(kind?.description).toMatch(/\w+/);
  expect(completeYaml(text, text.length, schema)?.from).toBe(text.length - 1);
});

test.each([
  [
    'below a role',
    'services:\n  hub:\n    roles:\n      worker:\n        posts: 1\n        c|\nlevers: []',
    'caseload: ',
  ],
  ['in brackets', 'services:\n  hub:\n    roles:\n      worker: { posts: 1, c| }', 'caseload: '],
  ['beside a dash', 'services:\n  hub:\n    pathway:\n      - st|', 'stage: '],
  ['in a stage', 'services:\n  hub:\n    pathway:\n      - stage: a\n        l|', 'lasts: '],
  ['of a figure', 'services:\n  hub:\n    lost-days: { | }', 'best: '],
  [
    'of localities that the model has',
    'localities:\n  town: { name: T }\ngroups:\n  a:\n    live: { | }',
    'town: ',
  ],
])('keys %s', (_, text, key) => expect(at(text).texts).toContain(key));

test.each([
  ['words of a list of words', 'services:\n  hub:\n    kind: |\n', ['team', 'clinic', 'vehicle']],
  ['words half written', 'services:\n  hub:\n    kind: ve|\n', ['vehicle']],
  ['in brackets', 'sources:\n  a: { title: x, kind: | }', ['measured', 'assumption']],
  ['yes or no', 'services:\n  hub:\n    pilot: |', ['true', 'false']],
  ['sources of the model', `${head}services:\n  hub:\n    source: |`, ['ours']],
  ['contracts of the model', `${head}services:\n  hub:\n    paid-by: |`, ['award']],
])('values: %s', (_, text, words) => {
  const { texts } = at(text);
  for (const word of words) expect(texts).toContain(word);
});

test('nothing in remarks, and nothing where the schema knows nothing', () => {
  expect(at('title: x # k|').texts).toEqual([]);
  expect(at('services:\n  hub:\n    name: |').texts).toEqual([]);
});

test('a key before a colon that stands is replaced without another', () => {
  expect(at('services:\n  hub:\n    ki|nd: team').texts).toContain('kind');
});

test('keys of the changes of a scenario', () => {
  expect(at('title: x\nchanges:\n  - { s| }', scenario).texts).toContain('set: ');
});
