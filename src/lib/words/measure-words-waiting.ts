import { LONGER, ofHundred, words, type MeasureWords } from './measure-wording.ts';

/** Words for measures of people who come, wait and start. */
export const waitingWords: Record<string, MeasureWords> = {
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
  'gone-while-waiting': words(
    'Moved away or died while waiting, a year',
    '{} move away or die while they wait, in a year',
    '{} moves away or dies while they wait, in a year',
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
  'not-arrived': words(
    'Did not turn up after being passed on, a year',
    '{} do not turn up after being passed on, in a year',
    '{} does not turn up after being passed on, in a year',
  ),
  list: words('People waiting', '{} are waiting on a usual day', '{} is waiting on a usual day'),
  present: words(
    'People in support',
    '{} are in support on a usual day',
    '{} is in support on a usual day',
  ),
  occupancy: words('How full', '{} of usable caseloads and places is taken'),
  'posts-filled': words('Posts filled', '{} of posts are filled'),
};
