import { expect, it } from 'vitest';
import type { Difference } from '../comparison/summary.ts';
import type { By } from '../measures/measure.ts';
import { leadSentence, type LeadFact } from './lead-sentence.ts';
import { AWARDS } from './which-services.ts';

type Range = [low: number, high: number] | null;

/** What a measure is as it is now and in a scenario, and the range of the difference; null: cannot tell. */
function fact(
  id: string,
  [now, mean]: [number, number],
  range: Range,
  { by = null, which = '' }: { by?: By | null; which?: string } = {},
): LeadFact {
  const unit = id === 'spend' ? 'GBP' : id === 'wait-mean' ? 'days' : 'per 100';
  const better = { spend: 'neither', 'kept-a-worker-a-year': 'higher' }[id] ?? 'lower';
  const [low, high] = range ?? [null, null];
  const difference = {
    ...{ id, by, unit, better, low, high, difference: range && mean - now },
    ...{ shareBetter: 0.9, headline: true, contractDatesAlone: null, assumedEffects: null },
  } as Difference;
  return { id, by, unit, mean, now, difference, which, step: undefined };
}

const of = { by: AWARDS } as const;
const cut = (mean: number, range: Range) => fact('cut-short-per-100', [9, mean], range, of);
const kept = (mean: number, range: Range) => fact('kept-a-worker-a-year', [30, mean], range);
const wait = (mean: number, range: Range) => fact('wait-mean', [12, mean], range);
const spend = (mean: number, range: Range) => fact('spend', [900_000, mean], range, of);

it('says the first main measure as it is computed, and what it costs', () => {
  expect(leadSentence([cut(7, [-3, -1]), kept(36, [5, 7])], spend(981_000, [5e4, 1e5]), {})).toBe(
    'In services paid by awards that end, 7 of 100 relationships begun are cut short within two ' +
      'years instead of 9, and £81,000 more a year is spent.',
  );
  expect(leadSentence([cut(7, [-3, -1])], spend(901_000, [-1e4, 1e4]), {})).toMatch(
    / instead of 9, with no clear difference in money\.$/,
  );
  expect(leadSentence([cut(7, [-3, -1])], undefined, {})).toMatch(/ instead of 9\.$/);
});

it('says that there is no clear difference, and then what else changes', () => {
  const unclear = cut(8, [-3, 1]);
  expect(leadSentence([unclear, kept(36, [5, 7])], undefined, {})).toBe(
    'No clear difference in “Relationships cut short, in services paid by awards that end”. ' +
      '36 of 100 people who come keep the same worker for a year instead of 30.',
  );
  const same = kept(31, [-1, 3]);
  expect(leadSentence([unclear, same], undefined, {})).toBe(
    'No clear difference in any main measure.',
  );
  expect(leadSentence([unclear, same], spend(901_000, [-1e4, 1e4]), {})).toBe(
    'No clear difference in any main measure.',
  );
  expect(leadSentence([unclear, same], spend(981_000, [5e4, 1e5]), {})).toBe(
    'No clear difference in any main measure but money, and £81,000 more a year is spent in ' +
      'services paid by awards that end.',
  );
});

it('never leaves out what gets worse', () => {
  expect(leadSentence([cut(7, [-3, -1]), wait(14, [1, 3])], undefined, {})).toMatch(
    / instead of 9\. Worse: .*14 days.* instead of 12 days\.$/,
  );
  const said = leadSentence([cut(8, [-3, 1]), kept(36, [5, 7]), wait(14, [1, 3])], undefined, {});
  expect(said).toMatch(
    /^No clear difference in .* instead of 30\. Worse: .* instead of 12 days\.$/,
  );
  expect(leadSentence([cut(11, [1, 3])], undefined, {})).toMatch(/^Worse: In services .* of 9\.$/);
});

it('never says of what cannot be told that there is no clear difference', () => {
  const untold = leadSentence([cut(7, null)], spend(981_000, null), {});
  expect(untold).toBe(
    'Whether there is a difference in “Relationships cut short, in services paid by awards that ' +
      'end” cannot be told, and what it costs cannot be told.',
  );
  expect(leadSentence([cut(8, [-3, 1]), kept(31, null)], undefined, {})).not.toContain('any main');
  expect(leadSentence([cut(8, [-3, 1])], spend(981_000, null), {})).toBe(
    'No clear difference in any main measure, and what it costs cannot be told.',
  );
});

it('says in which services money is spent where that is not said before', () => {
  const all = fact('spend', [2e6, 2.1e6], [5e4, 15e4], { which: 'in all services' });
  expect(leadSentence([cut(7, [-3, -1])], all, {})).toMatch(/ a year is spent in all services\.$/);
  expect(leadSentence([], all, {})).toBe('');
});
