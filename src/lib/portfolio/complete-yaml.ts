/** What can be written at a place of a model's text: keys and words that its JSON Schema knows. */
import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';

/** A JSON Schema, as far as it is looked into here. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
}

export interface Suggestion {
  /** What is put in place of the word at the cursor. */
  text: string;
  description: string;
  isKey: boolean;
}

export interface Completion {
  /** Where the word begins that a suggestion replaces; it ends at the cursor. */
  from: number;
  suggestions: Suggestion[];
}

/** A word that no model holds: where it stands after reading is where the cursor is. */
const MARK = 'zzcursorzz';

/** Keys whose value is the name of an entry of a section, and keys whose own entries are. */
const NAMED_BY_VALUE: Record<string, string> = {
  source: 'sources',
  'paid-by': 'contracts',
  to: 'services',
};
const NAMED_BY_KEY: Record<string, string> = {
  live: 'localities',
  'turn-to': 'services',
  needs: 'needs',
};

/**
 * Return what can be written at an offset of a text, which may be half written; null where nothing
 * is known. Keys come with the descriptions of the schema; those already there are left out.
 */
export function completeYaml(text: string, offset: number, schema: Schema): Completion | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return null;
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  const from = offset - word.length;
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const put = (mark: string) => text.slice(0, from) + mark + text.slice(offset + rest);
  const ahead = text.slice(offset + rest);
  const canBeKey = /^\s*(?:- +)*$|[{,[]\s*$/.test(text.slice(lineStart, from));
  if (canBeKey) {
    const hasColon = /^\s*:/.test(ahead);
    const found = findMark(read(put(hasColon ? MARK : `${MARK}: `)));
    const keys = found && keysAt(found, schema);
    if (keys && keys.length > 0) {
      const suggestions = keys.map(({ key, description }) => ({
        text: hasColon ? key : `${key}: `,
        description,
        isKey: true,
      }));
      return { from, suggestions };
    }
  }
  const found = findMark(read(put(MARK)));
  if (!found) return null;
  const values = valuesAt(found, schema);
  return values.length === 0 ? null : { from, suggestions: values };
}

function read(text: string): Document {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
  });
}

interface Found {
  /** Keys from the top to the holder (for a key) or the value. */
  path: string[];
  /** Keys that stand beside the one at the cursor. */
  beside: string[];
  isKey: boolean;
  top: Node | null;
}

function findMark(document: Document): Found | null {
  const top = document.contents as Node | null;
  const look = (node: unknown, path: string[]): Found | null => {
    if (isScalar(node)) {
      return node.value === MARK ? { path, beside: [], isKey: false, top } : null;
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const found = look(item, [...path, String(index)]);
        if (found) return found;
      }
    }
    if (!isMap(node)) return null;
    for (const { key, value } of node.items as Pair[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (name === MARK) {
        const beside = node.items.map(({ key: other }) =>
          isScalar(other) ? String(other.value) : '',
        );
        return { path, beside, isKey: true, top };
      }
      const found = look(value, [...path, name]);
      if (found) return found;
    }
    return null;
  };
  return look(top, []);
}

function keysAt({ path, beside, isKey, top }: Found, schema: Schema) {
  if (!isKey) return [];
  const known = new Map<string, string>();
  for (const shape of shapesAt(path, schema)) {
    for (const [key, inside] of Object.entries(shape.properties ?? {})) {
      if (!known.has(key)) known.set(key, inside.description ?? '');
    }
  }
  for (const id of namesIn(top, NAMED_BY_KEY[path[path.length - 1]])) known.set(id, '');
  return [...known]
    .filter(([key]) => !beside.includes(key))
    .map(([key, description]) => ({ key, description }));
}

function valuesAt({ path, top }: Found, schema: Schema): Suggestion[] {
  const known = new Map<string, string>();
  for (const shape of shapesAt(path, schema)) {
    const words = shape.const !== undefined ? [shape.const] : (shape.enum ?? []);
    const all = shape.type === 'boolean' ? [...words, true, false] : words;
    for (const word of all) known.set(String(word), shape.description ?? '');
  }
  const last = path.filter((key) => !/^\d+$/.test(key)).at(-1) ?? '';
  for (const id of namesIn(top, NAMED_BY_VALUE[last])) known.set(id, '');
  return [...known].map(([text, description]) => ({ text, description, isKey: false }));
}

/** The ids of the entries of a section of the model that is being written. */
function namesIn(top: Node | null, section: string | undefined): string[] {
  if (section === undefined || !isMap(top)) return [];
  const holder = (top.items as Pair[]).find(({ key }) => isScalar(key) && key.value === section);
  if (!holder || !isMap(holder.value)) return [];
  return (holder.value.items as Pair[]).flatMap(({ key }) =>
    isScalar(key) && typeof key.value === 'string' && key.value !== MARK ? [key.value] : [],
  );
}

/** Every shape that a schema allows at a path. */
export function shapesAt(path: readonly string[], schema: Schema): Schema[] {
  let shapes = spread(schema, schema);
  for (const key of path) {
    shapes = shapes.flatMap((shape) => {
      const { properties = {}, additionalProperties: other, items } = shape;
      if (Object.hasOwn(properties, key)) return spread(properties[key], schema);
      if (items && /^\d+$/.test(key)) return spread(items, schema);
      return typeof other === 'object' ? spread(other, schema) : [];
    });
  }
  return shapes;
}

/** A schema with what it refers to and each of its alternatives, each on its own. */
function spread(schema: Schema, top: Schema, depth = 0): Schema[] {
  if (depth > 10) return [];
  const { $ref, anyOf = [], oneOf = [], ...own } = schema;
  const name = $ref?.replace('#/$defs/', '') ?? '';
  const referred = top.$defs && Object.hasOwn(top.$defs, name) ? top.$defs[name] : undefined;
  return [
    own,
    ...(referred ? spread(referred, top, depth + 1) : []),
    ...[...anyOf, ...oneOf].flatMap((one) => spread(one, top, depth + 1)),
  ];
}
