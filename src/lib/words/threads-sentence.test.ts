import { expect, it } from 'vitest';
import { threadsSentence } from './threads-sentence.ts';

it('tells the first who begin support from those who were looked for', () => {
  expect(threadsSentence(5, 2, 3)).toBe(
    'For 2 of the first 5 people who begin support, the relationships drawn differ between these ' +
      'scenarios. 3 more people are drawn because theirs differ.',
  );
  expect(threadsSentence(5, 0, 0)).toBe(
    'For the first 5 people who begin support, the relationships drawn are the same in every ' +
      'scenario. Of the others followed, they differ for nobody.',
  );
  expect(threadsSentence(5, 0, 5)).toMatch(
    /same in every scenario\. 5 .* because theirs differ\.$/,
  );
  expect(threadsSentence(1, 1, 1)).toBe(
    'For the first person who begins support, the relationships drawn differ between these ' +
      'scenarios. 1 more person is drawn because theirs differ.',
  );
  expect(threadsSentence(0, 0, 0)).toMatch(/^Nobody/);
});
