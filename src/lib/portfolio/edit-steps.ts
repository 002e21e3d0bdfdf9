/** What an edit does to plain values, cut into steps that each touch one place. */
import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Edit } from './edit-text.ts';
import { keyIn, keysOfPath, type Holder } from './path-keys.ts';
import { isForbiddenKey } from './slot.ts';
import { isWritable } from './write-yaml.ts';

/** One change of one place. `keys` are the keys of the mappings and indices of the lists on the way. */
export type Step =
  | { kind: 'set'; keys: string[]; to: unknown }
  | { kind: 'remove'; keys: string[] }
  /** `key` is null in lists; `after` null means last and '' first. */
  | { kind: 'add'; keys: string[]; key: string | null; value: unknown; after: string | null }
  | { kind: 'rename'; keys: string[]; to: string };

/** Return the steps of an edit of a plain value; none, with a finding, where it cannot be made. */
export function stepsOf(edit: Edit, plain: unknown, findings: Finding[]): Step[] {
  const path =
    'set' in edit
      ? edit.set
      : 'remove' in edit
        ? edit.remove
        : 'add' in edit
          ? edit.add
          : edit.rename;
  const refuse = (finding: Finding) => (findings.push(finding), []);
  const asked = keysOfPath(path);
  if (!asked) return refuse(makeFinding('change-path-broken', '', { path: path.slice(0, 80) }));
  const value = 'set' in edit ? edit.to : 'add' in edit ? edit.value : null;
  if (!isWritable(value)) return refuse(makeFinding('edit-value-unknown', path, { path }));
  const { keys, values, missing } = follow(plain, asked);
  const parent = values[values.length - 1];
  const isNewKey = keys.length === asked.length - 1 && isMapping(parent);
  const last = asked[asked.length - 1];
  if (missing !== null && !(isNewKey && ('set' in edit || 'add' in edit))) {
    const near = isHolder(parent) ? nearest(missing, Object.keys(parent)) : null;
    const details = { path: path.slice(0, 120), missing: missing.slice(0, 60), nearest: near };
    return refuse(makeFinding('edit-path-unknown', path, details));
  }
  if ('remove' in edit) return [{ kind: 'remove', keys }];
  if ('set' in edit) {
    if (missing !== null) return [{ kind: 'add', keys, key: last, value, after: null }];
    return differences(keys, parent, value);
  }
  if ('rename' in edit) {
    const holder = values[values.length - 2];
    if (keysOfPath(edit.to)?.length !== 1) {
      return refuse(makeFinding('change-path-broken', path, { path: edit.to.slice(0, 80) }));
    }
    if (Array.isArray(holder)) return refuse(makeFinding('edit-not-possible', path, { path }));
    if (edit.to === keys[keys.length - 1]) return [];
    if (Object.hasOwn(holder as object, edit.to)) return refuse(exists(path, edit.to));
    return [{ kind: 'rename', keys, to: edit.to }];
  }
  const { key = null, after = null } = edit;
  if (key !== null && keysOfPath(key)?.length !== 1) {
    return refuse(makeFinding('change-path-broken', path, { path: key.slice(0, 80) }));
  }
  const whole = key === null ? [value] : { [key]: value };
  if (missing !== null) return [{ kind: 'add', keys, key: last, value: whole, after: null }];
  if (parent === null) return [{ kind: 'set', keys, to: whole }];
  if (!isHolder(parent)) {
    const details = { path: path.slice(0, 120), missing: key ?? '', nearest: null };
    return refuse(makeFinding('edit-path-unknown', path, details));
  }
  if (Array.isArray(parent) !== (key === null)) {
    const code = key === null ? 'edit-key-missing' : 'edit-not-possible';
    return refuse(makeFinding(code, path, { path }));
  }
  if (key !== null && Object.hasOwn(parent, key)) return refuse(exists(path, key));
  const place = after === null || after === '' ? after : keyIn(parent, after);
  if (place && !Object.hasOwn(parent, place)) {
    const details = {
      path,
      missing: place.slice(0, 60),
      nearest: nearest(place, Object.keys(parent)),
    };
    return refuse(makeFinding('edit-path-unknown', path, details));
  }
  return [{ kind: 'add', keys, key, value, after: place }];
}

function exists(path: string, key: string): Finding {
  const holder = path.slice(0, path.lastIndexOf('.') + 1);
  return makeFinding('change-adds-existing', path, { path: holder + key });
}

/** The keys that lead along a path as far as there is something, and the values met. */
function follow(plain: unknown, path: readonly string[]) {
  const keys: string[] = [];
  const values: unknown[] = [plain];
  for (const segment of path) {
    const at = values[values.length - 1];
    const key = isHolder(at) ? keyIn(at, segment) : null;
    if (key === null || !isHolder(at) || !Object.hasOwn(at, key)) {
      return { keys, values, missing: segment };
    }
    keys.push(key);
    values.push((at as Record<string, unknown>)[key]);
  }
  return { keys, values, missing: null };
}

/** The steps that make one value of another, at the deepest places that differ. */
function differences(keys: string[], before: unknown, to: unknown): Step[] {
  if (isSame(before, to)) return [];
  const isEmpty = isHolder(to) && Object.keys(to).length === 0;
  const wasEmpty = isHolder(before) && Object.keys(before).length === 0;
  if (!isEmpty && !wasEmpty) {
    if (isMapping(before) && isMapping(to)) return mappingDifferences(keys, before, to);
    if (Array.isArray(before) && Array.isArray(to)) return listDifferences(keys, before, to);
  }
  return [{ kind: 'set', keys, to }];
}

function mappingDifferences(
  keys: string[],
  before: Record<string, unknown>,
  to: Record<string, unknown>,
): Step[] {
  const steps: Step[] = [];
  let after: string | null = null;
  for (const [key, value] of Object.entries(to)) {
    if (Object.hasOwn(before, key)) steps.push(...differences([...keys, key], before[key], value));
    else steps.push({ kind: 'add', keys, key, value, after });
    after = key;
  }
  // What is new comes before what goes, so that nothing is empty in between.
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(to, key)) steps.push({ kind: 'remove', keys: [...keys, key] });
  }
  return steps;
}

function listDifferences(keys: string[], before: unknown[], to: unknown[]): Step[] {
  const most = Math.min(before.length, to.length);
  let head = 0;
  while (head < most && isSame(before[head], to[head])) head++;
  let tail = 0;
  while (tail < most - head && isSame(before[before.length - 1 - tail], to[to.length - 1 - tail])) {
    tail++;
  }
  const steps: Step[] = [];
  const common = most - tail;
  for (let index = head; index < common; index++) {
    steps.push(...differences([...keys, String(index)], before[index], to[index]));
  }
  for (let index = common; index < to.length - tail; index++) {
    const after = index === 0 ? '' : String(index - 1);
    steps.push({ kind: 'add', keys, key: null, value: to[index], after });
  }
  for (let index = before.length - tail - 1; index >= common; index--) {
    steps.push({ kind: 'remove', keys: [...keys, String(index)] });
  }
  return steps;
}

/** Return a copy of a plain value with a step made. */
export function withStep(plain: unknown, step: Step): unknown {
  const copy = copyOf(plain);
  const way = step.kind === 'add' ? step.keys : step.keys.slice(0, -1);
  const holder = way.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  const key = step.keys[step.keys.length - 1];
  const of = holder as Record<string, unknown>;
  if (step.kind === 'set') of[key] = step.to;
  else if (step.kind === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete of[key];
  } else if (step.kind === 'rename') {
    of[step.to] = of[key];
    delete of[key];
  } else if (Array.isArray(holder)) {
    const { after } = step;
    holder.splice(
      after === null ? holder.length : after === '' ? 0 : Number(after) + 1,
      0,
      step.value,
    );
  } else of[step.key ?? ''] = step.value;
  return copy;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isMapping(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (!isForbiddenKey(key)) copy[key] = copyOf(value[key]);
  return copy;
}

/** True for values that say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isSame(item, b[index]));
  }
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

export function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && !Array.isArray(value);
}
