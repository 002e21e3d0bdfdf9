/** What a file says of the people who are there when the warm-up begins. */
import { LIMITS } from './limits.ts';
import type { Length, PeopleToday } from './portfolio.ts';
import { readFigure } from './read-figure.ts';
import { readLength } from './read-length.ts';
import type { Slot } from './slot.ts';

/** Today's people by group, in a stage or on a list; whole people. */
export function readPeopleToday(slot: Slot, groups: string[]): PeopleToday[] {
  if (slot.absent) return [];
  return slot.entries('groups', groups.length + 50).flatMap(({ id, slot: at }) => {
    const group = groups.indexOf(id);
    if (group < 0) at.unknownKey('group', groups);
    const people = readFigure(at, 'number', { choice: true });
    if (!people) return [];
    const { value, written } = people;
    const limit = LIMITS.peopleToday;
    if (value > limit) return at.fail('figure-too-large', { written, limit: `${limit}` }) ?? [];
    if (Math.floor(value) !== value) {
      return at.fail('figure-not-whole', { written, of: 'people, zero or more' }) ?? [];
    }
    return group < 0 ? [] : [{ group, people }];
  });
}

/** How long today's people have been there, or have waited: any length but one without an end. */
export function readLengthToday(slot: Slot): Length | null {
  if (slot.absent) return null;
  const length = readLength(slot);
  return length?.law === 'open-ended' ? slot.wrongShape('a time, such as 2 years') : length;
}
