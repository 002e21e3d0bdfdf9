import { expect, test } from 'vitest';
import { changeInWords, resultChange } from '../../src/lib/words/change-words.ts';
import { lastChange } from '../../src/lib/workshop/last-change.ts';
import { acts, agreed, answered, devices, joined } from './rooms.ts';

const half = (at: number) => (at < 5 ? ('agree' as const) : ('disagree' as const));

test('nothing has changed before the first round is opened', () => {
  expect(lastChange(acts(...joined(...devices(3)), { act: 'shown again' }))).toBeNull();
});

test('the last change is what a facilitator did last to the screen, whatever came after', () => {
  const log = acts(...agreed(10, half), ...joined('late'), { act: 'shown again' });
  const change = lastChange(log)!;
  expect(change).toMatchObject({ did: 'revealed', round: 'decide', earlier: null });
  expect(change.before).toMatchObject({ phase: 'closed', results: [] });
  expect(change.now).toMatchObject({ phase: 'revealed', here: 11 });
  expect(changeInWords(change)).toContain('until then nobody could see');
});

test('a round that is shown twice is told from what it said before', () => {
  const again = lastChange(
    acts(
      ...agreed(10, half),
      { act: 'went back', round: 'decide' },
      ...devices(10).map((one, at) =>
        answered(one, 'decide-1', { kind: 'agree', says: at < 9 ? 'agree' : 'pass' }),
      ),
      { act: 'closed', round: 'decide' },
      { act: 'revealed', round: 'decide' },
    ),
  )!;
  expect(changeInWords(again)).toBe(
    '“What we think” was shown a second time. Not as before: “Awards should last longer.”',
  );
  expect(resultChange(again.earlier![0], again.now.results[0])).toBe(
    'Agree: most. Before: agree: about half.',
  );
});

test('what somebody took back is not shown again', () => {
  const log = acts(
    ...agreed(10, half),
    { act: 'went back', round: 'decide' },
    { act: 'closed', round: 'decide' },
    { act: 'revealed', round: 'decide' },
  );
  // As the log stands once all but four took back what they said.
  const left = new Set(devices(4));
  const emptied = log.map((one) =>
    one.act === 'answered' && !left.has(one.device)
      ? { act: 'taken back' as const, seq: one.seq, at: one.at }
      : one,
  );
  const change = lastChange(emptied)!;
  expect(change.earlier![0].shown).toBeNull();
  expect(change.now.results[0].shown).toBeNull();
});
