import type { By } from '../measures/measure.ts';
import { capitalised } from './numbers.ts';
import { nameOf, type Names } from './names.ts';
import type { Direction } from './changes.ts';

/** How one measure is said. */
export interface MeasureWords {
  title: string;
  /** Of whom a "37 of 100" is, or what a bare number counts. */
  who: string;
  /**
   * The sentence about a figure, `{}` standing for it: "{} are cut short".
   * The second form goes with the figure one.
   */
  says: [many: string, one: string];
  /** Where "fewer" and "more" are not the words. */
  direction?: Direction;
}

const LONGER: Direction = { less: 'shorter', more: 'longer' };

/** Every measure that runs report; sentences read on from no other sentence. */
const WORDS: Record<string, MeasureWords> = {
  referred: words('People referred', '', '{} are referred', '{} is referred'),
  started: words('People who start', '', '{} start support', '{} starts support'),
  'stopped-waiting': words(
    'People who stop waiting',
    '',
    '{} stop waiting before they start',
    '{} stops waiting before they start',
  ),
  'turned-away': words(
    'People turned away',
    '',
    '{} are turned away because the list is full',
    '{} is turned away because the list is full',
  ),
  'closed-out': words(
    'Waiting when a service closed',
    '',
    '{} are waiting when a service closes',
    '{} is waiting when a service closes',
  ),
  'not-reached': words(
    'People not reached',
    '',
    '{} are too far away or have nobody to turn to',
    '{} is too far away or has nobody to turn to',
  ),
  'wait-mean': {
    ...words('Mean wait', '', 'People wait {} on average before they start'),
    direction: LONGER,
  },
  'waited-under-21-days': words(
    'Started within 21 days, of those who started',
    '',
    '{} of those who start have waited 21 days or less',
  ),
  'waited-over-42-days': words(
    'Waited over 42 days, of those who started',
    '',
    '{} of those who start have waited more than 42 days',
  ),
  'started-by-21-days': words(
    'Started by day 21, of those referred',
    'people referred',
    '{} have started by day 21',
    '{} has started by day 21',
  ),
  'started-by-42-days': words(
    'Started by day 42, of those referred',
    'people referred',
    '{} have started by day 42',
    '{} has started by day 42',
  ),
  'stopped-waiting-share': words(
    'Stopped waiting, of those referred',
    'people referred',
    '{} stop waiting before they start',
    '{} stops waiting before they start',
  ),
  list: words(
    'People waiting',
    '',
    '{} are waiting on a usual day',
    '{} is waiting on a usual day',
  ),
  occupancy: words('How full services run', '', '{} of usable caseloads and places is taken'),
  'posts-filled': words('Posts filled', '', '{} of posts are filled'),
  present: words(
    'People in support',
    '',
    '{} are in support on a usual day',
    '{} is in support on a usual day',
  ),
  'relationships-begun': words('Relationships begun', '', '{} are begun', '{} is begun'),
  'cut-short-per-100': words(
    'Relationships cut short',
    'relationships begun',
    '{} are cut short within two years',
    '{} is cut short within two years',
  ),
  'kept-3-months': kept('3 months'),
  'kept-6-months': kept('6 months'),
  'kept-12-months': kept('a year'),
  'kept-24-months': kept('two years'),
  'kept-a-worker-a-year': words(
    'Keep a worker for a year',
    'people who arrive',
    '{} keep the same worker for a year',
    '{} keeps the same worker for a year',
  ),
  'finished-before-a-year': words(
    'Finished well before a year',
    'people who arrive',
    '{} finish support as planned before a year is up',
    '{} finishes support as planned before a year is up',
  ),
  'ended-by': words(
    'How relationships end',
    'endings',
    '{} come about this way',
    '{} comes about this way',
  ),
  'workers-per-person': words('Workers per person', '', 'A person has {} on average'),
  'stories-told-again': words(
    'Stories told again',
    '',
    'A person tells their story again {} times on average',
    'A person tells their story again {} time on average',
  ),
  'relationship-mean-days': {
    ...words('Mean time together', '', 'A person and a worker have {} together on average'),
  },
  'mat-people': words(
    'People on MAT',
    '',
    '{} are on MAT on a usual day',
    '{} is on MAT on a usual day',
  ),
  'criterion-reached': words(
    'Promise kept in time',
    'people due it',
    '{} get it in time',
    '{} gets it in time',
  ),
  'criterion-days': words(
    'Time on MAT with this support going on',
    '',
    '{} of time on MAT is with this support going on',
  ),
  commitment: words('Money promised a year', '', '{} a year is promised'),
  spend: words('Money spent a year', '', '{} a year is spent'),
  unspent: words('Money not spent a year', '', '{} a year is promised and not spent'),
  'spend-in-year': words('Money spent in the year', '', '{} is spent in the year'),
  'spend-per-person': words(
    'Spend per person supported',
    '',
    '{} is spent for each person supported',
  ),
  'spend-per-relationship-not-cut-short': words(
    'Spend per relationship not cut short',
    '',
    '{} is spent for each relationship that is not cut short',
  ),
  'started-per-1000': words(
    'People who start, per 1,000 who live there',
    'people who live there',
    '{} start support',
    '{} starts support',
  ),
};

/** The words for a measure; an unknown id speaks for itself. */
export function measureWords(id: string): MeasureWords {
  const known = WORDS[id];
  if (known) return known;
  const title = capitalised(id.replaceAll('-', ' '));
  return words(title, '', `${title}: {}`);
}

/** Ids of all measures that have words. */
export function measuresWithWords(): string[] {
  return Object.keys(WORDS);
}

/** "Relationships cut short, ROADS"; "Promise kept in time: Help with a safe place to live". */
export function measureTitle(id: string, by: By | null, names: Names): string {
  const { title } = measureWords(id);
  if (by === null) return title;
  const name = nameOf(by, names);
  return by.kind === 'criterion' || by.kind === 'reason'
    ? `${title}: ${name}`
    : `${title}, ${name}`;
}

function kept(length: string): MeasureWords {
  return words(
    `Last ${length} or more`,
    'relationships begun',
    `{} last ${length} or more`,
    `{} lasts ${length} or more`,
  );
}

function words(title: string, who: string, many: string, one = many): MeasureWords {
  return { title, who, says: [many, one] };
}
