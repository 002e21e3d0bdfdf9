/** What each measure says, in plain words: for column heads, help and the guide. */
import type { Unit } from './measure.ts';

interface Entry {
  title: string;
  what: string;
  unit: Unit;
  better: 'higher' | 'lower' | 'neither';
}

export const catalogue = {
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
  'not-reached': {
    title: 'Too far to take up, a year',
    what: 'Referrals not taken up because of the journey.',
    unit: 'people',
    better: 'lower',
  },
  'wait-mean': {
    title: 'Mean wait',
    what: 'Days from referral to the first day of support, of those who started.',
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
  'relationships-begun': {
    title: 'Relationships begun, a year',
    what: 'One person with one worker, from the day a place on the caseload is given.',
    unit: 'relationships',
    better: 'neither',
  },
  'cut-short-per-100': {
    title: 'Relationships cut short',
    what: 'Of 100 begun, those ended within 24 months because the worker left, the money ended or a time limit came, before a planned ending.',
    unit: 'per 100',
    better: 'lower',
  },
  'kept-3-months': {
    title: 'Still together after 3 months',
    what: 'Of 100 relationships begun, those that go on then. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'kept-6-months': {
    title: 'Still together after 6 months',
    what: 'Of 100 relationships begun, those that go on then. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'kept-12-months': {
    title: 'Still together after 12 months',
    what: 'Of 100 relationships begun, those that go on then. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'kept-24-months': {
    title: 'Still together after 24 months',
    what: 'Of 100 relationships begun, those that go on then. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'in-support-1-months': {
    title: 'Still in support after a month',
    what: 'Of 100 who start with a service, those still in its support then, whoever their worker is. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'in-support-3-months': {
    title: 'Still in support after 3 months',
    what: 'Of 100 who start with a service, those still in its support then, whoever their worker is. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'in-support-6-months': {
    title: 'Still in support after 6 months',
    what: 'Of 100 who start with a service, those still in its support then, whoever their worker is. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'in-support-12-months': {
    title: 'Still in support after 12 months',
    what: 'Of 100 who start with a service, those still in its support then, whoever their worker is. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'in-support-24-months': {
    title: 'Still in support after 24 months',
    what: 'Of 100 who start with a service, those still in its support then, whoever their worker is. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'in-support-36-months': {
    title: 'Still in support after 36 months',
    what: 'Of 100 who start with a service, those still in its support then, whoever their worker is. A planned ending counts as not going on.',
    unit: 'per 100',
    better: 'neither',
  },
  'stage-completed': {
    title: 'Came to the end of the stage',
    what: 'Of 100 whose time in a stage of a pathway is over, those who came to its end and did not leave, move away or lose the service before.',
    unit: 'per 100',
    better: 'neither',
  },
  'relationship-mean-days': {
    title: 'Mean time together',
    what: 'Days from the beginning to the end of a relationship, or to the end of the run.',
    unit: 'days',
    better: 'neither',
  },
  'ended-by': {
    title: 'How relationships ended',
    what: 'Of 100 relationships that ended, those that ended for this reason.',
    unit: 'per 100',
    better: 'neither',
  },
  'kept-a-worker-a-year': {
    title: 'Kept a worker for a year',
    what: 'Of 100 people who come, those who within twelve months begin a relationship that lasts a year.',
    unit: 'per 100',
    better: 'higher',
  },
  'finished-before-a-year': {
    title: 'Finished well before a year',
    what: 'Of 100 people who come, those whose support came to a planned ending before a year, and who kept nobody longer.',
    unit: 'per 100',
    better: 'neither',
  },
  'kept-a-worker-of-started': {
    title: 'Kept a worker for a year, of those who started',
    what: 'Of 100 people who start support, those who within twelve months of coming begin a relationship that lasts a year.',
    unit: 'per 100',
    better: 'higher',
  },
  'workers-per-person': {
    title: 'Relationships per person',
    what: 'Relationships begun for each person who started support.',
    unit: 'workers',
    better: 'neither',
  },
  'stories-told-again': {
    title: 'Stories told again',
    what: 'Times that a person begins with another worker who knows nothing of them yet, for each person who started.',
    unit: 'ratio',
    better: 'lower',
  },
  'mat-people': {
    title: 'People on MAT',
    what: 'Mean number of people on medication-assisted treatment.',
    unit: 'people',
    better: 'neither',
  },
  'criterion-reached': {
    title: 'Reached in time',
    what: 'Of 100 who start MAT and have the need, those whose support with it began in time. Leaving first counts as not reached.',
    unit: 'per 100',
    better: 'higher',
  },
  'criterion-days': {
    title: 'Days with support going on',
    what: 'Of the days that people with the need are on MAT, those on which support with it goes on.',
    unit: 'per cent',
    better: 'higher',
  },
  commitment: {
    title: 'Committed, a year',
    what: 'Money promised by running awards, in the prices of the first day of each award.',
    unit: 'GBP',
    better: 'neither',
  },
  unspent: {
    title: 'Committed and not spent, a year',
    what: 'What running awards pay less what is spent: empty posts, mostly. Below nothing where more is spent than awards pay.',
    unit: 'GBP',
    better: 'neither',
  },
  'families-together': {
    title: 'Families supported together',
    what: 'Mean number of pairs, an adult and somebody close to them, who each have a worker at the same time.',
    unit: 'families',
    better: 'higher',
  },
  'families-begun': {
    title: 'Families who came to be supported together, a year',
    what: 'Times that the second of such a pair was given a worker while the first had one.',
    unit: 'families',
    better: 'higher',
  },
  'family-workers': {
    title: 'Workers beside a family',
    what: 'Mean number of workers beside an adult and somebody close to them, while both are supported.',
    unit: 'workers',
    better: 'neither',
  },
  'lived-experience-share': {
    title: 'Posts held with lived experience',
    what: 'Of the days on which posts are filled, those of people with lived experience, volunteers included.',
    unit: 'per cent',
    better: 'neither',
  },
  'volunteer-share': {
    title: 'Posts held by volunteers',
    what: 'Of the days on which posts are filled, those of volunteers.',
    unit: 'per cent',
    better: 'neither',
  },
  'passed-on': {
    title: 'Passed on to another service, a year',
    what: 'Times that a service passes somebody on to another that takes people. Across sectors: from statutory to third sector, say.',
    unit: 'people',
    better: 'neither',
  },
  'passed-on-arrived': {
    title: 'Arrived, of those passed on',
    what: 'Of 100 passed on to another service, those who turn up there.',
    unit: 'per 100',
    better: 'higher',
  },
  'offers-made': {
    title: 'Offers of support with a need, a year',
    what: 'Times that support with a need is offered in this way to somebody who has the need.',
    unit: 'people',
    better: 'neither',
  },
  'offers-received': {
    title: 'Received, of those offered',
    what: 'Of 100 offers made in this way, those that lead to support with the need.',
    unit: 'per 100',
    better: 'higher',
  },
  spend: {
    title: 'Spent, a year',
    what: 'Filled posts, fixed costs and placements bought, in constant prices.',
    unit: 'GBP',
    better: 'neither',
  },
  'spend-in-year': {
    title: 'Spent in the financial year',
    what: 'April to March, in constant prices.',
    unit: 'GBP',
    better: 'neither',
  },
  'spend-per-person': {
    title: 'Spent per person who started',
    what: 'Money spent over the whole time, for each referral that led to a start.',
    unit: 'GBP each',
    better: 'lower',
  },
  'spend-per-relationship-not-cut-short': {
    title: 'Spent per relationship not cut short',
    what: 'Money spent over the whole time, for each relationship begun that was not cut short within 24 months.',
    unit: 'GBP each',
    better: 'lower',
  },
  'started-per-1000': {
    title: 'People who started, per 1,000 who live there, a year',
    what: 'Reach by locality, each person counted once.',
    unit: 'per 1,000',
    better: 'higher',
  },
} satisfies Record<string, Entry>;

export type MeasureId = keyof typeof catalogue;
