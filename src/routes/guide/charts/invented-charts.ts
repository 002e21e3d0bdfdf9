/**
 * Numbers that are made up, for those pictures of the guide that no small model has: what to look
 * for stands out in them, as it may not in a real answer.
 */
import type { PassedOnWay } from '$lib/charts/passed-on-layout.ts';
import type { SwitchingRow } from '$lib/charts/switching-layout.ts';

export const inventedNotice = 'The numbers are made up, to learn by. They are of no model.';

const scenarios = [
  { id: 'now', label: 'As it is now', series: 0, baseline: true },
  { id: 'company', label: 'Somebody goes along', series: 0, baseline: false },
];

function way(id: string, from: string, to: string, sent: number, arrived: number[]): PassedOnWay {
  const rows = scenarios.map((one, index) => ({ ...one, sent, arrived: arrived[index] }));
  return { id, from, to, rows };
}

export const inventedPassedOn = {
  message:
    'Of 100 people passed on from the hospital, 52 are lost on the way, and 25 where somebody goes along.',
  subtitle: 'People passed from one service to the next, a year',
  input: {
    ways: [
      way('a', 'Hospital', 'Community support', 120, [48, 75]),
      way('b', 'Community support', 'Housing advice', 60, [85, 90]),
    ],
  },
};

const switching: SwitchingRow[] = [
  {
    ...{ id: 'a', label: 'Chance that an award is renewed' },
    ...{ low: 0.4, best: 0.7, high: 0.95, at: 0.88, side: 'above' },
    words: { low: '40%', best: '70%', high: '95%', at: '88%' },
  },
  {
    ...{ id: 'b', label: 'Time to replace a worker' },
    ...{ low: 1, best: 4, high: 8, at: 1.8, side: 'below' },
    words: { low: '1 month', best: '4 months', high: '8 months', at: '1.8 months' },
  },
];

export const inventedSwitching = {
  message:
    'Longer awards are preferred, unless 88 of 100 awards or more are renewed, or a worker is replaced within 1.8 months.',
  subtitle: 'Relationships cut short: “Longer awards” beside “As it is now”',
  caption: 'Values at which the preference changes',
  rows: switching,
  table: {
    caption: 'The value at which the preference changes',
    head: ['Figure', 'Now', 'Plausible', 'Preference changes at', 'In words'],
    rows: switching.map(({ label, words, side }) => ({
      head: label,
      cells: [words.best, `${words.low} to ${words.high}`, `about ${words.at}`, `${side} it`],
    })),
    numeric: false,
  },
};
