import { idsNamedBy, namedBy } from './references.ts';
import { described, kindOf, opened, type Described, type SchemaNode } from './schema-node.ts';
import { STARTING_VALUE } from './service-skeleton.ts';
import { thingsNamed } from './things.ts';

/** Values that let a new entry stand by itself, where the example needs more around it. */
const ALONE: Record<string, unknown> = { 'contract.term': 'recurrent', 'group.live': '100%' };

/** Where a new value is to stand. */
export interface NewPlace {
  raw: unknown;
  schema: SchemaNode;
  path: string;
  /** The definition and the key around it. */
  of: string;
  key: string;
}

/**
 * Return a value to begin with for a new key or entry: what it cannot do
 * without, from the format's own examples, with ids of this model where
 * something is named. Figures say that they are starting values.
 */
export function startingValue(written: SchemaNode, place: NewPlace): unknown {
  const at = described(written, place.schema);
  return valueFor(at, at.node.examples?.[0], place);
}

function valueFor(written: Described, example: unknown, place: NewPlace): unknown {
  const { raw, schema, path, of, key } = place;
  const alone = ALONE[`${of}.${key}`];
  if (alone !== undefined && typeof example !== 'object') return alone;
  const at = opened(written, example, schema);
  const kinds = namedBy(of, key);
  if (kinds.length > 0) {
    const ids = thingsNamed(raw, kinds, path).map(({ id }) => id);
    if (!Array.isArray(example)) return ids[0] ?? example;
    return ids.length > 0 ? ids.slice(0, at.node.minItems ?? 1) : example;
  }
  const kind = kindOf(written, example, schema);
  switch (kind) {
    case 'figure':
      return asFigure(example ?? 1);
    case 'length':
      return { mean: asFigure(lengthOf(example)) };
    case 'mapping':
      return mappingFor(at, example, place);
    case 'entries': {
      const named = idsNamedBy(of, key);
      const [thing] = named ? thingsNamed(raw, [named], path) : [];
      if (!thing) return {};
      const entry = at.node.additionalProperties as SchemaNode;
      const first = Object.values((example ?? {}) as object)[0] as unknown;
      return { [thing.id]: valueFor(described(entry, schema), first, place) };
    }
    case 'list': {
      const items = at.node.items as SchemaNode;
      const first = Array.isArray(example) ? (example[0] as unknown) : undefined;
      if (!described(items, schema).node.properties) return example ?? [];
      return [valueFor(described(items, schema), first, place)];
    }
    case 'choice':
      return example ?? at.node.enum?.[0];
    case 'flag':
      return example ?? true;
    case 'number':
      return example ?? at.node.minimum ?? 1;
    case 'text':
      return example ?? 'To be written';
  }
}

function mappingFor({ node, name }: Described, example: unknown, place: NewPlace): unknown {
  const given = (example ?? {}) as Record<string, unknown>;
  const isPossible = ({ required = [] }: SchemaNode) =>
    required.every((key) => hasEnough(node.properties?.[key], { ...place, of: name, key }));
  const either = node.oneOf?.find(isPossible) ?? node.oneOf?.[0];
  const required = [...(node.required ?? []), ...(either?.required ?? [])];
  const keys = required.length > 0 ? required : Object.keys(given);
  const value: Record<string, unknown> = {};
  for (const key of keys) {
    const property = node.properties?.[key];
    if (!property) continue;
    const at = described(property, place.schema);
    const inner = given[key] ?? property.examples?.[0];
    value[key] = valueFor(at, inner, { ...place, of: name || place.of, key });
  }
  return value;
}

/** True where the model has as many things to name as a list of them needs. */
function hasEnough(node: SchemaNode | undefined, { raw, path, of, key }: NewPlace): boolean {
  const kinds = namedBy(of, key);
  return kinds.length === 0 || thingsNamed(raw, kinds, path).length >= (node?.minItems ?? 1);
}

function asFigure(example: unknown): unknown {
  if (typeof example === 'string' || typeof example === 'number') {
    return { best: example, why: STARTING_VALUE };
  }
  const figure = { ...(example as Record<string, unknown>), why: STARTING_VALUE };
  delete (figure as Record<string, unknown>).source;
  return figure;
}

/** The mean of an example of a length, whatever law it is written by. */
function lengthOf(example: unknown): unknown {
  if (typeof example === 'string' && example !== 'open-ended') return example;
  const { mean, median, exactly } = (example ?? {}) as Record<string, unknown>;
  const found = mean ?? median ?? exactly;
  return typeof found === 'string' ? found : '6 months';
}
