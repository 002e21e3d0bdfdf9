/** Measures of people who come, wait and start, and of the room there is. */
import type { MeasureEntry } from './measure-entry.ts';

export const waitingMeasures = {
  arrived: {
    title: 'People who come, a year',
    what: 'New people who look for support, counted once each, before anybody takes anything up.',
    unit: 'people',
    better: 'neither',
  },
  referred: {
    title: 'Referred, a year',
    what: 'Referrals to a service, by others or by the person.',
    unit: 'people',
    better: 'neither',
  },
  started: {
    title: 'Started, a year',
    what: 'Referrals that led to a first day of support.',
    unit: 'people',
    better: 'higher',
  },
  'stopped-waiting': {
    title: 'Stopped waiting, a year',
    what: 'Referrals that ended because the wait went on too long for the person.',
    unit: 'people',
    better: 'lower',
  },
  'turned-away': {
    title: 'Turned away, a year',
    what: 'Referrals refused because the list was full.',
    unit: 'people',
    better: 'lower',
  },
  'closed-out': {
    title: 'Service closed while waiting, a year',
    what: 'People who were waiting when the money for a service ended.',
    unit: 'people',
    better: 'lower',
  },
  'gone-while-waiting': {
    title: 'Moved away or died while waiting, a year',
    what: 'Referrals that ended because the person moved away or died before a first day of support.',
    unit: 'people',
    better: 'neither',
  },
  'not-reached': {
    title: 'Too far to take up, a year',
    what: 'Referrals not taken up because of the journey.',
    unit: 'people',
    better: 'lower',
  },
  'not-arrived': {
    title: 'Did not turn up after being passed on, a year',
    what: 'People passed on to a service who did not get there. They are not counted as referred.',
    unit: 'people',
    better: 'lower',
  },
  'wait-mean': {
    title: 'Mean wait',
    what: 'Days from referral to the first day of support, of those who started before the run ended.',
    unit: 'days',
    better: 'lower',
  },
  'waited-under-21-days': {
    title: 'Started within 21 days, of those who started',
    what: 'The national standard: 90 in 100 of those who start do so within three weeks.',
    unit: 'per cent',
    better: 'higher',
  },
  'waited-over-42-days': {
    title: 'Waited over 42 days, of those who started',
    what: 'The national standard: nobody waits longer than six weeks.',
    unit: 'per cent',
    better: 'lower',
  },
  'started-by-21-days': {
    title: 'Started by day 21, of those referred',
    what: 'Everyone referred counts, also those who stopped waiting.',
    unit: 'per 100',
    better: 'higher',
  },
  'started-by-42-days': {
    title: 'Started by day 42, of those referred',
    what: 'Everyone referred counts, also those who stopped waiting.',
    unit: 'per 100',
    better: 'higher',
  },
  'stopped-waiting-share': {
    title: 'Stopped waiting, of those referred',
    what: 'Of 100 referred, those whose wait went on too long for them.',
    unit: 'per 100',
    better: 'lower',
  },
  'turned-away-share': {
    title: 'Turned away, of those referred',
    what: 'Of 100 referred, those refused because the list was full.',
    unit: 'per 100',
    better: 'lower',
  },
  list: {
    title: 'People waiting',
    what: 'Mean number on the list to start.',
    unit: 'people',
    better: 'lower',
  },
  present: {
    title: 'People in support',
    what: 'Mean number of people in the service.',
    unit: 'people',
    better: 'neither',
  },
  occupancy: {
    title: 'How full',
    what: 'Load carried, of what filled posts and beds can carry.',
    unit: 'per cent',
    better: 'neither',
  },
  'posts-filled': {
    title: 'Posts filled',
    what: 'Share of posts with running money that somebody is in.',
    unit: 'per cent',
    better: 'higher',
  },
} satisfies Record<string, MeasureEntry>;
