import type { Edit } from '../edit-text.ts';
import { referencesTo, valueAt, wordPattern, type Reference } from './references.ts';
import type { SchemaNode } from './schema-node.ts';
import { walkModel } from './walk-model.ts';

/**
 * Return the edits that give the thing at a path another id, everywhere it is
 * named: places that name it first, the thing itself last, so that the paths
 * before it still lead there.
 */
export function renameEdits(raw: unknown, schema: SchemaNode, path: string, to: string): Edit[] {
  const keys = path.split('.');
  const isInList = keys[0] === 'standards';
  const from = isInList ? String(valueAt(raw, `${path}.id`)) : keys[keys.length - 1];
  const edits = referencesTo(raw, schema, path).map(({ path: at, how, value }): Edit => {
    if (how === 'key') return { rename: at, to };
    return { set: at, to: renamedIn(value, how, { path, from, to }) };
  });
  edits.push(isInList ? { set: `${path}.id`, to } : { rename: path, to });
  return edits;
}

/** Return a value that names the thing at a path with its new id. */
export function renamedIn(
  value: string,
  how: Reference['how'],
  { path, from, to }: { path: string; from: string; to: string },
): string {
  return how === 'text' ? withWord(value, from, to, path) : to;
}

/** A path that a lever sets, or a text with the word in it. */
function withWord(text: string, from: string, to: string, path: string): string {
  if (text === path || text.startsWith(`${path}.`)) {
    const parts = path.split('.');
    return [...parts.slice(0, -1), to].join('.') + text.slice(path.length);
  }
  return text.replace(wordPattern(from), to);
}

/**
 * Return the edits of a portfolio that go with another title of a stage: what calls the stage by the
 * slug of its title, targets and levers, calls it by the new one.
 */
export function stageRenameEdits(
  raw: unknown,
  schema: SchemaNode,
  { service, from, to }: { service: string; from: string; to: string },
): Edit[] {
  const edits: Edit[] = [];
  const path = `services.${service}.pathway.${from}`;
  walkModel(raw, schema, ({ path: at, value, of, key }) => {
    if (typeof value !== 'string') return;
    if (of === 'target-of' && key === 'stage' && value === `${service}.${from}`) {
      edits.push({ set: at, to: `${service}.${to}` });
    }
    if (of === 'lever' && key === 'sets' && (value === path || value.startsWith(`${path}.`))) {
      edits.push({ set: at, to: `services.${service}.pathway.${to}${value.slice(path.length)}` });
    }
  });
  return edits;
}

/** What a removal takes along, and what it leaves without its mark. */
export interface Removal {
  edits: Edit[];
  /** Places that go with it. */
  goes: Reference[];
  /** Places that must name something else afterwards. */
  stays: Reference[];
}

/** Keys without which the mapping around them still stands. */
const MAY_GO = new Set([
  ...['source', 'need', 'agreement', 'family-of', 'independent-of', 'uses', 'holds'],
]);

/**
 * Return what removing the thing at a path takes: entries that only point at
 * it go too; what cannot do without stays, for the person to change.
 */
export function removalOf(raw: unknown, schema: SchemaNode, path: string): Removal {
  const inside = (at: string) => at === path || at.startsWith(`${path}.`);
  const outside = referencesTo(raw, schema, path).filter(({ path: at }) => !inside(at));
  const goes: Reference[] = [];
  const stays: Reference[] = [];
  const removed: string[] = [];
  for (const reference of outside) {
    const taken = takenWith(raw, reference);
    if (taken === null) stays.push(reference);
    else {
      goes.push(reference);
      removed.push(taken);
    }
  }
  const unique = [...new Set(removed)].filter(
    (at) => !removed.some((other) => other !== at && at.startsWith(`${other}.`)),
  );
  const edits = [...unique.sort(lastFirst), path].map((at): Edit => ({ remove: at }));
  return { edits, goes, stays };
}

/** Return the path of what goes when a place loses what it names; null where it cannot go. */
function takenWith(raw: unknown, { path, how }: Reference): string | null {
  if (how === 'key') return path;
  const keys = path.split('.');
  const last = keys[keys.length - 1];
  const around = keys.slice(0, -1).join('.');
  // A lever for what is no longer there is no lever.
  if (keys[0] === 'levers' && last === 'sets') return around;
  if (how === 'text') return null;
  if (/^\d+$/.test(last)) {
    const list = valueAt(raw, around);
    return Array.isArray(list) && list.length > 1 ? path : null;
  }
  // A link to nowhere is no link.
  if (last === 'to') return around;
  return MAY_GO.has(last) ? path : null;
}

/** Later entries of a list go first, so that the places of the others hold. */
function lastFirst(a: string, b: string): number {
  const [as, bs] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.min(as.length, bs.length); i++) {
    if (as[i] === bs[i]) continue;
    const isIndex = /^\d+$/.test(as[i]) && /^\d+$/.test(bs[i]);
    return isIndex ? Number(bs[i]) - Number(as[i]) : as[i] < bs[i] ? -1 : 1;
  }
  return bs.length - as.length;
}
