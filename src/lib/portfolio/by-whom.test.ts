import { expect, it } from 'vitest';
import { readByWhom, readWhen } from './by-whom.ts';
import { newContext } from './context.ts';
import { Slot } from './slot.ts';

function codesOf(read: (slot: Slot) => string, text: string): string[] {
  const context = newContext();
  read(new Slot(text, 'log.by', context));
  return context.findings.map(({ code }) => code);
}

it.each([
  ...['commissioner', 'authors of the sketch', 'Planning Officer', 'ADP Coordinator'],
  ...['South Ayrshire ADP', 'Chair of the Panel', 'NHS team lead', 'Lived Experience Panel'],
])('takes %s for a role', (who) => expect(codesOf(readByWhom, who)).toEqual([]));

it.each([
  ...['Jo Bloggs', 'J. O’Hara', 'Mary Ann McDonald', 'Dr Example', 'Mrs. Smith', 'a@example.org'],
  ...['analyst (analyst@example.org)', 'Anne-Marie Example'],
])('takes %s for a person', (who) =>
  expect(codesOf(readByWhom, who)).toEqual(['looks-like-a-person']),
);

it('takes a year, a month or a day for when something was said', () => {
  for (const when of ['2026', '2026-11', '2026-11-04']) expect(codesOf(readWhen, when)).toEqual([]);
  for (const when of ['26', '2026-13', '2026-11-31', '2026-11-04 at noon', 'autumn 2026']) {
    expect(codesOf(readWhen, when)).toEqual(['when-not-readable']);
  }
});
