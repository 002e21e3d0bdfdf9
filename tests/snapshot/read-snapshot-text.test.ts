import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { SNAPSHOT_KEYS } from '$lib/snapshot/snapshot-keys.ts';
import { draftReasons, statusOf } from '$lib/snapshot/status.ts';
import { readWith, wholeText } from './text.ts';

describe('the text of a snapshot', () => {
  it('is read whole, and is more than a draft', () => {
    const { value, findings } = readWith();
    expect(findings).toEqual([]);
    expect(value?.text.dissent).toEqual([
      { says: 'We would rather have a second worker.', from: 'Three members of the panel' },
    ]);
    expect(statusOf(value!.text)).toBe('Assured and approved');
  });

  it.each([
    ['an unknown key', 'question:', 'qestion:', 'key-unknown', 4, 1],
    ['a date', '"2028-04-01"', '"2028-04-31"', 'date-not-readable', 19, 13],
    ['a slug', 'longer-awards', 'Longer awards!', 'id-not-allowed', 2, 1],
    ['a missing analyst', / {2}analyst: .*\n/, '', 'key-missing', 20, 1],
    ['a blank', 'title: Longer awards for one worker', 'title:', 'value-blank', 3, 1],
    ['no limit at all', /limits:\n( {2}- .*\n)+/, 'limits: []\n', 'value-blank', 17, 9],
    ['another format', 'bide-snapshot: 1', 'bide-snapshot: 2', 'format-unknown', 1, 16],
    ['a check nobody knows', 'told-first:', 'told-last:', 'key-unknown', 36, 3],
    [
      'the assurer',
      'Statistician, organisation: Health board',
      'planning  Analyst, organisation: partnership',
      'assurer-is-analyst',
      23,
      12,
    ],
    ['the approver', 'Chief officer', 'Planning analyst', 'approver-is-analyst', 24, 13],
    [
      'a narrative that nobody could read',
      'Longer awards help.',
      '*_a'.repeat(201),
      'narrative-too-marked',
      7,
      12,
    ],
    ['approval alone', /assurance: .*\n/, '', 'approval-without-assurance', 25, 11],
    ['assurance by nobody', / {2}assurer: .*\n/, '', 'statement-without-role', 24, 12],
  ])('has a finding with its place for %s', (_, from, to, code, line, column) => {
    const { value, findings } = readWith([from, to]);
    expect(value).toBeNull();
    expect(findings.map(({ code, line, column }) => [code, line, column])).toContainEqual([
      code,
      line,
      column,
    ]);
  });

  it('stays a draft while anything is open, and says what', () => {
    const whole = wholeText();
    expect(draftReasons(whole)).toEqual([]);
    expect(draftReasons({ ...whole, assurance: null })).toEqual(['no assurance']);
    expect(draftReasons({ ...whole, approval: null })).toEqual(['no approval']);
    const { analyst } = whole.roles;
    expect(draftReasons({ ...whole, roles: { ...whole.roles, assurer: analyst } })).toEqual([
      'assured by the analyst',
    ]);
    expect(draftReasons({ ...whole, roles: { ...whole.roles, approver: analyst } })).toEqual([
      'approved by the analyst',
    ]);
    const open = { ...whole.checklist, 'open-tender': undefined };
    expect(draftReasons({ ...whole, checklist: open })).toEqual(['checks']);
    expect(statusOf({ ...whole, checklist: open })).toBe('Draft, not assured');
  });
});

interface Mapping {
  title?: string;
  description?: string;
  properties?: Record<string, { title?: string; description?: string; examples?: unknown[] }>;
}

describe('its schema', () => {
  const schema = JSON.parse(readFileSync('static/schema/snapshot-1.json', 'utf8')) as Mapping & {
    $defs: Record<string, Mapping>;
  };
  const mappings = [['snapshot', schema] as const, ...Object.entries(schema.$defs)].filter(
    ([, { properties }]) => properties,
  );

  it('knows the keys that are read', () => {
    const keys = mappings.map(([name, { properties }]) => [name, Object.keys(properties!).sort()]);
    const own = Object.entries(SNAPSHOT_KEYS).map(([name, known]) => [name, [...known].sort()]);
    expect(Object.fromEntries(keys)).toEqual(Object.fromEntries(own));
  });

  it('explains every key, with examples that fit', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    ajv.addSchema(schema as AnySchema, 'all');
    for (const [name, mapping] of mappings) {
      const at = name === 'snapshot' ? '' : `/$defs/${name}`;
      expect(mapping.description).toMatch(/\.$/);
      for (const [key, { title, description, examples }] of Object.entries(mapping.properties!)) {
        expect(title, key).toMatch(/^[A-Z]/);
        expect(description, key).toMatch(/\.$/);
        expect(examples?.length, key).toBeGreaterThan(0);
        const validate = ajv.getSchema(`all#${at}/properties/${key}`);
        for (const example of examples!) expect(validate?.(example), `${name}.${key}`).toBe(true);
      }
    }
  });
});
