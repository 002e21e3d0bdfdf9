import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { KEYS } from './file-keys.ts';

interface Schema {
  title?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
  $defs?: Record<string, Schema>;
  [keyword: string]: unknown;
}

function read(name: string): Schema {
  return JSON.parse(readFileSync(`static/schema/${name}-1.json`, 'utf8')) as Schema;
}

const schemas = { portfolio: read('portfolio'), scenario: read('scenario') };

/** Every mapping that a schema describes, by its name. */
function mappings(schema: Schema, name: string): [string, Schema][] {
  const inner = Object.entries(schema.$defs ?? {});
  return [[name, schema] as [string, Schema], ...inner].filter(([, { properties }]) => properties);
}

describe.each(Object.entries(schemas))('the schema of a %s', (name, schema) => {
  it.each(mappings(schema, name))('explains every key of %s in plain words', (_, mapping) => {
    expect(mapping.title).toBeTruthy();
    expect(mapping.description).toMatch(/\.$/);
    expect(mapping.additionalProperties).toBe(false);
    for (const [key, value] of Object.entries(mapping.properties ?? {})) {
      expect(value.title, key).toMatch(/^[A-Z]/);
      expect(value.description, key).toMatch(/\.$/);
      expect(value.examples?.length, key).toBeGreaterThan(0);
    }
  });

  it('gives examples that fit', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    ajv.addSchema(schema as AnySchema, 'all');
    for (const [at, mapping] of mappings(schema, name)) {
      const where = at === name ? '' : `/$defs/${at}`;
      for (const [key, { examples }] of Object.entries(mapping.properties ?? {})) {
        const validate = ajv.getSchema(`all#${where}/properties/${key}`);
        for (const example of examples ?? []) {
          expect(validate?.(example), `${at}.${key}: ${JSON.stringify(validate?.errors)}`).toBe(
            true,
          );
        }
      }
    }
  });

  it('knows the same keys as the types of the file', () => {
    for (const [at, mapping] of mappings(schema, name)) {
      const known = (KEYS as Record<string, readonly string[] | undefined>)[KEY_NAMES[at] ?? at];
      if (!known) expect(WITHOUT_TYPE).toContain(at);
      else expect(Object.keys(mapping.properties ?? {}).sort(), at).toEqual([...known].sort());
    }
  });
});

/** Where a schema's name for a mapping is not the name of its table of keys. */
const KEY_NAMES: Record<string, string> = {
  'figure-mapping': 'figure',
  'length-mapping': 'length',
};

/** Mappings of one or two keys that are read where they stand. */
const WITHOUT_TYPE = [
  ...['mix-part', 'travels', 'comes-back', 'list', 'unrenewed-end', 'share-of'],
  ...['warm-up', 'until-steady', 'set', 'remove', 'add'],
];

it('every table of keys has its mapping in a schema', () => {
  const described = new Set([
    ...mappings(schemas.portfolio, 'portfolio').map(([name]) => KEY_NAMES[name] ?? name),
    ...mappings(schemas.scenario, 'scenario').map(([name]) => KEY_NAMES[name] ?? name),
    'change',
  ]);
  expect(Object.keys(KEYS).filter((name) => !described.has(name))).toEqual([]);
});
