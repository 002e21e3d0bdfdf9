import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SNAPSHOT_KEYS } from '$lib/snapshot/snapshot-keys.ts';
import {
  formatSections,
  type FormatSection,
  type SchemaNode,
} from '../../src/content/format-reference.ts';
import type { PageText } from '../../src/content/page-text.ts';
import { load } from '../../src/routes/guide/format/+page.server.ts';
import { schemaOf, type Schema } from './schema-place.ts';

interface Key {
  /** Where the schema describes it: "#/$defs/role/properties/posts". */
  path: string;
  key: string;
  node: SchemaNode;
}

/** Every key that a schema knows, wherever it stands. */
function keysOf(schema: Schema): Key[] {
  const from = (node: SchemaNode, path: string): Key[] => [
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
      { path: `${path}/properties/${key}`, key, node: child },
      ...from(child, `${path}/properties/${key}`),
    ]),
    ...(['items', 'additionalProperties'] as const).flatMap((inside) => {
      const child = node[inside];
      return typeof child === 'object' ? from(child, `${path}/${inside}`) : [];
    }),
    ...(node.anyOf ?? []).flatMap((option, i) => from(option, `${path}/anyOf/${i}`)),
  ];
  const definitions = Object.entries(schema.$defs ?? {});
  return [schema, ...definitions.map(([, node]) => node)].flatMap((node, i) =>
    from(node, i === 0 ? '#' : `#/$defs/${definitions[i - 1][0]}`),
  );
}

describe.each(['portfolio', 'scenario', 'snapshot'] as const)('the keys of a %s', (name) => {
  const schema = schemaOf(name);
  const keys = keysOf(schema);
  const sections = formatSections(schema, name);

  it('are described, each with an example', () => {
    expect(keys.length).toBeGreaterThan(4);
    const bare = keys.filter(({ node }) => !node.title || !node.description?.endsWith('.'));
    expect(bare.map(({ path }) => path)).toEqual([]);
    const unseen = keys.filter(({ node }) => !node.examples?.length);
    expect(unseen.map(({ path }) => path)).toEqual([]);
  });

  it('are all in the reference', () => {
    const listed = sections.flatMap((section) => section.keys.map(({ what }) => what));
    const missing = keys.filter(({ node }) => !listed.includes(node.description ?? ''));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it('link to sections that are there', () => {
    const ids = sections.map(({ id }) => id);
    const wanted = sections.flatMap((section) => section.keys.flatMap(({ takes }) => takes));
    const lost = wanted.filter(({ section }) => section !== null && !ids.includes(section));
    // Figures and lengths are described once, with the portfolio's keys.
    expect(lost.filter(({ section }) => section !== 'figures' && section !== 'lengths')).toEqual(
      [],
    );
  });

  it('have examples that the schema allows', () => {
    const ajv = new Ajv2020({ strict: false }).addSchema(schema);
    const wrong = keys.flatMap(({ path, node }) => {
      const validate = ajv.compile({ $ref: `${schema.$id}${path}` });
      return (node.examples ?? []).filter((example) => !validate(example)).map(() => path);
    });
    expect(wrong).toEqual([]);
    // Every example is compiled by itself, which takes a while on a busy machine.
  }, 30_000);

  it('have examples that are YAML for what they stand for', () => {
    for (const { keys: listed } of sections) {
      for (const { key, examples } of listed) {
        const read = splitExamples(key, examples).map((text) => parse(text) as object);
        const written = keys.filter((one) => one.key === key).map(({ node }) => node.examples);
        expect(written).toContainEqual(read.map((one) => (one as Record<string, unknown>)[key]));
      }
    }
  });
});

it('the page has every key of every file that is read', () => {
  const { text, sections } = load({} as never) as {
    text: PageText;
    sections: Record<string, FormatSection[]>;
  };
  const lists = text.blocks.flatMap((block) => (block.kind === 'insert' ? [block.what] : []));
  expect(lists.sort()).toEqual(Object.keys(sections).sort());
  const onPage = (list: string) => sections[list].flatMap(({ keys }) => keys.map(({ key }) => key));
  const missing = Object.values(SNAPSHOT_KEYS)
    .flat()
    .filter((key) => !onPage('snapshot-keys').includes(key));
  expect(missing).toEqual([]);
});

/** Lines of several examples of one key, cut where the key begins again. */
function splitExamples(key: string, lines: string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    if (line.startsWith(`${key}:`)) texts.push(line);
    else texts[texts.length - 1] += `\n${line}`;
  }
  return texts;
}
