import { applyChanges } from '../apply-changes.ts';
import type { Edit } from '../edit-text.ts';
import { entryOf } from '../path-keys.ts';
import type { Change } from '../portfolio.ts';
import { AS_IT_IS } from '../as-it-is.ts';
import { renamedIn } from './change-structure.ts';
import { referencesTo, valueAt, type Reference } from './references.ts';
import type { SchemaNode } from './schema-node.ts';

/** What gets another id: a thing of the portfolio at a path, or a stage of a pathway, by its slug. */
export interface Renaming {
  /** `services.outreach`; of a stage, `services.outreach.pathway`. */
  path: string;
  from: string;
  to: string;
  isStage?: boolean;
}

/** Edits of scenario files by their names. */
export type ScenarioEdits = Record<string, Edit[]>;

interface ScenarioWritten {
  'based-on'?: unknown;
  changes?: unknown;
}

/**
 * Return the edits that let every scenario file go on meaning the same once a thing of the portfolio
 * has another id: the paths of its changes, and what their values name. `raw` is the portfolio before.
 * A path with `*` that means others too is kept for those, and a change of its own is added.
 */
export function renamesInScenarios(
  raw: unknown,
  schema: SchemaNode,
  renaming: Renaming,
  files: Readonly<Record<string, unknown>>,
): ScenarioEdits {
  const edits: ScenarioEdits = {};
  for (const [name, file] of Object.entries(files)) {
    // What is meant by `*` alone is meant whatever its id.
    const own = mentions(file, renaming) ? ofScenario(raw, schema, renaming, name, files) : [];
    if (own.length > 0) edits[name] = own;
  }
  return edits;
}

function mentions(written: unknown, { from }: Pick<Renaming, 'from'>): boolean {
  return JSON.stringify(written ?? null).includes(from);
}

function ofScenario(
  raw: unknown,
  schema: SchemaNode,
  renaming: Renaming,
  name: string,
  files: Readonly<Record<string, unknown>>,
): Edit[] {
  let model = applyChanges(raw, baseOf(name, files)).value;
  const found = changesOf(files[name]).map((change, index) => {
    const before = model;
    const { value, paths } = applyChanges(before, [change]);
    model = value;
    return ofChange(`changes.${index}`, change, { before, after: value, paths }, schema, renaming);
  });
  // From the last, so that an added change moves none that is still to be edited.
  return found.reverse().flat();
}

/** The changes of the scenarios that a file is based on, in the order in which they are made. */
function baseOf(name: string, files: Readonly<Record<string, unknown>>): Change[] {
  const changes: Change[] = [];
  const seen = new Set([name]);
  for (let at = name; ;) {
    const base = (files[at] as ScenarioWritten | null)?.['based-on'];
    const next = `${String(base)}.yaml`;
    if (typeof base !== 'string' || base === AS_IT_IS || seen.has(next)) return changes;
    seen.add(next);
    changes.unshift(...changesOf(files[next]));
    at = next;
  }
}

function changesOf(file: unknown): Change[] {
  const changes = (file as ScenarioWritten | null | undefined)?.changes;
  return Array.isArray(changes) ? (changes as Change[]) : [];
}

interface Models {
  before: unknown;
  after: unknown;
  /** Where what was set or added stands in the model. */
  paths: string[];
}

function ofChange(
  at: string,
  change: Change,
  { before, after, paths }: Models,
  schema: SchemaNode,
  renaming: Renaming,
): Edit[] {
  const verb = (['set', 'add', 'remove'] as const).find((one) => one in change);
  const target = verb && (change as Record<string, unknown>)[verb];
  if (verb === undefined || typeof target !== 'string') return [];
  // Most changes name something else: to look for it through the whole model takes a while.
  if (!mentions(change, renaming)) return [];
  const places =
    verb === 'remove' ? applyChanges(before, [{ set: target, to: null }]).paths : paths;
  const inValue = valueEdits(at, change, { places, after }, schema, renaming);
  if (!target.split('.').includes(renaming.from)) return inValue;
  const named = namedAt(verb === 'add' ? after : before, schema, renaming);
  const renamed = places.map((place) => renamedPath(target, place, named, renaming));
  const others = renamed.filter((path) => path === target);
  const own = [...new Set(renamed.filter((path) => path !== target))];
  if (own.length === 0) return inValue;
  if (others.length === 0 && own.length === 1) {
    return [...inValue, { set: `${at}.${verb}`, to: own[0] }];
  }
  // The same path means things that keep their ids: those go on with it.
  const index = at.slice(at.lastIndexOf('.') + 1);
  return [
    ...inValue,
    ...own.map((path): Edit => ({
      add: 'changes',
      value: { ...change, [verb]: path },
      after: index,
    })),
  ];
}

/** The places of a model whose last key is the id that changes. */
function namedAt(
  model: unknown,
  schema: SchemaNode,
  { path, from, isStage }: Renaming,
): Set<string> {
  if (isStage) {
    const list = valueAt(model, path);
    const index = Array.isArray(list) ? entryOf(list, from) : -1;
    return new Set(index < 0 ? [] : [`${path}.${index}`]);
  }
  const keys = referencesTo(model, schema, path).filter(({ how }) => how === 'key');
  return new Set([path, ...keys.map((reference) => reference.path)]);
}

/** Return a path of a change with the new id where the place it leads to has it; itself elsewhere. */
function renamedPath(
  target: string,
  place: string,
  named: ReadonlySet<string>,
  { from, to }: Renaming,
): string {
  const written = target.split('.');
  const there = place.split('.');
  const isMeant = (depth: number) => named.has(there.slice(0, depth + 1).join('.'));
  const depth = written.findIndex((segment, i) => segment === from && isMeant(i));
  if (depth < 0) return target;
  // With other stars before it, only this one place is meant.
  const isShared = written.slice(0, depth).includes('*');
  return written
    .map((segment, i) =>
      i === depth ? to : isShared && segment === '*' && i < depth ? there[i] : segment,
    )
    .join('.');
}

/** The edits of what the value of a change names. */
function valueEdits(
  at: string,
  change: Change,
  { places, after }: { places: readonly string[]; after: unknown },
  schema: SchemaNode,
  { path, from, to, isStage }: Renaming,
): Edit[] {
  if (isStage || 'remove' in change || places.length === 0) return [];
  const key = 'set' in change ? 'to' : 'as';
  if (!mentions(valueAt(change, key), { from })) return [];
  const references = referencesTo(after, schema, path);
  const inside = (place: string, reference: Reference) =>
    reference.path === place || reference.path.startsWith(`${place}.`);
  const [first, ...others] = places.map((place) =>
    references
      .filter((reference) => inside(place, reference))
      .map((reference) => ({ ...reference, path: reference.path.slice(place.length) })),
  );
  // What stands in several places is renamed where it means the same in all of them.
  return first
    .filter(({ path: suffix }) => others.every((of) => of.some((one) => one.path === suffix)))
    .flatMap(({ path: suffix, how, value }): Edit[] => {
      // A bare figure of an assumption stands under "best" in the model.
      const rest = typeof valueAt(change, `${key}${suffix}`) === 'undefined' ? '' : suffix;
      if (how !== 'key' && valueAt(change, `${key}${rest}`) !== value) return [];
      const place = `${at}.${key}${rest}`;
      if (how === 'key') return [{ rename: place, to }];
      return [{ set: place, to: renamedIn(value, how, { path, from, to }) }];
    });
}
