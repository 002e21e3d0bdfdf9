/** The part of a JSON Schema that the format of models uses. */
export interface SchemaNode {
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: string[];
  examples?: unknown[];
  properties?: Record<string, SchemaNode>;
  required?: string[];
  oneOf?: SchemaNode[];
  propertyNames?: SchemaNode;
  additionalProperties?: boolean | SchemaNode;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
}

/** A node with the name of its definition; '' for what is described where it stands. */
export interface Described {
  node: SchemaNode;
  /** Names of the definitions that lead to it, the first first: "figure" before "scalar". */
  name: string;
}

/** Return what a node says, its reference followed; its own title and words come first. */
export function described(node: SchemaNode, schema: SchemaNode): Described {
  if (!node.$ref) return { node, name: '' };
  const name = node.$ref.slice(node.$ref.lastIndexOf('/') + 1);
  const target = schema.$defs?.[name];
  if (!target) throw new Error(`The schema has no ${name}.`);
  const { title = target.title, description = target.description } = node;
  return { node: { ...target, title, description, examples: node.examples }, name };
}

/** Definitions that stand for one figure, whatever shape it is written in. */
const FIGURES = new Set(['figure', 'scalar', 'figure-mapping', 'assumption']);

/** What a node asks for. */
export type Kind =
  'figure' | 'length' | 'choice' | 'flag' | 'number' | 'text' | 'mapping' | 'entries' | 'list';

/**
 * Return what a node asks for, where it stands open by what is written there
 * already: a figure or a mapping, one text or a list of them.
 */
export function kindOf({ node, name }: Described, value: unknown, schema: SchemaNode): Kind {
  if (FIGURES.has(name)) return 'figure';
  if (name === 'length') return 'length';
  if (node.anyOf) return kindOf(chosen(node.anyOf, value, schema), value, schema);
  if (node.enum) return 'choice';
  if (node.properties) return 'mapping';
  if (node.items) return 'list';
  if (typeof node.additionalProperties === 'object') return 'entries';
  const types = [node.type ?? []].flat();
  if (types.includes('boolean')) return 'flag';
  if (types.includes('string')) return 'text';
  return types.length > 0 ? 'number' : 'text';
}

/** Return the option that fits the shape of a value; the first where none does. */
export function chosen(options: SchemaNode[], value: unknown, schema: SchemaNode): Described {
  const all = options.map((option) => described(option, schema));
  const mappings = all.filter(({ node }) => node.properties);
  if (Array.isArray(value)) return all.find(({ node }) => node.items) ?? all[0];
  if (typeof value === 'boolean') return all.find(({ node }) => node.type === 'boolean') ?? all[0];
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    const fits = ({ node }: Described) => keys.every((key) => key in (node.properties ?? {}));
    return mappings.find(fits) ?? all.find(({ name }) => name === 'figure') ?? all[0];
  }
  const isWritten = value !== undefined && value !== null;
  return all.find(({ node, name }) => name !== '' && !node.properties && isWritten) ?? all[0];
}

/** Return the option that fits a value, as far in as options lead. */
export function opened(at: Described, value: unknown, schema: SchemaNode): Described {
  let one = at;
  while (one.node.anyOf) one = chosen(one.node.anyOf, value, schema);
  return one;
}
