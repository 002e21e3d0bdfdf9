import { idsNamedBy, namedBy, valueAt } from './references.ts';
import {
  described,
  kindOf,
  opened,
  type Described,
  type Kind,
  type SchemaNode,
} from './schema-node.ts';
import { nameOf, thingsNamed, type Choice } from './things.ts';

/** One key of a mapping, as a form asks for it. */
export interface Field {
  key: string;
  path: string;
  title: string;
  /** What the format says of it. */
  what: string;
  required: boolean;
  /** `lines`: a list of plain values, one on each line; `many`: several of the choices. */
  kind: Kind | 'reference' | 'many' | 'lines';
  value: unknown;
  /** What can be chosen, by id; empty for what is typed. */
  choices: Choice[];
  examples: string[];
}

/** A key that a mapping may have and has not. */
export interface MissingKey {
  key: string;
  title: string;
  what: string;
}

/** An entry of a list or of a mapping from ids. */
export interface EntryAt {
  /** Its id, or its place in the list. */
  key: string;
  path: string;
  name: string;
}

/** What a form at a path of a model shows. */
export interface FormAt {
  path: string;
  title: string;
  what: string;
  kind: 'mapping' | 'entries' | 'list' | 'leaf';
  /** Of a mapping: the keys it has, and those it needs, in the order of the format. */
  fields: Field[];
  missing: MissingKey[];
  entries: EntryAt[];
  /** For a new entry: what it is, and the ids it can have where they are at home elsewhere. */
  entry: { node: SchemaNode; title: string; ids: Choice[] | null } | null;
  of: string;
  key: string;
  /** Of a mapping: its definition, and what the format says of each of its keys. */
  own: string;
  nodes: Record<string, SchemaNode>;
}

interface Standing {
  at: Described;
  of: string;
  key: string;
}

/** Return what the format says of the place at a path; null where it knows none. */
function standingAt(raw: unknown, schema: SchemaNode, path: string): Standing | null {
  let standing: Standing = { at: { node: schema, name: 'portfolio' }, of: 'portfolio', key: '' };
  let value = raw;
  for (const key of path === '' ? [] : path.split('.')) {
    const at = opened(standing.at, value, schema);
    const property = at.node.properties?.[key];
    const entry = at.node.items ?? at.node.additionalProperties;
    if (property) {
      standing = { at: described(property, schema), of: at.name || standing.of, key };
    } else if (typeof entry === 'object') {
      standing = { ...standing, at: described(entry, schema) };
    } else return null;
    value = valueAt(value, key);
  }
  return value === undefined ? null : standing;
}

/** Return the form for the place at a path; null where the model has nothing there. */
export function formAt(raw: unknown, schema: SchemaNode, path: string): FormAt | null {
  const standing = standingAt(raw, schema, path);
  if (!standing) return null;
  const value = valueAt(raw, path);
  const { of, key } = standing;
  const { title = '', description = '' } = standing.at.node;
  const at = opened(standing.at, value, schema);
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  const kind =
    at.node.properties && isMapping
      ? 'mapping'
      : Array.isArray(value) && at.node.items
        ? 'list'
        : typeof at.node.additionalProperties === 'object' && isMapping
          ? 'entries'
          : 'leaf';
  const form: FormAt = {
    ...{ path, title, what: description, kind, of, key },
    ...{ fields: [], missing: [], entries: [], entry: null },
    ...{ own: at.name || of, nodes: at.node.properties ?? {} },
  };
  if (kind === 'mapping') {
    const keys = Object.entries(at.node.properties ?? {});
    const has = (one: string) => Object.hasOwn(value as object, one);
    const needs = (one: string) => at.node.required?.includes(one) ?? false;
    for (const [one, node] of keys) {
      if (has(one) || needs(one)) {
        form.fields.push(fieldOf(one, node, needs(one), form.own, { raw, schema, path }));
      } else {
        const { title: name = one, description: what = '' } = described(node, schema).node;
        form.missing.push({ key: one, title: name, what });
      }
    }
  }
  if (kind === 'list' || kind === 'entries') {
    const entry = (at.node.items ?? at.node.additionalProperties) as SchemaNode;
    const named = kind === 'entries' ? idsNamedBy(of, key) : null;
    const ids = named ? thingsNamed(raw, [named], path) : null;
    const taken = Object.keys(value as object);
    form.entries = Object.entries(value as object).map(([one, inner]: [string, unknown]) => ({
      key: one,
      path: path ? `${path}.${one}` : one,
      name: ids?.find(({ id }) => id === one)?.name ?? nameOfEntry(one, inner, raw, path),
    }));
    form.entry = {
      node: entry,
      title: described(entry, schema).node.title ?? 'Entry',
      ids: ids?.filter(({ id }) => !taken.includes(id)) ?? null,
    };
  }
  return form;
}

function nameOfEntry(key: string, entry: unknown, raw: unknown, path: string): string {
  const to = valueAt(entry, 'to');
  if (typeof to === 'string') {
    const service = thingsNamed(raw, ['services'], path).find(({ id }) => id === to);
    return `To ${service?.name ?? to.replaceAll('-', ' ')}`;
  }
  if (!/^\d+$/.test(key)) return nameOf(key, entry);
  const [day, between, within] = ['day', 'between', 'within'].map((one) => valueAt(entry, one));
  if (typeof day === 'string') return day;
  if (Array.isArray(between)) return between.join(' and ');
  if (typeof within === 'string') return `Within ${within}`;
  return typeof entry === 'object' ? nameOf(`number ${Number(key) + 1}`, entry) : String(entry);
}

interface Place {
  raw: unknown;
  schema: SchemaNode;
  path: string;
}

/** What stands beside the ids that a key can name. */
const BESIDE: Record<string, Choice[]> = {
  'link.to': [
    { id: 'finished', name: 'Finished as planned' },
    { id: 'out', name: 'Out, without an introduction' },
  ],
  'referral.to': [],
  'stage.with': [{ id: 'none', name: 'Nobody: people support each other' }],
};

function fieldOf(
  key: string,
  written: SchemaNode,
  required: boolean,
  of: string,
  { raw, schema, path }: Place,
): Field {
  const at = described(written, schema);
  const inside = path ? `${path}.${key}` : key;
  const value = valueAt(raw, inside);
  const { title = key, description = '', examples = [] } = at.node;
  const field = {
    ...{ key, path: inside, title, what: description, required, value },
    examples: examples.filter((one) => typeof one !== 'object').map(String),
  };
  const named = namedBy(of, key);
  const open = opened(at, value, schema);
  const isList = Array.isArray(value) || Boolean(open.node.items);
  // Where partners are is a sentence of points and days.
  if (named.length > 0 && `${of}.${key}` !== 'partner.at') {
    const choices = [...thingsNamed(raw, named, inside), ...(BESIDE[`${of}.${key}`] ?? [])];
    return { ...field, kind: isList ? 'many' : 'reference', choices };
  }
  const kind = kindOf(at, value, schema);
  const items = isList && open.node.items ? described(open.node.items, schema).node : null;
  if (items?.enum) return { ...field, kind: 'many', choices: items.enum.map(asChoice) };
  if (items && !items.properties && !items.anyOf) return { ...field, kind: 'lines', choices: [] };
  if (kind === 'choice') {
    const options = open.node.enum ?? [];
    return { ...field, kind, choices: options.map(asChoice) };
  }
  return { ...field, kind, choices: [] };
}

function asChoice(id: string): Choice {
  const words = id.replaceAll('-', ' ');
  return { id, name: words.charAt(0).toUpperCase() + words.slice(1) };
}
