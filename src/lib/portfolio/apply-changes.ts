import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { LIMITS } from './limits.ts';
import type { Change } from './portfolio.ts';
import { entryOf, keyIn, keysOfPath } from './path-keys.ts';
import { removeFromToday, removeLinksTo } from './remove-links.ts';
import { isForbiddenKey } from './slot.ts';

export interface Changed {
  /** A copy with the changes made; the original where one failed. */
  value: unknown;
  findings: Finding[];
  /** Paths that were set, added or removed, for telling what the scenario says from what the model says. */
  paths: string[];
}

type Mapping = Record<string, unknown>;

/** Keys that scenarios share, so that they can be compared. */
const FIXED = new Set(['bide', 'start', 'prices', 'sources', 'title']);
/** Keys of a contract that an end gives meaning to; `*` leaves recurrent funding alone. */
const OF_AWARDS = new Set([
  'term',
  'first-ends',
  'decided',
  'renewed',
  'when-refused',
  'at-an-unrenewed-end',
  'new-people-stop',
  'hiring-needs',
]);

/**
 * Return a copy of a portfolio file with a scenario's changes made, in order.
 *
 * Paths are keys with points between; `*` stands for every entry; entries of
 * lists are named by index, or by their id or the slug of their stage. Findings
 * carry the path `changes.<index>`. Takes anything whatever and never throws.
 */
export function applyChanges(raw: unknown, changes: readonly Change[]): Changed {
  if (!Array.isArray(changes) || changes.length === 0)
    return { value: raw, findings: [], paths: [] };
  const findings: Finding[] = [];
  const paths: string[] = [];
  if (changes.length > LIMITS.changes) {
    const details = { of: 'changes', limit: LIMITS.changes };
    return { value: raw, findings: [makeFinding('too-many-of', 'changes', details)], paths };
  }
  const value = copyOf(raw);
  changes.forEach((change: unknown, index) => {
    new Edit(value, `changes.${index}`, findings, paths).make(change);
  });
  return { value, findings, paths };
}

/** A deep copy of plain data; keys that could reach into objects are left behind. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isMapping(value)) return value;
  const copy: Mapping = {};
  for (const key of Object.keys(value)) if (!isForbiddenKey(key)) copy[key] = copyOf(value[key]);
  return copy;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One place that a path names: a holder and the key in it. */
interface Target {
  holder: Mapping | unknown[];
  key: string;
  path: string;
}

/** One change being made to the copy. */
class Edit {
  constructor(
    private readonly top: unknown,
    private readonly at: string,
    private readonly findings: Finding[],
    private readonly paths: string[],
  ) {}

  make(change: unknown): void {
    const keys = isMapping(change) ? Object.keys(change).sort().join(' ') : '';
    const of = change as Mapping;
    if (keys === 'set to' && typeof of.set === 'string') this.set(of.set, of.to);
    else if (keys === 'remove' && typeof of.remove === 'string') this.remove(of.remove);
    else if (keys === 'add as' && typeof of.add === 'string') this.add(of.add, of.as);
    else this.findings.push(makeFinding('change-not-clear', this.at, {}));
  }

  private set(path: string, to: unknown): void {
    const segments = this.segments(path, 'set');
    if (!segments) return;
    const before = this.findings.length;
    const targets = this.targets(segments, path, 'set');
    for (const { holder, key, path: full } of targets) {
      put(holder, key, keptBeside(inside(holder, key), to));
      this.paths.push(full);
    }
    if (targets.length === 0 && this.findings.length === before) this.matchesNothing(path, 'set');
  }

  private remove(path: string): void {
    const segments = this.segments(path, 'remove');
    if (!segments) return;
    const before = this.findings.length;
    const targets = this.targets(segments, path, 'remove');
    if (targets.length === 0 && this.findings.length === before) {
      this.matchesNothing(path, 'remove');
    }
    // From the last, so that the places of those before stay what they are.
    for (const { holder, key, path: full } of targets.reverse()) {
      if (Array.isArray(holder)) {
        // What comes after takes its place, and says what it said.
        holder.splice(Number(key), 1);
      } else {
        delete holder[key];
        this.paths.push(full);
      }
      if (segments.length !== 2) continue;
      if (segments[0] === 'services') {
        this.findings.push(...removeLinksTo(this.top, key, `${this.at}.remove`));
      } else if (segments[0] === 'groups') {
        removeFromToday(this.top, key);
      }
    }
  }

  private add(path: string, as: unknown): void {
    const segments = this.segments(path, 'add');
    if (!segments) return;
    const key = segments[segments.length - 1];
    const holders = this.holders(segments.slice(0, -1), path, 'add');
    for (const { value: holder, path: before } of holders) {
      const full = before ? `${before}.${key}` : key;
      if (Array.isArray(holder)) {
        const index = /^\d+$/.test(key) ? Math.min(Number(key), holder.length) : holder.length;
        if (entryOf(holder, key) >= 0 && !/^\d+$/.test(key)) this.exists(path);
        else holder.splice(index, 0, copyOf(as));
        this.paths.push(`${before}.${index}`);
      } else if (Object.hasOwn(holder, key)) this.exists(path);
      else {
        put(holder, key, copyOf(as));
        this.paths.push(full);
      }
    }
  }

  private matchesNothing(path: string, verb: string): void {
    this.findings.push(makeFinding('change-matches-nothing', `${this.at}.${verb}`, { path }));
  }

  private exists(path: string): void {
    this.findings.push(makeFinding('change-adds-existing', `${this.at}.add`, { path }));
  }

  /** The keys of a path, or null with a finding. */
  private segments(path: string, verb: string): string[] | null {
    const at = `${this.at}.${verb}`;
    const segments = keysOfPath(path);
    if (!segments) {
      this.findings.push(makeFinding('change-path-broken', at, { path: path.slice(0, 80) }));
      return null;
    }
    if (FIXED.has(segments[0])) {
      this.findings.push(makeFinding('change-of-everything', at, { path }));
      return null;
    }
    return segments;
  }

  /** Every place that a path names; for `set` the last key may be new. */
  private targets(segments: string[], path: string, verb: 'set' | 'remove'): Target[] {
    const last = segments[segments.length - 1];
    const skips = segments[0] === 'contracts' && segments[1] === '*' && OF_AWARDS.has(segments[2]);
    const targets = this.holders(segments.slice(0, -1), path, verb, skips).flatMap(
      ({ value: holder, path: before }) => {
        const full = (key: string) => (before ? `${before}.${key}` : key);
        const keys = last === '*' ? keysIn(holder) : [keyIn(holder, last)];
        return keys.flatMap((key) => {
          const there =
            key !== null && (verb === 'set' && !Array.isArray(holder) ? true : has(holder, key));
          if (!there) this.unknown(path, last, keysIn(holder), verb);
          return there ? [{ holder, key, path: full(key) }] : [];
        });
      },
    );
    return targets;
  }

  /** The mappings and lists that a path leads to. */
  private holders(segments: string[], path: string, verb: string, skipsRecurrent = false) {
    let places: { value: Mapping | unknown[]; path: string }[] = [];
    if (isMapping(this.top)) places = [{ value: this.top, path: '' }];
    segments.forEach((segment, depth) => {
      const next: typeof places = [];
      for (const place of places) {
        const keys = segment === '*' ? keysIn(place.value) : [keyIn(place.value, segment)];
        for (const key of keys) {
          const value = key === null ? undefined : inside(place.value, key);
          if (skipsRecurrent && depth === 1 && isMapping(value) && value.term === 'recurrent') {
            continue;
          }
          if (isMapping(value) || Array.isArray(value)) {
            next.push({ value, path: place.path ? `${place.path}.${key}` : String(key) });
          } else if (!segments.slice(0, depth + 1).includes('*')) {
            const scalar = value !== undefined && value !== null;
            const missing = scalar ? (path.split('.')[depth + 1] ?? segment) : segment;
            this.unknown(path, missing, scalar ? [] : keysIn(place.value), verb);
          }
        }
      }
      places = next;
    });
    return places;
  }

  private unknown(path: string, missing: string, known: string[], verb: string): void {
    const details = { path: path.slice(0, 120), missing, nearest: nearest(missing, known) };
    this.findings.push(makeFinding('change-path-unknown', `${this.at}.${verb}`, details));
  }
}

/**
 * The new value of an entry. An assumption that is set to a bare figure stays
 * an effect: what means no effect, and its mechanism, are kept.
 */
function keptBeside(before: unknown, to: unknown): unknown {
  if (!isMapping(before) || isMapping(to) || Array.isArray(to)) return copyOf(to);
  const kept = ['none', 'mechanism'].filter((key) => Object.hasOwn(before, key));
  if (kept.length === 0) return to;
  return { best: to, ...Object.fromEntries(kept.map((key) => [key, before[key]])) };
}

function keysIn(holder: Mapping | unknown[]): string[] {
  return Object.keys(holder);
}

function has(holder: Mapping | unknown[], key: string): boolean {
  return Object.hasOwn(holder, key) && key !== 'length';
}

function inside(holder: Mapping | unknown[], key: string): unknown {
  return has(holder, key) ? (holder as Mapping)[key] : undefined;
}

function put(holder: Mapping | unknown[], key: string, value: unknown): void {
  (holder as Mapping)[key] = value;
}
