import { calendarDay } from './calendar-day.ts';
import type { Slot } from './slot.ts';

/** Titles that stand before a name. */
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev)\.?\s+\p{Lu}/iu;
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Two or three words, each with one capital: "Jo Bloggs", "J. R. O’Hara". */
const NAME =
  /^(?:\p{Lu}(?:\.|[\p{Ll}’'-]+(?:\p{Lu}\p{Ll}+)?)\s+){1,2}\p{Lu}[\p{Ll}’'-]+(?:\p{Lu}\p{Ll}+)?$/u;
/** Words of roles and organisations, which are often written with capitals. */
const OF_A_ROLE =
  /\b(?:adviser|alcohol|analyst|assurer|authors?|board|carers?|chair|clinical|commissioner|co-?ordinator|committee|council|director|drug|facilitator|families|finance|forum|group|head|health|information|lead|local|manager|nhs|nurse|officer|panel|partner|partnership|people|planning|practitioners?|public|research(?:er)?|reference|scotland|scottish|senior|service|social|staff|support|team|third|volunteers?|workers?)\b/i;

/**
 * Return who did something, as a role: "commissioner", "authors of the sketch".
 * A model may be published, so what looks like somebody's own name or e-mail
 * address is warned of.
 */
export function readByWhom(slot: Slot): string {
  const who = slot.textOr('');
  const isName = TITLE.test(who) || (NAME.test(who) && !OF_A_ROLE.test(who));
  if (isName || ADDRESS.test(who)) slot.fail('looks-like-a-person', { written: who.slice(0, 60) });
  return who;
}

/** Return a date such as "2026-11-22"; "" with a finding where it is none. */
export function readDate(slot: Slot): string {
  const date = slot.textOr('');
  if (date === '' || calendarDay(date) !== null) return date;
  slot.fail('date-not-readable', { written: date.slice(0, 40) });
  return '';
}

/** Return when something was said: a year, a month or a day; "" with a finding where it is none. */
export function readWhen(slot: Slot): string {
  const when = slot.textOr('');
  const isPartOfDate = /^\d{4}(?:-\d{2}){0,2}$/.test(when);
  if (when === '' || (isPartOfDate && calendarDay(`${when}-01-01`.slice(0, 10)) !== null)) {
    return when;
  }
  slot.fail('when-not-readable', { written: when.slice(0, 40) });
  return '';
}
