import { isAlias, isMap, parseDocument, type Document, type Node } from 'yaml';
import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import {
  indexIn,
  isCollection,
  nodeAt,
  Places,
  sharedName,
  splice,
  type Collection,
  type Splice,
  type Spot,
} from './edit-nodes.ts';
import { addEntry, removeEntry, renameKey, replaceValue } from './edit-splices.ts';
import { isSame, stepsOf, withStep, type Step } from './edit-steps.ts';
import { LIMITS } from './limits.ts';
import { hasTooManyTokens, parseYaml } from './parse.ts';
import { placeFindings } from './place-findings.ts';
import { refuseText } from './refuse-text.ts';
import { withoutTurning } from './turning-marks.ts';

/**
 * One edit of a model's text. Paths are keys with points between them, as in the changes of
 * scenarios: `services.outreach.roles.worker.caseload`; entries of lists are named by index, or by
 * their id or the slug of their stage. `*` stands for nothing here.
 *
 * - `set` replaces a value; the last key of its path may be new. A mapping set to a mapping, and a
 *   list to a list, are changed only where they differ.
 * - `remove` takes an entry out of its mapping or list, with its comment on the same line.
 * - `add` puts an entry into the mapping (with a `key`) or list at a path, which is made where it
 *   is missing; after the entry named by `after`, first for `after: ''`, or else last.
 * - `rename` gives an entry another key; what refers to it elsewhere stays as it is.
 */
export type Edit =
  | { set: string; to: unknown }
  | { remove: string }
  | { add: string; key?: string; value: unknown; after?: string }
  | { rename: string; to: string };

export interface EditedText {
  /** The text with every edit made; the unchanged text where one cannot be made. */
  value: string;
  /** Why an edit cannot be made; empty where all were. */
  findings: Finding[];
}

/**
 * Return a YAML text with edits made, in order: all of them or none.
 *
 * Only the places that are edited change: comments, order, blank lines, quotes and the ends of
 * lines stay byte for byte. Every result is read again, and must say what the text said before with
 * the edits made and nothing else; an edit that cannot be made so is refused with a finding. The
 * findings carry the place in the text, and no file.
 */
export function editText(text: string, edits: readonly Edit[]): EditedText {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const source = text.slice(mark.length);
  let state = isTooMuch(source) ? null : read(source);
  if (state?.plain === undefined) return { value: text, findings: whyNotReadable(text) };
  for (const edit of withoutMarks(edits) as Edit[]) {
    const refused: Finding[] = [];
    for (const step of stepsOf(edit, state.plain, refused)) {
      const next = makeStep(state, step, refused);
      if (!next) break;
      state = next;
    }
    if (refused.length > 0) {
      return { value: text, findings: placeFindings(refused, '', parseYaml(text, '').positions) };
    }
  }
  return { value: mark + state.text, findings: [] };
}

/** Nobody sees the marks that come along with what is pasted, and the text would not be read again. */
function withoutMarks(value: unknown): unknown {
  if (typeof value === 'string') return withoutTurning(value);
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map((entry) => entry.map(withoutMarks)));
}

/** True for what is not even given to the YAML reader. */
function isTooMuch(source: string): boolean {
  return refuseText(source) !== null || hasTooManyTokens(source);
}

function whyNotReadable(text: string): Finding[] {
  const { findings } = parseYaml(text, '');
  return findings.length > 0 ? findings : [makeFinding('edit-not-possible', '', { path: '' })];
}

/** A text, its nodes and what it says. */
interface State {
  text: string;
  document: Document.Parsed;
  plain: unknown;
}

function read(text: string): State {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  return { text, document, plain: document.errors.length === 0 ? plainOf(document) : undefined };
}

function plainOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: LIMITS.aliases });
  } catch {
    // Aliases that lead nowhere or unfold without end; reading the text anew says which.
    return undefined;
  }
}

/** Return the text after a step; null, with a finding, where it cannot be made alone. */
function makeStep(state: State, step: Step, findings: Finding[]): State | null {
  const path = step.keys.join('.');
  const shared = sharedOnTheWay(state, step.keys);
  if (shared !== null) {
    findings.push(makeFinding('edit-in-two-places', path, { path, name: shared.slice(0, 60) }));
    return null;
  }
  const splices = splicesOf(state, step);
  if (splices) {
    const next = read(splice(state.text, splices));
    if (isSame(next.plain, withStep(state.plain, step))) return next;
  }
  findings.push(makeFinding('edit-not-possible', path, { path }));
  return null;
}

/** The name of the first thing on the way that stands in other places too. */
function sharedOnTheWay({ document }: State, keys: readonly string[]): string | null {
  let node: Node | null = document.contents;
  for (const key of [null, ...keys]) {
    if (key !== null) {
      // What an alias stands for is written elsewhere.
      if (isAlias(node)) return node.source;
      if (!isCollection(node)) return null;
      const index = indexIn(node, key);
      if (index < 0) return null;
      node = nodeAt(node, index);
    }
    const shared = sharedName(node, document);
    if (shared !== null) return shared;
  }
  return null;
}

function splicesOf({ text, document }: State, step: Step): Splice[] | null {
  const places = new Places(text);
  if (step.kind === 'add') {
    const holder = spotAt(document, step.keys);
    const of = holder ? holder.node : document.contents;
    if (!isCollection(of)) return null;
    const { key, value, after } = step;
    const last = of.items.length - 1;
    const index = after === null ? last : after === '' ? -1 : indexIn(of, after);
    return addEntry(places, holder, of, { key, value, after: index });
  }
  const spot = spotAt(document, step.keys);
  if (!spot) return null;
  if (step.kind === 'set') return replaceValue(places, spot, step.to);
  if (step.kind === 'rename') return renameKey(spot.holder, spot.index, step.to);
  if (spot.holder.items.length > 1) return removeEntry(places, spot.holder, spot.index);
  // The last entry leaves an empty mapping or list, not a blank.
  const around = spotAt(document, step.keys.slice(0, -1));
  return around && replaceValue(places, around, isMap(spot.holder) ? {} : []);
}

function spotAt(document: Document.Parsed, keys: readonly string[]): Spot | null {
  let spot: Spot | null = null;
  let holder: Node | null = document.contents;
  let isInFlow = false;
  for (const key of keys) {
    if (!isCollection(holder)) return null;
    const of: Collection = holder;
    const index = indexIn(of, key);
    if (index < 0) return null;
    isInFlow ||= Boolean(of.flow);
    spot = { holder: of, index, node: nodeAt(of, index), isInFlow };
    holder = spot.node;
  }
  return spot;
}
