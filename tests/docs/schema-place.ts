import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaNode } from '../../src/content/format-reference.ts';
import { root } from './documents.ts';

export type Schema = SchemaNode & { $id: string };

export function schemaOf(name: 'portfolio' | 'scenario' | 'snapshot'): Schema {
  return JSON.parse(readFileSync(join(root, `static/schema/${name}-1.json`), 'utf8')) as Schema;
}

/**
 * Return every part of a schema that may describe the value at a path of a
 * file. Empty where the format knows no such path.
 */
export function nodesAt(schema: Schema, path: string): SchemaNode[] {
  let nodes: SchemaNode[] = [schema];
  for (const key of path.split('.')) nodes = nodes.flatMap((node) => inside(node, key, schema));
  return nodes;
}

function inside(node: SchemaNode, key: string, schema: Schema): SchemaNode[] {
  if (node.$ref) return inside(deref(node.$ref, schema), key, schema);
  if (node.anyOf) return node.anyOf.flatMap((option) => inside(option, key, schema));
  const own = node.properties?.[key];
  if (own) return [own];
  if (/^\d+$/.test(key) && node.items) return [node.items];
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}

/** The schema that a reference such as "#/$defs/role" means. */
export function deref(reference: string, schema: Schema): SchemaNode {
  const found = schema.$defs?.[reference.slice(reference.lastIndexOf('/') + 1)];
  if (!found) throw new Error(`${reference} is nowhere in ${schema.$id}.`);
  return found;
}

/** A schema of its own for one of its parts; `partial` lets required keys be left out. */
export function standalone(nodes: SchemaNode[], schema: Schema, partial: boolean): object {
  const options = nodes.map((node) => (partial ? withoutRequired(node, schema) : node));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    anyOf: options,
    $defs: schema.$defs,
  };
}

function withoutRequired(node: SchemaNode, schema: Schema): SchemaNode {
  if (node.$ref) return withoutRequired(deref(node.$ref, schema), schema);
  return { properties: node.properties, additionalProperties: node.additionalProperties };
}
