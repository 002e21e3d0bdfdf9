import { expect, test } from 'vitest';
import { readPasted } from './pasted-address.ts';

test.each([
  [
    'a whole address',
    'https://bide.example/portfolio/south-ayrshire/compare?scenarios=three-year,five-year&s=abc_123-x',
    {
      portfolio: 'south-ayrshire',
      isOwn: false,
      made: 'abc_123-x',
      prepared: ['three-year', 'five-year'],
    },
  ],
  [
    'an address to explore, with blanks around it',
    '  http://10.0.0.5:4173/portfolio/one-queue/explore?s=abc  ',
    { portfolio: 'one-queue', isOwn: false, made: 'abc', prepared: [] },
  ],
  [
    'a path alone',
    '/portfolio/one-queue/compare',
    { portfolio: 'one-queue', isOwn: false, made: null, prepared: [] },
  ],
  [
    'an address of a model of one’s own',
    'https://bide.example/portfolio/own/k3/explore?s=abc',
    { portfolio: 'k3', isOwn: true, made: 'abc', prepared: [] },
  ],
  [
    'what stands after s= alone',
    'q1YqSy0qzszPU7JSMlTSUSouKcrMS1eyio6tBQA',
    {
      portfolio: null,
      isOwn: false,
      made: 'q1YqSy0qzszPU7JSMlTSUSouKcrMS1eyio6tBQA',
      prepared: [],
    },
  ],
])('%s says what it holds', (_, text, holds) => {
  expect(readPasted(text)).toEqual(holds);
});

test.each(['', 'hello there', 'https://bide.example/guide', 'http://['])(
  'of “%s” nothing can be read',
  (text) => expect(readPasted(text)).toBeNull(),
);
