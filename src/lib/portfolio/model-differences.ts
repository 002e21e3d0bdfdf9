import { isHolder, isSame } from './edit-steps.ts';
import { entryOf, type Holder } from './path-keys.ts';
import { stageId } from './stage-id.ts';

/** One place at which two models say something else. */
export interface ModelDifference {
  /** Path in the model that has it: "services.outreach.roles.worker.caseload". */
  path: string;
  kind: 'changed' | 'added' | 'removed';
  /** What the first model says, as plain data; undefined where it says nothing. */
  before: unknown;
  after: unknown;
}

/**
 * Return what differs between two models as their files hold them, in the order of the second, what
 * was removed after what stands there still. Entries of lists are matched by their id or the name
 * of their stage where they have one, so that a stage put in front is one difference and not many.
 * The order of keys says nothing.
 */
export function modelDifferences(before: unknown, after: unknown): ModelDifference[] {
  return differencesAt('', before, after);
}

function differencesAt(path: string, before: unknown, after: unknown): ModelDifference[] {
  if (isSame(before, after)) return [];
  const areHolders = isHolder(before) && isHolder(after);
  if (!areHolders || Array.isArray(before) !== Array.isArray(after) || isShortList(before, after)) {
    return [{ path, kind: 'changed', before, after }];
  }
  const found: ModelDifference[] = [];
  for (const [key, value] of Object.entries(after)) {
    const other = counterpart(before, after, key);
    const at = join(path, nameIn(after, key));
    if (other === null) found.push({ path: at, kind: 'added', before: undefined, after: value });
    else found.push(...differencesAt(at, (before as Record<string, unknown>)[other], value));
  }
  for (const [key, value] of Object.entries(before)) {
    if (counterpart(after, before, key) !== null) continue;
    const at = join(path, nameIn(before, key));
    found.push({ path: at, kind: 'removed', before: value, after: undefined });
  }
  return found;
}

/** The key in one holder of what stands under a key in the other; null where there is nothing. */
function counterpart(there: Holder, here: Holder, key: string): string | null {
  if (Array.isArray(there)) {
    const name = nameIn(here, key);
    const index = name === key ? Number(key) : entryOf(there, name);
    return index >= 0 && index < there.length ? String(index) : null;
  }
  return Object.hasOwn(there, key) ? key : null;
}

/** The name of an entry: its key, or in lists its id or stage, or else its index. */
function nameIn(holder: Holder, key: string): string {
  if (!Array.isArray(holder)) return key;
  const entry: unknown = holder[Number(key)];
  if (!isHolder(entry) || Array.isArray(entry)) return key;
  const { id, stage } = entry;
  const name = typeof id === 'string' ? id : typeof stage === 'string' ? stageId(stage) : '';
  // A second entry of the same name could not be told from the first.
  return name !== '' && entryOf(holder, name) === Number(key) ? name : key;
}

/** Lists of plain values, such as days of the week, are read in one piece. */
function isShortList(before: Holder, after: Holder): boolean {
  return [before, after].some(
    (list) => Array.isArray(list) && list.every((item) => !isHolder(item)),
  );
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
