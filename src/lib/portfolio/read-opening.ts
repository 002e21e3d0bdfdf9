import type { Slot } from './slot.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export interface Session {
  weekday: number;
  from: number;
  to: number;
}

/** Return the hours since midnight that “09:30” says, or null. */
export function hoursOf(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return hours <= 24 && minutes < 60 && hours * 60 + minutes <= 1440 ? hours + minutes / 60 : null;
}

/**
 * Return the weekdays that “Tuesday and Thursday”, “Monday to Friday” or
 * “Monday, Wednesday” say, 0 for Monday, or null.
 */
export function weekdaysOf(text: string): number[] | null {
  const days = new Set<number>();
  for (const part of text.split(/\s*,\s*|\s+and\s+/)) {
    const [first, last, more] = part.trim().split(/\s+to\s+/);
    const from = weekdayOf(first);
    const to = last === undefined ? from : weekdayOf(last);
    if (from < 0 || to < from || more !== undefined) return null;
    for (let day = from; day <= to; day++) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

function weekdayOf(word: string): number {
  return WEEKDAYS.findIndex((day) => day === word);
}

/** Return the sessions of “Monday to Friday 10:00-16:00”, or of a list of such lines. */
export function readOpening(slot: Slot): Session[] {
  const lines = Array.isArray(slot.value) ? slot.items('opening times', 30) : [slot];
  return lines.flatMap((line) => {
    const text = line.text('days and hours, such as Monday to Friday 10:00-16:00');
    if (text === null) return [];
    const sessions = sessionsOf(text);
    if (!sessions) line.fail('opening-not-readable', { written: text.slice(0, 60) });
    return sessions ?? [];
  });
}

function sessionsOf(text: string): Session[] | null {
  const found = /^(.+?)\s+(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})$/.exec(text);
  if (!found || text.length > 200) return null;
  const days = weekdaysOf(found[1]);
  const [from, to] = [hoursOf(found[2]), hoursOf(found[3])];
  if (!days || from === null || to === null || to <= from) return null;
  return days.map((weekday) => ({ weekday, from, to }));
}

/** Where and on which days somebody is: “hub on Tuesday and Thursday; girvan-spoke on Friday”. */
export function readPresence(slot: Slot, pointIds: string[]): { point: number; weekday: number }[] {
  const text = slot.text('places and days, such as hub on Tuesday and Thursday');
  if (text === null) return [];
  const at: { point: number; weekday: number }[] = [];
  for (const part of text.slice(0, 500).split(';')) {
    const found = /^\s*(\S+)\s+on\s+(.+?)\s*$/.exec(part);
    const days = found && weekdaysOf(found[2]);
    if (!found || !days) {
      slot.fail('presence-not-readable', { written: part.trim().slice(0, 60) });
      continue;
    }
    const point = pointIds.indexOf(found[1]);
    if (point < 0) {
      slot.fail('reference-unknown', {
        kind: 'point',
        id: found[1].slice(0, 60),
        nearest: null,
        known: pointIds.join(', '),
      });
      continue;
    }
    for (const weekday of days) at.push({ point, weekday });
  }
  return at;
}
