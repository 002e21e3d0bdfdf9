import { readByWhom, readDate } from './by-whom.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Slot } from './slot.ts';

/** Something that was decided about the model, when, by whom and why. */
export interface LogDecision {
  /** ISO date. */
  when: string;
  /** A role, never a name. */
  by: string;
  what: string;
  why: string;
}

/** A check that was made, and what came of it. */
export interface LogCheck {
  when: string;
  by: string;
  what: string;
  found: string;
}

/** Who made the model and what was done to it; "" where the file does not say. */
export interface ModelLog {
  /** Who noted its figures, and when, where a figure does not say it itself. */
  notedBy: string;
  notedOn: string;
  decisions: LogDecision[];
  checks: LogCheck[];
}

export interface ModelLogFile {
  'noted-by'?: string;
  'noted-on'?: string;
  decisions?: LogDecision[];
  checks?: LogCheck[];
}

/** Return the log of the file. A run never depends on it. */
export function resolveLog(slot: Slot): ModelLog {
  const log: ModelLog = { notedBy: '', notedOn: '', decisions: [], checks: [] };
  if (slot.absent || !slot.mapping(KEYS.log)) return log;
  const [decisions, checks] = [slot.at('decisions'), slot.at('checks')];
  return {
    notedBy: readByWhom(slot.at('noted-by')),
    notedOn: readDate(slot.at('noted-on')),
    decisions: entriesOf(decisions, 'decisions', KEYS['log-decision']).map((entry) => ({
      ...readEntry(entry, 'The decision'),
      why: entry.need('why', 'The decision').textOr(''),
    })),
    checks: entriesOf(checks, 'checks', KEYS['log-check']).map((entry) => ({
      ...readEntry(entry, 'The check'),
      found: entry.need('found', 'The check').textOr(''),
    })),
  };
}

function entriesOf(slot: Slot, of: string, keys: readonly string[]): Slot[] {
  if (slot.absent) return [];
  return slot.items(of, LIMITS.logEntries).filter((entry) => entry.mapping(keys));
}

function readEntry(slot: Slot, of: string): { when: string; by: string; what: string } {
  return {
    when: readDate(slot.need('when', of)),
    by: readByWhom(slot.need('by', of)),
    what: slot.need('what', of).textOr(''),
  };
}
