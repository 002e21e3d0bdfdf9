import { expect, it } from 'vitest';
import { switchingValue, type BothEnds } from '../../src/lib/comparison/explain-inputs.ts';
import { armOfRows, waits } from './arm-of-rows.ts';

const arm = (wait: number) => armOfRows([[wait], [wait]], { measures: [waits] });
const none = armOfRows([[0], [0]], { measures: [] });
const apart = (wait: number) => ({ baseline: arm(10), scenario: arm(10 + wait) });
const untold = { baseline: none, scenario: none };

/** What is found where the answer is +1, and the ends and all between them are these pairs. */
function found(low: BothEnds['low'], high: BothEnds['high'], between: BothEnds['low']) {
  const figure = { low: 1, value: 2, high: 3, span: null };
  const input = { key: 'a', figure } as unknown as BothEnds['input'];
  const { baseline, scenario } = between;
  return switchingValue(
    () => Promise.resolve({ arms: [baseline, scenario] } as never),
    { baseline: [], scenario: [] },
    { input, low, high },
    waits,
    { difference: 1, low: 0.5, high: 1.5 },
    2,
  );
}

it('says that it cannot be told where a difference at an end or on the way cannot be', async () => {
  expect(await found(apart(1), apart(2), apart(1))).toBeNull();
  expect(await found(untold, apart(2), apart(1))).toBe('cannot tell');
  expect(await found(apart(1), untold, apart(1))).toBe('cannot tell');
  expect(await found(apart(-1), apart(2), untold)).toBe('cannot tell');
});
