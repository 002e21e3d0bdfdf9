import { makeFinding, type Details } from '../diagnostics/make-finding.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Context } from './context.ts';
import { LIMITS } from './limits.ts';

const ID = /^[a-z][a-z0-9-]*$/;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** One entry of a mapping from ids. */
export interface Entry {
  id: string;
  slot: Slot;
}

/** True when a word can be an id: small letters, digits and hyphens. */
export function isId(word: string): boolean {
  return ID.test(word) && word.length <= LIMITS.idCharacters && !FORBIDDEN.has(word);
}

/** True for keys that must never reach an object, whatever stands under them. */
export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN.has(key);
}

/**
 * A value of the file and where it stands. Reads nothing into it: every method
 * that expects a shape makes a finding when the shape is another, and returns
 * null or nothing. Keys that an object inherits are not seen.
 */
export class Slot {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly context: Context,
    /** Source named by the nearest mapping around it. */
    readonly source?: string,
  ) {}

  get absent(): boolean {
    return this.value === undefined;
  }

  get isMapping(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  get isScalar(): boolean {
    return typeof this.value === 'string' || typeof this.value === 'number';
  }

  /** The key or index under which it stands. */
  get key(): string {
    return this.path.slice(this.path.lastIndexOf('.') + 1);
  }

  fail<C extends Code>(code: C, details: Details<C>, offset?: number): null {
    this.context.findings.push(makeFinding(code, this.path, details, offset));
    return null;
  }

  /** True, with a finding, when nothing is written after the key. */
  private blank(): boolean {
    if (this.value !== null) return false;
    this.fail('value-blank', { key: this.key });
    return true;
  }

  wrongShape(expected: string): null {
    if (!this.blank()) this.fail('shape-wrong', { is: shapeInWords(this.value), expected });
    return null;
  }

  /** Return the slot under a key, absent where there is none. */
  at(key: string): Slot {
    const here = this.isMapping ? (this.value as Record<string, unknown>) : null;
    const value = here && Object.hasOwn(here, key) ? here[key] : undefined;
    return new Slot(value, this.path ? `${this.path}.${key}` : key, this.context, this.ownSource());
  }

  /** As `at`, with a finding when there is nothing. */
  need(key: string, of: string): Slot {
    const slot = this.at(key);
    if (slot.absent && this.isMapping) this.fail('key-missing', { key, of });
    return slot;
  }

  private ownSource(): string | undefined {
    if (!this.isMapping) return this.source;
    const here = this.value as Record<string, unknown>;
    const own = Object.hasOwn(here, 'source') ? here.source : undefined;
    return typeof own === 'string' ? own : this.source;
  }

  /** Return whether it is a mapping with no keys but these; findings where not. */
  mapping(keys: readonly string[]): boolean {
    if (!this.isMapping) {
      this.wrongShape('a mapping of keys and values');
      return false;
    }
    for (const key of Object.keys(this.value as object)) {
      if (keys.includes(key)) continue;
      if (isForbiddenKey(key)) this.at(key).fail('key-forbidden', { key });
      else {
        const known = keys.join(', ');
        const details = { key: shortened(key), nearest: nearest(key, keys), known };
        this.at(key).fail('key-unknown', details);
      }
    }
    return true;
  }

  /**
   * Return the entries of a mapping from ids, with findings for ids that cannot
   * be. `beside` names keys that say something about all entries.
   */
  entries(of: string, limit: number, beside: readonly string[] = []): Entry[] {
    if (this.absent) return [];
    if (!this.isMapping) {
      this.wrongShape(`a mapping of ids to ${of}`);
      return [];
    }
    const keys = Object.keys(this.value as object);
    if (keys.length > limit) {
      this.fail('too-many-of', { of, limit });
      return [];
    }
    const entries = [];
    for (const id of keys) {
      if (beside.includes(id)) continue;
      if (id === 'source') this.at(id).fail('id-reserved', { id });
      else if (isId(id)) entries.push({ id, slot: this.at(id) });
      else this.at(id).fail('id-not-allowed', { id: shortened(id) });
    }
    return entries;
  }

  /** Return the items of a list. */
  items(of: string, limit: number): Slot[] {
    if (this.absent) return [];
    if (!Array.isArray(this.value)) {
      this.wrongShape(`a list of ${of}`);
      return [];
    }
    if (this.value.length > limit) {
      this.fail('too-many-of', { of, limit });
      return [];
    }
    return this.value.map((_, i) => this.item(i));
  }

  private item(index: number): Slot {
    const value: unknown = (this.value as unknown[])[index];
    return new Slot(value, `${this.path}.${index}`, this.context, this.source);
  }

  /** Return the text, or null with a finding. Numbers count as their text. */
  text(expected = 'text'): string | null {
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return String(this.value);
    if (typeof this.value !== 'string') return this.wrongShape(expected);
    if (this.value.length > LIMITS.textCharacters) {
      return this.fail('text-too-long', { limit: LIMITS.textCharacters });
    }
    if (this.value.trim() === '') return this.fail('value-blank', { key: this.key });
    return this.value.trim();
  }

  /** Return the text, or '' where the key is absent. */
  textOr(otherwise: string): string {
    return this.absent ? otherwise : (this.text() ?? otherwise);
  }

  /** Return a plain number, or null with a finding. */
  number(expected = 'a plain number'): number | null {
    if (typeof this.value !== 'number' || !Number.isFinite(this.value)) {
      return this.wrongShape(expected);
    }
    return this.value;
  }

  /** Return yes or no; `otherwise` where the key is absent. */
  flag(otherwise = false): boolean {
    if (this.absent) return otherwise;
    if (typeof this.value === 'boolean') return this.value;
    this.wrongShape('true or false');
    return otherwise;
  }

  /** Return one of the choices, or null with a finding. */
  choice<T extends string>(choices: readonly T[]): T | null {
    const text = this.text(`one of: ${choices.join(', ')}`);
    if (text === null) return null;
    const found = choices.find((choice) => choice === text);
    if (found) return found;
    return this.fail('choice-unknown', {
      written: shortened(text),
      nearest: nearest(text, choices),
      known: choices.join(', '),
    });
  }

  /** The ids that stand here as keys, whatever stands under them. */
  ids(): string[] {
    return this.isMapping ? Object.keys(this.value as object).filter(isId) : [];
  }

  /** Finding that the key here names nothing of the kind. */
  unknownKey(kind: string, ids: readonly string[]): void {
    const near = nearest(this.key, ids);
    const details = { kind, id: shortened(this.key), nearest: near, known: listed(ids) };
    this.context.findings.push({
      ...makeFinding('reference-unknown', this.path, details),
      atKey: true,
    });
  }

  /** Return the place of an id in a list of ids, or -1 with a finding. */
  reference(kind: string, ids: readonly string[]): number {
    const id = this.text(`the id of a ${kind}`);
    if (id === null) return -1;
    const index = ids.indexOf(id);
    if (index < 0) {
      const near = nearest(id, ids);
      const details = { kind, id: shortened(id), nearest: near, known: listed(ids) };
      this.fail('reference-unknown', details);
    }
    return index;
  }
}

function listed(ids: readonly string[]): string {
  return ids.length <= 30 ? ids.join(', ') : `${ids.slice(0, 30).join(', ')} …`;
}

function shapeInWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return `the number ${value}`;
  return `“${shortened(String(value))}”`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
