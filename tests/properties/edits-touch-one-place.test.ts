import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { editText, type Edit } from '$lib/portfolio/edit-text.ts';
import { parseYaml } from '$lib/portfolio/parse.ts';
import { patience, times } from './how-often.ts';

/** Every YAML file of the shipped models. */
const shipped = readdirSync('models', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(`models/${path}`, 'utf8') }));

type Scalar = string | number | boolean | null;

/** The scalars of a plain value, by path. */
function scalarsOf(value: unknown, path = ''): { path: string; value: Scalar }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value: value as Scalar }];
  return Object.entries(value).flatMap(([key, inside]) =>
    scalarsOf(inside, path ? `${path}.${key}` : key),
  );
}

function plain(text: string): unknown {
  return JSON.parse(JSON.stringify(parseYaml(text, '').value));
}

function made(text: string, edit: Edit): string {
  const { value, findings } = editText(text, [edit]);
  expect(findings).toEqual([]);
  return value;
}

/** The value at a path of a plain copy is put, so that a document can be compared with it. */
function withValue(text: string, path: string, to: unknown): unknown {
  const copy = plain(text) as Record<string, unknown>;
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((at, key) => at[key] as typeof copy, copy);
  holder[keys[keys.length - 1]] = to;
  return copy;
}

describe('shipped models', () => {
  test.each(shipped)('$path: every scalar set to itself changes no byte', ({ text }) => {
    const scalars = scalarsOf(plain(text));
    expect(scalars.length).toBeGreaterThan(1);
    const edits = scalars.map(({ path, value }) => ({ set: path, to: value }));
    expect(editText(text, edits)).toEqual({ value: text, findings: [] });
  });

  // South Ayrshire takes longest: fewer of its scalars are tried.
  test.each(shipped.filter(({ path }) => !path.includes('scenarios')))(
    '$path: a scalar set and set back gives the same bytes',
    patience,
    ({ text }) => {
      // What is written in a way of its own, such as 1.50, comes back as 1.5.
      const scalars = scalarsOf(plain(text)).filter(({ value }) => typeof value !== 'number');
      fc.assert(
        fc.property(fc.constantFrom(...scalars), fc.string(), ({ path, value }, other) => {
          const there = made(text, { set: path, to: other });
          expect(plain(there)).toEqual(withValue(text, path, other));
          const back = made(there, { set: path, to: value });
          // Quotes that the other text needed stay; nothing else may differ.
          if (sourceAt(text, path) === sourceAt(back, path)) expect(back).toBe(text);
          expect(plain(back)).toEqual(plain(text));
          expectOnlyOnePlace(text, there);
        }),
        times(text.length > 20_000 ? 2 : 15),
      );
    },
  );
});

function sourceAt(text: string, path: string): string {
  const node = parseDocument(text).getIn(path.split('.').map(index), true) as {
    range: [number, number, number];
  };
  return text.slice(node.range[0], node.range[1]);
}

function index(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}

/** What differs lies in one stretch that is not much longer than a scalar. */
function expectOnlyOnePlace(before: string, after: string): void {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  const most = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  expect(before.length - head - tail).toBeLessThan(600);
}

/** Words that are hard to write: quotes, colons, hashes, brackets, blanks, other alphabets. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('yes', 'null', '12', '1e3', '- a', 'a: b', 'a #b', '2027-04-01', ' a ', '"', "'"),
  fc.constantFrom(
    '£5',
    'Ayr – North',
    'a\nb',
    'a\n\nb\n',
    '\t',
    '{',
    '[a',
    '*x',
    '&x',
    '!x',
    '%',
    '@',
  ),
);
const key = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
    fc.constantFrom('yes', '12', 'a b', 'é', 'x: y', '#', '-'),
  )
  .filter((word) => !['constructor', 'prototype'].includes(word) && !word.includes('.'));
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

/** Documents in which people write in their own ways: comments, brackets, quotes, ends of lines. */
const written = fc
  .tuple(
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '# head\n\n', '# tab\there\n'),
    fc.constantFrom('', '\n', '\n\n# tail\n'),
    fc.constantFrom(
      'b: { c: 1, d: "two" } # flow',
      'b:\n  c: 1 # one\n  # between\n\n  d: two',
      'b:\n    c: 1\n    d: |\n      two\n      lines',
    ),
    fc.constantFrom(
      'e: [1, two]',
      'e:\n  - 1 # first\n  - two',
      'e:\n- x: 1\n  y: 2\n\n- { x: 3 }',
      "'e': []",
      'e: [ 1,\n   2, # two\n ]',
    ),
    fc.constantFrom(
      'f: &x { g: 1 }\nh: *x',
      'f:\nh: ""',
      "f: 'it''s'\nh: {}",
      'f: >-\n  folded\n  text\nh: 0.50',
    ),
  )
  .map(([newline, head, tail, ...parts]) =>
    `${head}${parts.join('\n')}${tail}`.replaceAll('\n', newline),
  );

const paths = ['b', 'b.c', 'b.d', 'e', 'e.0', 'e.1', 'f', 'f.g', 'h', 'new', 'b.new', 'e.0.x'];
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ set: fc.constantFrom(...paths), to: value }),
  fc.record({ remove: fc.constantFrom(...paths) }),
  fc.record({ add: fc.constantFrom('b', 'h', 'f'), key, value }),
  fc.record({ add: fc.constantFrom('e'), value, after: fc.constantFrom('', '0') }),
  fc.record({ rename: fc.constantFrom('b', 'b.c', 'e', 'h'), to: key }),
);

/** Lines with a comment on them and nothing else, which no edit of another place takes away. */
function remarks(of: string): string[] {
  return of.split(/\r?\n/).filter((line) => /^# (?:head|tail|tab)/.test(line));
}

test(
  'whatever is edited, the text is either unchanged with a finding, or says just that more',
  patience,
  () => {
    let made = 0;
    fc.assert(
      fc.property(written, edit, (before, change) => {
        const { value: after, findings } = editText(before, [change]);
        if (findings.length > 0) expect(after).toBe(before);
        else {
          made++;
          expect(remarks(after)).toEqual(remarks(before));
          expect(/[^\r]\n/.test(after) && /\r\n/.test(after)).toBe(false);
          if ('set' in change) expect(at(plain(after), change.set)).toEqual(noMinus(change.to));
          if ('remove' in change && !/^e/.test(change.remove)) {
            expect(at(plain(after), change.remove)).toBeUndefined();
          }
        }
      }),
      times(600),
    );
    // Were most of them refused, this would show nothing.
    expect(made).toBeGreaterThan(200);
  },
);

test('an entry added and removed again leaves the same bytes', patience, () => {
  fc.assert(
    fc.property(written, key, value, (before, name, to) => {
      const { value: with_, findings } = editText(before, [{ add: 'b', key: name, value: to }]);
      if (findings.length > 0) return;
      expect(editText(with_, [{ remove: `b.${name}` }]).value).toBe(before);
    }),
    times(200),
  );
});

test('a name changed and changed back leaves the same bytes', patience, () => {
  fc.assert(
    fc.property(written, fc.stringMatching(/^[a-z]{3,8}$/), (before, name) => {
      const there = editText(before, [{ rename: 'b', to: name }]);
      expect(there.findings).toEqual([]);
      expect(editText(there.value, [{ rename: name, to: 'b' }]).value).toBe(before);
    }),
    times(100),
  );
});

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((of, name) => (of as Record<string, unknown>)?.[name], value);
}

/** Minus nought is written as nought. */
function noMinus(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
