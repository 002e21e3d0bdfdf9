import { keysOfPath } from '../path-keys.ts';
import type { SchemaNode } from './schema-node.ts';
import { walkModel } from './walk-model.ts';

/** What can be named elsewhere in a file. */
export type ThingKind =
  | 'sources'
  | 'localities'
  | 'needs'
  | 'groups'
  | 'services'
  | 'contracts'
  | 'agreements'
  | 'assumptions'
  | 'criteria'
  | 'roles'
  | 'places'
  | 'points'
  | 'partners';

/** What a key names, by the definition around it. Kinds of a service are those of the service it stands in. */
const NAMES: Record<string, readonly ThingKind[]> = {
  'role.trained-for': ['needs'],
  'service.accompany': ['roles'],
  'point.at': ['localities'],
  'stop.at': ['localities'],
  'travel.within': ['localities'],
  'travel.between': ['localities'],
  'partner.meets': ['needs'],
  'partner.at': ['points'],
  'stage.with': ['roles'],
  'stage.uses': ['places'],
  'stage.holds': ['places'],
  'offer.by': ['roles', 'partners'],
  'link.to': ['services'],
  'referral.to': ['services'],
  'link.need': ['needs'],
  'referral.need': ['needs'],
  'link.agreement': ['agreements'],
  'referral.agreement': ['agreements'],
  'group.family-of': ['groups'],
  'criterion.need': ['needs'],
  'criterion.independent-of': ['services'],
  'target.fitted-with': ['assumptions'],
  'target-of.service': ['services'],
  'target-of.locality': ['localities'],
  'target-of.contract': ['contracts'],
  'target-of.criterion': ['criteria'],
  'survey-answer.criteria': ['criteria'],
  'said.services': ['services'],
};

/** What the ids of a mapping name, where they are at home elsewhere. */
const ID_NAMES: Record<string, ThingKind> = {
  'group.live': 'localities',
  'group.needs': 'needs',
  'group.turn-to': 'services',
  'stage.meets': 'needs',
  'stage.today': 'groups',
  'service.waiting-today': 'groups',
  'leaving-by-clock.with': 'assumptions',
  'leaving-differences.with': 'assumptions',
};

/** Return what a key names; none for what is no reference. */
export function namedBy(of: string, key: string): readonly ThingKind[] {
  if (key === 'source') return ['sources'];
  if (key === 'paid-by') return ['contracts'];
  return NAMES[`${of}.${key}`] ?? [];
}

/** Return what the ids under a key name, or null where they are at home there. */
export function idsNamedBy(of: string, key: string): ThingKind | null {
  return ID_NAMES[`${of}.${key}`] ?? null;
}

/** A place that names something else of the file. */
export interface Reference {
  path: string;
  /** How: the whole value, the key it stands under, or a word of a longer text. */
  how: 'value' | 'key' | 'text';
  value: string;
}

/** Something of a file that can be named: `services.outreach`, `services.outreach.roles.worker`. */
interface Thing {
  kind: ThingKind;
  id: string;
  /** The service it belongs to, for what only its own service names. */
  service: string | null;
}

const OF_A_SERVICE = new Set(['roles', 'places', 'points', 'partners']);
const AT_THE_TOP = new Set<string>([
  ...['sources', 'localities', 'needs', 'groups', 'services', 'contracts'],
  ...['agreements', 'assumptions'],
]);

/** Return what stands at a path as something that can be named, or null. */
export function thingAt(raw: unknown, path: string): Thing | null {
  const keys = keysOfPath(path);
  if (!keys) return null;
  const [first, second, third, fourth] = keys;
  if (keys.length === 2 && AT_THE_TOP.has(first)) {
    return { kind: first as ThingKind, id: second, service: null };
  }
  if (keys.length === 4 && first === 'services' && OF_A_SERVICE.has(third)) {
    return { kind: third as ThingKind, id: fourth, service: second };
  }
  if (keys.length === 3 && first === 'standards') {
    const id = valueAt(raw, `${path}.id`);
    return typeof id === 'string' ? { kind: 'criteria', id, service: null } : null;
  }
  return null;
}

/** Return the value at a path of a plain object; undefined where nothing is. */
export function valueAt(raw: unknown, path: string): unknown {
  let at = raw;
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** Return every place of a file that names the thing at a path, in the order of the file. */
export function referencesTo(raw: unknown, schema: SchemaNode, path: string): Reference[] {
  const thing = thingAt(raw, path);
  if (!thing) return [];
  const found: Reference[] = [];
  walkModel(raw, schema, ({ path: at, value, of, key, isId, kind }) => {
    if (typeof value !== 'string') return;
    const isNear = thing.service === null || at.startsWith(`services.${thing.service}.`);
    if (!isNear && of !== 'lever') return;
    if (isId) {
      const isAway = idsNamedBy(of, key) === thing.kind;
      if (isAway && value === thing.id) found.push({ path: at, how: 'key', value });
      return;
    }
    const named = namedBy(of, key);
    if (named.includes(thing.kind)) {
      if (value === thing.id) found.push({ path: at, how: 'value', value });
      else if (isInWords(thing, value)) {
        found.push({ path: at, how: 'text', value });
      }
      return;
    }
    if (isMention(thing, of, key, value, kind)) {
      const isWhole = value === thing.id;
      found.push({ path: at, how: isWhole ? 'value' : 'text', value });
    }
  });
  return found;
}

/** True for more than an id: days at points; the same worker as before. */
function isInWords({ kind, id }: Thing, value: string): boolean {
  return kind === 'points' ? hasWord(value, id) : kind === 'roles' && value === `same ${id}`;
}

/** True where a formula, a figure or a path names the thing as one of its words. */
function isMention(
  { kind, id, service }: Thing,
  of: string,
  key: string,
  value: string,
  asks: string,
): boolean {
  if (kind === 'assumptions') {
    const mayName = asks === 'figure' || asks === 'length' || FORMULAS.has(`${of}.${key}`);
    return mayName && hasWord(value, id);
  }
  if (of === 'lever' && key === 'sets') {
    const whole = service === null ? `${kind}.${id}` : `services.${service}.${kind}.${id}`;
    return value === whole || value.startsWith(`${whole}.`);
  }
  return kind === 'services' && `${of}.${key}` === 'target-of.stage' && value.startsWith(`${id}.`);
}

/** Text that holds a formula. */
const FORMULAS = new Set([
  ...['rules.familiarity', 'rules.tenure-multiplier', 'rules.uptake'],
  ...['leaving-by-clock.factor', 'principle.test', 'principle.partly'],
]);

function hasWord(text: string, word: string): boolean {
  return wordPattern(word).test(text);
}

/** A word of the file's language: letters, digits and inner hyphens. */
export function wordPattern(word: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9-])${word}(?![A-Za-z0-9]|-[A-Za-z0-9])`, 'g');
}
