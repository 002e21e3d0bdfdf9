import { expect, it } from 'vitest';
import { acrossScenarios } from './across-scenarios.ts';

const told = (clear: string[], unclear: string[], untold: string[]) => {
  const scenarios = (titles: string[], difference: number | null) =>
    titles.map((title) => ({
      title,
      figure: title === 'A' ? '3 days' : '2 days',
      // Where a range is missing the mean difference may be there all the same.
      difference: {
        ...{ difference: difference ?? -4, better: 'lower' as const },
        ...(difference === null
          ? { low: null, high: null }
          : { low: difference - 1, high: difference + 1 }),
      },
    }));
  return acrossScenarios('Mean wait: 5 days as it is now', [
    ...scenarios(clear, -2),
    ...scenarios(unclear, 0),
    ...scenarios(untold, null),
  ]);
};

it('says which differ clearly, and what of the others is unclear', () => {
  expect(told(['A'], [], [])).toBe('Mean wait: 5 days as it is now, 3 days under “A”.');
  expect(told(['A'], ['B'], [])).toMatch(/under “A”; no clear difference under the other\.$/);
  expect(told(['A', 'B'], ['C', 'D'], [])).toMatch(
    / now, 3 days under “A” and 2 days under “B”; no clear difference under the others\.$/,
  );
  expect(told([], ['B'], [])).toMatch(/ now, and no clear difference under “B”\.$/);
  expect(told([], ['B', 'C'], [])).toMatch(
    / now, and no clear difference under any other scenario\.$/,
  );
});

it('never says that there is no clear difference where none can be told', () => {
  expect(told([], [], ['B'])).toMatch(/ now; the difference cannot be told under “B”\.$/);
  expect(told([], [], ['B', 'C'])).toMatch(
    / now; the difference cannot be told under any other scenario\.$/,
  );
  expect(told(['A'], [], ['B'])).toMatch(/“A”; the difference cannot be told under the other\.$/);
  expect(told(['A'], ['B', 'C'], ['D'])).toMatch(
    /“A”; no clear difference under “B” and “C”; the difference cannot be told under “D”\.$/,
  );
  expect(told([], ['B'], ['D'])).toMatch(
    / now; no clear difference under “B”; the difference cannot be told under “D”\.$/,
  );
});

it('takes a difference that is not there for one that cannot be told', () => {
  const [title, figure] = ['B', '2 days'];
  expect(acrossScenarios('Now', [{ title, figure, difference: undefined }])).toBe(
    'Now; the difference cannot be told under “B”.',
  );
});
