/**
 * The reference of the model format, made from its JSON Schema, so that the
 * pages and the check of a file cannot disagree.
 */
import { exampleLines } from './yaml-example.ts';

/** The part of a JSON Schema that the format's schemas use. */
export interface SchemaNode {
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: string[];
  examples?: unknown[];
  properties?: Record<string, SchemaNode>;
  required?: string[];
  additionalProperties?: boolean | SchemaNode;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
}

export interface FormatSection {
  /** Names the section within the page. */
  id: string;
  title: string;
  what: string;
  /** Where such an entry stands in a file; the first place, if there are several. */
  place: string;
  keys: FormatKey[];
}

export interface FormatKey {
  key: string;
  what: string;
  required: boolean;
  /** What is written after the key, in words; parts with a section link to it. */
  takes: { words: string; section: string | null }[];
  /** Lines of YAML, one example after the other. */
  examples: string[];
}

/** Words for what is not a section of its own. */
const SIMPLE: Record<string, string> = {
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
};

/** Definitions that are told in words, not in a section. */
const WORDS = new Set(['id', 'text', 'date', 'path', 'scalar']);
/** Sections about what stands anywhere in a file, and the words for it elsewhere. */
const SHARED: Record<string, { id: string; words: string }> = {
  figure: { id: 'figures', words: 'figure' },
  'figure-mapping': { id: 'figures', words: 'figure' },
  length: { id: 'lengths', words: 'length' },
  'length-mapping': { id: 'lengths', words: 'length' },
  'mix-part': { id: 'lengths-mix', words: 'parts' },
};

/**
 * Return the sections of a schema in the order in which a file meets them,
 * the file itself first. `prefix` keeps the ids of two schemas apart.
 */
export function formatSections(schema: SchemaNode, prefix: string): FormatSection[] {
  const sections: FormatSection[] = [];
  const seen = new Set<string>();
  const waiting: { name: string; node: SchemaNode; place: string }[] = [
    { name: 'file', node: schema, place: '' },
  ];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { name, node, place } = next;
    if (seen.has(name)) continue;
    seen.add(name);
    const properties = Object.entries(node.properties ?? {});
    if (properties.length > 0) sections.push(sectionOf(name, node, place, prefix, schema));
    const inside = properties.flatMap(([key, child]) =>
      targetsOf(child).map(({ name: target, star }) => ({
        ...(target === '' ? { name: `${name}.${key}`, node: child } : defined(target, schema)),
        place: [place, key, star ? '*' : ''].filter((part) => part !== '').join('.'),
      })),
    );
    const options = (node.anyOf ?? []).flatMap(targetsOf);
    waiting.unshift(...inside, ...options.map(({ name }) => ({ ...defined(name, schema), place })));
  }
  // Figures and lengths stand anywhere: they come last, apart from the file's own order.
  const shared = Object.values(SHARED).map(({ id }) => id);
  const isShared = ({ id }: FormatSection) => shared.includes(id);
  return [...sections.filter((section) => !isShared(section)), ...sections.filter(isShared)];
}

function defined(name: string, schema: SchemaNode): { name: string; node: SchemaNode } {
  return { name, node: schema.$defs?.[name] ?? {} };
}

function idOf(name: string, prefix: string): string {
  return SHARED[name]?.id ?? `${prefix}-${name.replaceAll('.', '-')}`;
}

function sectionOf(
  name: string,
  node: SchemaNode,
  place: string,
  prefix: string,
  schema: SchemaNode,
): FormatSection {
  return {
    id: idOf(name, prefix),
    title: node.title ?? name,
    what: node.description ?? '',
    place: name in SHARED ? '' : place,
    keys: Object.entries(node.properties ?? {}).map(([key, child]) => ({
      key,
      what: child.description ?? '',
      required: node.required?.includes(key) ?? false,
      takes: takesOf(child, `${name}.${key}`, prefix, schema),
      examples: (child.examples ?? []).flatMap((example) => exampleLines(key, example)),
    })),
  };
}

/** The definitions that a value leads to; `star` where an id or a place in a list comes between. */
function targetsOf(node: SchemaNode): { name: string; star: boolean }[] {
  if (node.$ref) return [{ name: nameOf(node.$ref), star: false }];
  if (node.properties) return [{ name: '', star: false }];
  if (node.anyOf) return node.anyOf.flatMap(targetsOf);
  const inside = node.items ?? node.additionalProperties;
  return typeof inside === 'object'
    ? targetsOf(inside).map(({ name }) => ({ name, star: true }))
    : [];
}

function takesOf(
  node: SchemaNode,
  path: string,
  prefix: string,
  schema: SchemaNode,
): FormatKey['takes'] {
  if (node.$ref) return [named(nameOf(node.$ref), prefix, schema)];
  if (node.const !== undefined) return [plain(String(node.const))];
  if (node.enum) return [plain(`one of: ${node.enum.join(', ')}`)];
  if (node.anyOf) {
    const options = node.anyOf.map((option) => takesOf(option, path, prefix, schema)[0]);
    const isFigure = options.some(({ section }) => section === SHARED.figure.id);
    const told = options.filter(({ words }) => !isFigure || words !== scalarWords(schema));
    return told.flatMap((option, i) => (i === 0 ? [option] : [plain(' or '), option]));
  }
  if (node.properties) {
    return [{ words: 'keys of its own', section: idOf(path, prefix) }];
  }
  if (node.items) return [plain('a list of '), ...takesOf(node.items, path, prefix, schema)];
  if (typeof node.additionalProperties === 'object') {
    return [plain('for each id: '), ...takesOf(node.additionalProperties, path, prefix, schema)];
  }
  const types = [node.type ?? 'anything'].flat();
  return [plain(types.map((type) => SIMPLE[type] ?? type).join(' or '))];
}

function named(name: string, prefix: string, schema: SchemaNode): FormatKey['takes'][number] {
  const words = (schema.$defs?.[name]?.title ?? name).toLowerCase();
  if (WORDS.has(name)) return plain(words);
  if (name in SHARED) return { words: SHARED[name].words, section: SHARED[name].id };
  return { words, section: idOf(name, prefix) };
}

function scalarWords(schema: SchemaNode): string {
  return (schema.$defs?.scalar?.title ?? '').toLowerCase();
}

function plain(words: string): { words: string; section: null } {
  return { words, section: null };
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
