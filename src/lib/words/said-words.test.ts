import { expect, it } from 'vitest';
import { saidByInWords, saidFrom, whenInWords } from './said-words.ts';

const said = {
  ...{ who: 'workers' as const, asked: '', says: 'Late news of money', quoted: false, agree: null },
  ...{ when: '2026-11', services: [], scenarios: [], notedBy: '' },
  source: {
    id: 'notes',
    title: 'Notes',
    by: 'The panel',
    year: 2020,
    grade: 'experience' as const,
  },
};

it('says dates as fully as they are known', () => {
  expect(['2026', '2026-11', '2026-11-04'].map(whenInWords)).toEqual([
    ...['2026', 'November 2026', '4 November 2026'],
  ]);
});

it('says where what was said is known from, with its own date or that of its source', () => {
  expect(saidFrom(said)).toBe('Notes, The panel, November 2026');
  expect(saidFrom({ ...said, when: '', agree: 0.61 })).toBe(
    'Notes, The panel, 2020; 61 of 100 agreed',
  );
  expect(saidFrom({ ...said, source: null })).toBe('no source named, November 2026');
  expect(saidByInWords('people supported')).toBe('People who were supported');
});
