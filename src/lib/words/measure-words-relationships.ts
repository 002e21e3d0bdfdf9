import { LONGER, ofHundred, words, type MeasureWords } from './measure-wording.ts';

/** Words for measures of relationships and of what people keep. */
export const relationshipWords: Record<string, MeasureWords> = {
  'relationships-begun': words(
    'Relationships begun, a year',
    '{} are begun in a year',
    '{} is begun in a year',
  ),
  'cut-short-per-100': ofHundred(
    'Relationships cut short',
    'relationships begun',
    'are cut short within two years',
    'is cut short within two years',
  ),
  'cut-short': words(
    'Relationships cut short, a year',
    '{} of those begun in a year are cut short within two years',
    '{} of those begun in a year is cut short within two years',
  ),
  'cut-short-in-year': words(
    'Relationships cut short in the financial year',
    '{} are cut short in the year',
    '{} is cut short in the year',
  ),
  'kept-3-months': together('3 months'),
  'kept-6-months': together('6 months'),
  'kept-12-months': together('12 months'),
  'kept-24-months': together('24 months'),
  'in-support-1-months': inSupport('a month'),
  'in-support-3-months': inSupport('3 months'),
  'in-support-6-months': inSupport('6 months'),
  'in-support-12-months': inSupport('12 months'),
  'in-support-24-months': inSupport('24 months'),
  'in-support-36-months': inSupport('36 months'),
  'stage-completed': ofHundred(
    'Came to the end of the stage',
    'people whose stage is over',
    'came to its end',
    'came to its end',
  ),
  'relationship-mean-days': {
    ...words('Mean time together', 'A person and a worker have {} together on average'),
    direction: LONGER,
  },
  open: words(
    'Relationships going on',
    '{} are going on on a usual day',
    '{} is going on on a usual day',
  ),
  'open-so-far-days': {
    ...words(
      'Time together so far, on a usual day',
      'On a usual day people have known their worker for {} so far',
    ),
    direction: LONGER,
  },
  'open-over-3-months': togetherToday('3 months'),
  'open-over-6-months': togetherToday('6 months'),
  'open-over-12-months': togetherToday('12 months'),
  'open-over-24-months': togetherToday('24 months'),
  'going-at-start': words(
    'Relationships going on at the start',
    '{} are going on at the start',
    '{} is going on at the start',
  ),
  'going-at-start-cut-short': ofHundred(
    'Going on at the start and cut short',
    'relationships going on at the start',
    'are cut short within two years',
    'is cut short within two years',
  ),
  'going-at-start-ended-by': ofHundred(
    'How those going on at the start ended',
    'relationships going on at the start',
    'end this way within two years',
    'ends this way within two years',
  ),
  'ended-by': ofHundred(
    'How relationships ended',
    'endings',
    'come about this way',
    'comes about this way',
  ),
  'kept-a-worker-a-year': ofHundred(
    'Kept a worker for a year',
    'people who come',
    'keep the same worker for a year',
    'keeps the same worker for a year',
  ),
  'finished-before-a-year': ofHundred(
    'Finished well before a year',
    'people who come',
    'finish as planned within a year of their start',
    'finishes as planned within a year of their start',
  ),
  'kept-a-worker-of-started': ofHundred(
    'Kept a worker for a year, of those who started',
    'people who start',
    'keep the same worker for a year',
    'keeps the same worker for a year',
  ),
  'finished-before-a-year-of-started': ofHundred(
    'Finished well before a year, of those who started',
    'people who start',
    'finish as planned within a year of their start',
    'finishes as planned within a year of their start',
  ),
  'kept-a-worker-people': words(
    'People who kept a worker for a year, a year',
    '{} who come in a year keep the same worker for a year',
    '{} who comes in a year keeps the same worker for a year',
  ),
  'workers-per-person': words(
    'Workers per person',
    'A person meets {} in their first two years on average',
  ),
  'stories-told-again': {
    ...words(
      'Stories told again',
      'A person tells their story again {} times in their first two years on average',
    ),
    direction: { less: 'fewer', more: 'more' },
  },
};

function togetherToday(length: string): MeasureWords {
  return ofHundred(
    `Together for over ${length}, on a usual day`,
    'relationships going on on a usual day',
    `have gone on for over ${length}`,
    `has gone on for over ${length}`,
  );
}

function together(length: string): MeasureWords {
  return ofHundred(
    `Still together after ${length}`,
    'relationships begun',
    `still go on after ${length}`,
    `still goes on after ${length}`,
  );
}

function inSupport(length: string): MeasureWords {
  return ofHundred(
    `Still in support after ${length}`,
    'people who start',
    `are still in support after ${length}`,
    `is still in support after ${length}`,
  );
}
