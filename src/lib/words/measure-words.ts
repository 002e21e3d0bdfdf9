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

/** Every measure that runs report, with the titles of the catalogue of measures. */
const WORDS: Record<string, MeasureWords> = {
  arrived: words(
    'People who come, a year',
    '{} come to look for support in a year',
    '{} comes to look for support in a year',
  ),
  referred: words('Referred, a year', '{} are referred in a year', '{} is referred in a year'),
  started: words('Started, a year', '{} start support in a year', '{} starts support in a year'),
  'stopped-waiting': words(
    'Stopped waiting, a year',
    '{} stop waiting in a year',
    '{} stops waiting in a year',
  ),
  'turned-away': words(
    'Turned away, a year',
    '{} are turned away in a year because the list is full',
    '{} is turned away in a year because the list is full',
  ),
  'closed-out': words(
    'Service closed while waiting, a year',
    '{} are waiting when a service closes, in a year',
    '{} is waiting when a service closes, in a year',
  ),
  'not-reached': words(
    'Too far to take up, a year',
    '{} live too far away to take it up, in a year',
    '{} lives too far away to take it up, in a year',
  ),
  'wait-mean': {
    ...words('Mean wait', 'People wait {} on average before they start'),
    direction: LONGER,
  },
  'waited-under-21-days': words(
    'Started within 21 days, of those who started',
    '{} of those who start have waited 21 days or less',
  ),
  'waited-over-42-days': words(
    'Waited over 42 days, of those who started',
    '{} of those who start have waited more than 42 days',
  ),
  'started-by-21-days': ofHundred(
    'Started by day 21, of those referred',
    'people referred',
    'have started by day 21',
    'has started by day 21',
  ),
  'started-by-42-days': ofHundred(
    'Started by day 42, of those referred',
    'people referred',
    'have started by day 42',
    'has started by day 42',
  ),
  'stopped-waiting-share': ofHundred(
    'Stopped waiting, of those referred',
    'people referred',
    'stop waiting before they start',
    'stops waiting before they start',
  ),
  'turned-away-share': ofHundred(
    'Turned away, of those referred',
    'people referred',
    'are turned away because the list is full',
    'is turned away because the list is full',
  ),
  list: words('People waiting', '{} are waiting on a usual day', '{} is waiting on a usual day'),
  present: words(
    'People in support',
    '{} are in support on a usual day',
    '{} is in support on a usual day',
  ),
  occupancy: words('How full', '{} of usable caseloads and places is taken'),
  'posts-filled': words('Posts filled', '{} of posts are filled'),
  'families-together': words(
    'Families supported together',
    '{} are supported together at a time',
    '{} is supported together at a time',
  ),
  'families-begun': words(
    'Families who came to be supported together, a year',
    '{} come to be supported together in a year',
    '{} comes to be supported together in a year',
  ),
  'family-workers': words('Workers beside a family', 'A family supported together has {}'),
  'lived-experience-share': words(
    'Posts held with lived experience',
    '{} of filled posts are held by people with lived experience',
  ),
  'volunteer-share': words('Posts held by volunteers', '{} of filled posts are held by volunteers'),
  'passed-on': words(
    'Passed on to another service, a year',
    '{} are passed on to another service in a year',
    '{} is passed on to another service in a year',
  ),
  'passed-on-arrived': ofHundred(
    'Arrived, of those passed on',
    'people passed on',
    'turn up',
    'turns up',
  ),
  'offers-made': words(
    'Offers of support with a need, a year',
    '{} are offered support with a need in a year',
    '{} is offered support with a need in a year',
  ),
  'offers-received': ofHundred(
    'Received, of those offered',
    'offers',
    'lead to support',
    'leads to support',
  ),
  unspent: words('Committed and not spent, a year', '{} is committed and not spent in a year'),
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
    'finish as planned before a year is up',
    'finishes as planned before a year is up',
  ),
  'kept-a-worker-of-started': ofHundred(
    'Kept a worker for a year, of those who started',
    'people who start',
    'keep the same worker for a year',
    'keeps the same worker for a year',
  ),
  'workers-per-person': words('Relationships per person', 'A person has {} on average'),
  'stories-told-again': {
    ...words(
      'Stories told again',
      'A person tells their story again {} times on average',
      'A person tells their story again {} time on average',
    ),
    direction: { less: 'fewer', more: 'more' },
  },
  'mat-people': words(
    'People on MAT',
    '{} are on MAT on a usual day',
    '{} is on MAT on a usual day',
  ),
  'criterion-reached': ofHundred(
    'Reached in time',
    'people who start MAT and need it',
    'get it in time',
    'gets it in time',
  ),
  'criterion-days': words(
    'Days with support going on',
    '{} of days on MAT with the need are days with this support going on',
  ),
  commitment: words('Committed, a year', '{} a year is promised'),
  spend: words('Spent, a year', '{} a year is spent'),
  'spend-in-year': words('Spent in the financial year', '{} is spent in the year'),
  'spend-per-person': words(
    'Spent per person who started',
    '{} is spent for each person who starts',
  ),
  'spend-per-relationship-not-cut-short': words(
    'Spent per relationship not cut short',
    '{} is spent for each relationship that is not cut short',
  ),
  'started-per-1000': ofHundred(
    'People who started, per 1,000 who live there, a year',
    'people who live there',
    'start support in a year',
    'starts support in a year',
  ),
};

/** The words for a measure; an unknown id speaks for itself. */
export function measureWords(id: string): MeasureWords {
  const known = WORDS[id];
  if (known) return known;
  const title = capitalised(id.replaceAll('-', ' '));
  return words(title, `${title}: {}`);
}

/** Ids of all measures that have words. */
export function measuresWithWords(): string[] {
  return Object.keys(WORDS);
}

/**
 * "Relationships cut short, ROADS"; "Reached in time: Help with a safe place to
 * live"; "Relationships cut short, in services paid by awards that end".
 *
 * `which` is added where the whole must be told from a part: "in all services".
 */
export function measureTitle(id: string, by: By | null, names: Names, which = ''): string {
  const { title } = measureWords(id);
  return [title + splitTitle(by, names), which].filter((part) => part !== '').join(', ');
}

function splitTitle(by: By | null, names: Names): string {
  if (by === null) return '';
  if (by.kind === 'funding') return `, in ${nameOf(by, names)}`;
  const funding = by.within?.kind === 'funding' ? by.within : null;
  const own = funding ? { kind: by.kind, id: by.id } : by;
  const ofFunding = funding ? `, in ${nameOf({ kind: 'funding', id: funding.id }, names)}` : '';
  const isNamed = by.kind === 'criterion' || by.kind === 'reason';
  return `${isNamed ? ': ' : ', '}${nameOf(own, names)}${ofFunding}`;
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

function words(title: string, many: string, one = many): MeasureWords {
  return { title, who: '', says: [many, one] };
}

function ofHundred(title: string, who: string, many: string, one: string): MeasureWords {
  return { title, who, says: [`{} ${many}`, `{} ${one}`] };
}
