import { described, kindOf, opened, type SchemaNode } from './schema-node.ts';

/** One place of a model's file and what the format says of it. */
export interface Visited {
  path: string;
  value: unknown;
  /** The definition and the key around it: `stage` and `with`; a list's entries keep its key. */
  of: string;
  key: string;
  /** True for the id of an entry, whose value is visited by itself. */
  isId: boolean;
  /** Source that the nearest mapping around it names. */
  source: string | undefined;
  node: SchemaNode;
  kind: ReturnType<typeof kindOf>;
}

type Around = Pick<Visited, 'of' | 'key' | 'source'>;

/** Call back for every place of a model's file that the format knows, from the outside in. */
export function walkModel(
  raw: unknown,
  schema: SchemaNode,
  visit: (visited: Visited) => void,
): void {
  const around: Around = { of: 'portfolio', key: '', source: undefined };
  go(schema, raw, '', around, schema, visit);
}

function go(
  written: SchemaNode,
  value: unknown,
  path: string,
  around: Around,
  schema: SchemaNode,
  visit: (visited: Visited) => void,
): void {
  if (value === undefined || value === null) return;
  const at = described(written, schema);
  const kind = kindOf(at, value, schema);
  visit({ ...around, path, value, isId: false, node: at.node, kind });
  const { node, name } = opened(at, value, schema);
  const inside = (key: string) => (path ? `${path}.${key}` : key);
  if (Array.isArray(value)) {
    if (!node.items) return;
    for (const [i, item] of value.entries()) {
      go(node.items, item, inside(String(i)), around, schema, visit);
    }
    return;
  }
  if (typeof value !== 'object') return;
  const own = (value as Record<string, unknown>).source;
  const source = typeof own === 'string' ? own : around.source;
  for (const [key, inner] of Object.entries(value)) {
    const property = node.properties?.[key];
    if (property) {
      go(property, inner, inside(key), { of: name || around.of, key, source }, schema, visit);
    } else if (typeof node.additionalProperties === 'object') {
      const { additionalProperties: entry } = node;
      visit({
        ...{ ...around, source, path: inside(key), value: key, isId: true },
        ...{ node: entry, kind: 'text' as const },
      });
      go(entry, inner, inside(key), { ...around, source }, schema, visit);
    }
  }
}
