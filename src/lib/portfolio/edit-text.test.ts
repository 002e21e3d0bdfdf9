import { describe, expect, test } from 'vitest';
import { editText, type Edit } from './edit-text.ts';

const model = `# The head stays.
services:
  outreach: # two people
    name: "Outreach"
    about: 'It''s here'
    roles:
      worker: { posts: 2, caseload: 20 } # never leave
    pathway:
      - stage: First  # spaces stay
        with: worker

      # Why there is a second one.
      - stage: Second
        lasts: { mean: 12 weeks,
                 why: "long" }
    notes: |
      One.
      Two.

  hub:
    name: Hub
list: [a, b] # tail
blank:
shared: &x { best: 1 }
again: *x
"a key": 1
none: {}
`;

function edited(...edits: Edit[]): string {
  const { value, findings } = editText(model, edits);
  expect(findings).toEqual([]);
  return value;
}

/** Lines that went (-) and came (+), in order. */
function changed(...edits: Edit[]): string[] {
  const before = model.split('\n');
  const after = edited(...edits).split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return [
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`),
  ];
}

describe('set', () => {
  test.each<[string, Edit, string[]]>([
    [
      'a figure in brackets',
      { set: 'services.outreach.roles.worker.caseload', to: 15 },
      [
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+      worker: { posts: 2, caseload: 15 } # never leave',
      ],
    ],
    [
      'text in double quotes',
      { set: 'services.outreach.name', to: 'On the streets: "here"' },
      ['-    name: "Outreach"', '+    name: "On the streets: \\"here\\""'],
    ],
    [
      'text in single quotes',
      { set: 'services.outreach.about', to: "That's it" },
      ["-    about: 'It''s here'", "+    about: 'That''s it'"],
    ],
    [
      'plain text that has to be quoted now',
      { set: 'services.hub.name', to: 'yes' },
      ['-    name: Hub', '+    name: "yes"'],
    ],
    [
      'an entry of a list by the name of its stage',
      { set: 'services.outreach.pathway.first.with', to: 'nurse' },
      ['-        with: worker', '+        with: nurse'],
    ],
    ['a blank', { set: 'blank', to: 3 }, ['-blank:', '+blank: 3']],
    ['a key in quotes', { set: 'a key', to: 2 }, ['-"a key": 1', '+"a key": 2']],
    [
      'a key that is new, last',
      { set: 'services.hub.about', to: 'A place' },
      ['+    about: A place'],
    ],
    [
      'a key that is new in brackets',
      { set: 'services.outreach.roles.worker.source', to: 'us, here' },
      [
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+      worker: { posts: 2, caseload: 20, source: "us, here" } # never leave',
      ],
    ],
    [
      'a figure to one with a range',
      { set: 'services.outreach.roles.worker.posts', to: { best: 2, low: 1, high: 3 } },
      [
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+      worker: { posts: { best: 2, low: 1, high: 3 }, caseload: 20 } # never leave',
      ],
    ],
    [
      'a mapping, only where it differs',
      { set: 'services.outreach.roles', to: { worker: { posts: 2, caseload: 18, cost: '1 GBP' } } },
      [
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+      worker: { posts: 2, caseload: 18, cost: 1 GBP } # never leave',
      ],
    ],
    [
      'a mapping over several lines to text',
      { set: 'services.outreach.roles', to: 'none' },
      [
        '-    roles:',
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+    roles: none',
      ],
    ],
    [
      'lines of text',
      { set: 'services.outreach.notes', to: 'One.\n\nThree.\n' },
      ['-      Two.', '+', '+      Three.'],
    ],
    [
      'a list',
      { set: 'list', to: ['a', 'c', 'b'] },
      ['-list: [a, b] # tail', '+list: [a, c, b] # tail'],
    ],
    ['an alias', { set: 'again', to: 7 }, ['-again: *x', '+again: 7']],
    [
      'something long in place of a blank',
      { set: 'blank', to: { a: { b: { c: 1 } }, d: ['x'] } },
      ['+  a: { b: { c: 1 } }', '+  d: [x]'],
    ],
  ])('%s', (_, edit, lines) => expect(changed(edit)).toEqual(lines));
});

describe('add', () => {
  test.each<[string, Edit, string[]]>([
    [
      'an entry at the end of a mapping',
      {
        add: 'services',
        key: 'bus',
        value: { name: 'Bus', kind: 'vehicle', points: { a: { b: { c: 1 } } } },
      },
      [
        '+  bus:',
        '+    name: Bus',
        '+    kind: vehicle',
        '+    points:',
        '+      a: { b: { c: 1 } }',
      ],
    ],
    [
      'an entry after another',
      { add: 'services.hub', key: 'kind', value: 'hub', after: 'name' },
      ['+    kind: hub'],
    ],
    [
      'an entry first',
      { add: 'services.hub', key: 'kind', value: 'hub', after: '' },
      ['+    kind: hub'],
    ],
    [
      'to a list, after one of its entries',
      { add: 'services.outreach.pathway', value: { stage: 'Between', with: 'worker' }, after: '0' },
      ['+      - { stage: Between, with: worker }'],
    ],
    [
      'to a list in brackets',
      { add: 'list', value: 'c' },
      ['-list: [a, b] # tail', '+list: [a, b, c] # tail'],
    ],
    [
      'to a list in brackets, first',
      { add: 'list', value: 'c', after: '' },
      ['-list: [a, b] # tail', '+list: [c, a, b] # tail'],
    ],
    ['to an empty mapping', { add: 'none', key: 'a', value: 1 }, ['-none: {}', '+none: { a: 1 }']],
    [
      'to a mapping that is missing',
      { add: 'services.hub.roles', key: 'worker', value: { posts: 1 } },
      ['+    roles: { worker: { posts: 1 } }'],
    ],
  ])('%s', (_, edit, lines) => expect(changed(edit)).toEqual(lines));
});

describe('remove and rename', () => {
  test.each<[string, Edit, string[]]>([
    ['an entry', { remove: 'services.hub' }, ['-  hub:', '-    name: Hub']],
    [
      'an entry in brackets',
      { remove: 'services.outreach.roles.worker.posts' },
      [
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+      worker: { caseload: 20 } # never leave',
      ],
    ],
    [
      'the last entry in brackets',
      { remove: 'services.outreach.roles.worker.caseload' },
      [
        '-      worker: { posts: 2, caseload: 20 } # never leave',
        '+      worker: { posts: 2 } # never leave',
      ],
    ],
    [
      'the only entry',
      { remove: 'services.hub.name' },
      ['-  hub:', '-    name: Hub', '+  hub: {}'],
    ],
    [
      'what stands beside a dash',
      { remove: 'services.outreach.pathway.0.stage' },
      ['-      - stage: First  # spaces stay', '-        with: worker', '+      - with: worker'],
    ],
    [
      'an entry of a list; the words above the next stay',
      { remove: 'services.outreach.pathway.1' },
      [
        '-      - stage: Second',
        '-        lasts: { mean: 12 weeks,',
        '-                 why: "long" }',
      ],
    ],
    ['a name', { rename: 'services.hub', to: 'house' }, ['-  hub:', '+  house:']],
    ['a name in quotes', { rename: 'a key', to: 'other' }, ['-"a key": 1', '+"other": 1']],
  ])('%s', (_, edit, lines) => expect(changed(edit)).toEqual(lines));
});

test('several edits are made in order', () => {
  const lines = changed(
    { add: 'services', key: 'bus', value: { name: 'Bus' } },
    { set: 'services.bus.name', to: 'The bus' },
    { rename: 'services.bus', to: 'van' },
  );
  expect(lines).toEqual(['+  van: { name: The bus }']);
});

test.each<[string, Edit, string]>([
  ['there is nothing', { set: 'services.hbu.name', to: 1 }, 'edit-path-unknown'],
  ['there is nothing to remove', { remove: 'services.hub.about' }, 'edit-path-unknown'],
  ['the path is none', { remove: 'services..hub' }, 'change-path-broken'],
  ['a key would reach into objects', { set: 'services.__proto__', to: 1 }, 'change-path-broken'],
  ['the name is taken', { rename: 'services.hub', to: 'outreach' }, 'change-adds-existing'],
  ['the key is taken', { add: 'services', key: 'hub', value: 1 }, 'change-adds-existing'],
  ['no key is given', { add: 'services', value: 1 }, 'edit-key-missing'],
  ['it stands in two places', { set: 'shared.best', to: 2 }, 'edit-in-two-places'],
  ['it is only referred to', { set: 'again.best', to: 2 }, 'edit-in-two-places'],
  ['it cannot be written', { set: 'list', to: [undefined] }, 'edit-value-unknown'],
  ['it is no number', { set: 'blank', to: Number.NaN }, 'edit-value-unknown'],
])('nothing changes where %s', (_, edit, code) => {
  const fine: Edit = { set: 'services.hub.name', to: 'House' };
  const { value, findings } = editText(model, [fine, edit]);
  expect(value).toBe(model);
  expect(findings.map((finding) => finding.code)).toEqual([code]);
});

test('marks that turn a line are left out of what is put in', () => {
  const edits: Edit[] = [{ set: 'b', to: { c: ['Sixty \u202emonths'] } }];
  expect(editText('a: 1\n', edits).value).toBe('a: 1\nb: { c: [Sixty months] }\n');
});

test('what cannot be touched alone is refused', () => {
  const text = '? a\n: 1\n? b\n: 2\n';
  const { value, findings } = editText(text, [{ remove: 'a' }]);
  expect(value).toBe(text);
  expect(findings.map(({ code }) => code)).toEqual(['edit-not-possible']);
});

test('a text that cannot be read is left alone, and said to be so', () => {
  const broken = 'a: 1\na: 2\n';
  const { value, findings } = editText(broken, [{ set: 'a', to: 3 }]);
  expect(value).toBe(broken);
  expect(findings.map(({ code, line }) => [code, line])).toEqual([['key-twice', 2]]);
});

test.each([
  [
    'lines that end as on Windows',
    'a: 1 # x\r\nb:\r\n  c: 2\r\n',
    'a: 1 # x\r\nb:\r\n  c: 2\r\n  d: 3\r\n',
  ],
  ['no end of the last line', 'a: 1\nb:\n  c: 2', 'a: 1\nb:\n  c: 2\n  d: 3'],
  ['a mark at the beginning', '\uFEFFb:\n    c: 2\n', '\uFEFFb:\n    c: 2\n    d: 3\n'],
  ['tabs in comments', 'b:\n  c: 2\t# x\ty\n# z\n', 'b:\n  c: 2\t# x\ty\n  d: 3\n# z\n'],
])('%s stay', (_, text, expected) => {
  expect(editText(text, [{ set: 'b.d', to: 3 }])).toEqual({ value: expected, findings: [] });
});
