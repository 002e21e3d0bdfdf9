/** What differs between two models, in words: where it stands, and what it was and is. */
import type { ModelDifference } from '../portfolio/model-differences.ts';
import { writtenInWords } from './figure-in-words.ts';
import { keyWords } from './key-words.ts';

export interface DifferenceInWords {
  /** "Services: Outreach: Roles: Worker: Caseload of a full-time post". */
  where: string;
  before: string;
  after: string;
}

/**
 * Say a difference. `before` and `after` are the whole models as their files hold them: things are
 * called by the names that the models give them.
 */
export function differenceInWords(
  difference: ModelDifference,
  before: unknown,
  after: unknown,
): DifferenceInWords {
  const names = namesAlong(difference.path.split('.'), [after, before]);
  return {
    where: names.join(': '),
    before: difference.kind === 'added' ? 'not there' : valueWords(difference.before),
    after: difference.kind === 'removed' ? 'not there' : valueWords(difference.after),
  };
}

/** Each key of a path as people know it: the name a model gives, or the key in words. */
function namesAlong(keys: string[], models: unknown[]): string[] {
  let at = models;
  return keys.map((key, depth) => {
    at = at.map((value) => inside(value, key));
    const named = at.map(nameOf).find((name) => name !== '');
    return named ?? keyWords(key, keys.slice(0, depth));
  });
}

function inside(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    return /^\d+$/.test(key)
      ? value[Number(key)]
      : value.find((entry) => isMapping(entry) && (entry.id === key || slug(entry.stage) === key));
  }
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function nameOf(value: unknown): string {
  if (!isMapping(value)) return '';
  const name = value.name ?? value.stage ?? value.title ?? value.ask;
  return typeof name === 'string' ? name : '';
}

/** A value in a few words: figures in full, larger things by what they are. */
function valueWords(value: unknown): string {
  if (value === null) return 'blank';
  if (typeof value === 'string')
    return value === '' ? 'blank' : shortened(writtenInWords({ written: value }));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'nothing' : shortened(value.map(valueWords).join(', '));
  if (!isMapping(value)) return '';
  const name = nameOf(value);
  if (name !== '') return shortened(name);
  return shortened(
    Object.entries(value)
      .map(([key, inner]) => `${keyWords(key).toLowerCase()} ${valueWords(inner)}`)
      .join(', '),
  );
}

function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`;
}

function slug(name: unknown): string {
  if (typeof name !== 'string') return '';
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
