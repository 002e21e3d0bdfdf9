import { ofHundred, words, type MeasureWords } from './measure-wording.ts';

/** Words for measures of support, MAT, families and money. */
export const supportWords: Record<string, MeasureWords> = {
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
  'unrecovered-cost': words(
    'Costs that no award pays, a year',
    '{} a year of what the work costs is paid by no award',
  ),
  'passed-on': words(
    'Passed on to another service, a year',
    '{} are passed on to another service in a year',
    '{} is passed on to another service in a year',
  ),
  'passed-on-arrived': ofHundred(
    'Arrived, of those passed on',
    'people passed on',
    'arrive',
    'arrives',
  ),
  'offers-made': words(
    'Offers of support with a need, a year',
    '{} are offered support with a need in a year',
    '{} is offered support with a need in a year',
  ),
  'offers-accepted': ofHundred(
    'Accepted, of those offered',
    'offers',
    'are accepted',
    'is accepted',
  ),
  'offers-received': ofHundred(
    'Received, of those offered',
    'offers',
    'lead to support',
    'leads to support',
  ),
  unspent: words('Committed and not spent, a year', '{} is committed and not spent in a year'),
  'people-supported': words(
    'People supported',
    '{} have support at some time',
    '{} has support at some time',
  ),
  supported: words(
    'People with support',
    '{} have support on a usual day',
    '{} has support on a usual day',
  ),
  'supported-per-1000': ofHundred(
    'People with support, per 1,000 who live there',
    'people who live there',
    'have support on a usual day',
    'has support on a usual day',
  ),
  'mat-starts': words('Starts of MAT, a year', '{} start MAT in a year', '{} starts MAT in a year'),
  'early-mat-days': words(
    'Days in the first four weeks of MAT, a year',
    'People spend {} a year in the first four weeks of MAT',
  ),
  'early-mat-days-per-100-given-mat': words(
    'Days in the first four weeks of MAT, per 100 people given MAT',
    'For every 100 people given MAT, {} are days in the first four weeks of MAT',
  ),
  'unplanned-exits': words(
    'Left with nobody, unplanned, a year',
    '{} are left with nobody, unplanned, in a year',
    '{} is left with nobody, unplanned, in a year',
  ),
  'unsupported-days': words(
    'Days alone after an unplanned exit, a year',
    'People spend {} a year alone in the four weeks after an unplanned exit',
  ),
  'unsupported-days-per-100-could-be-alone': words(
    'Days alone after an unplanned exit, per 100 people who could be left alone',
    'For every 100 people who could be left alone, {} are days alone in the four weeks after an unplanned exit',
  ),
  'unsupported-days-after-mat': words(
    'Days alone after leaving MAT unplanned, a year',
    'People spend {} a year alone in the four weeks after leaving MAT unplanned',
  ),
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
  'spend-per-person': words('Spent per start of support', '{} is spent for each start of support'),
  'spend-per-person-supported': words(
    'Spent per person supported',
    '{} is spent for each person who has support at some time',
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
  'capacity-lost': words('Paid capacity lost', '{} of paid capacity cannot be used'),
  'capacity-lost-to-set-up': words(
    'Paid capacity lost to setting up',
    '{} of paid capacity is lost to setting up',
  ),
  'capacity-lost-to-vacancies': words(
    'Paid capacity lost to vacancies',
    '{} of paid capacity is lost to vacancies',
  ),
  'capacity-lost-to-wind-down': words(
    'Paid capacity lost to winding down',
    '{} of paid capacity is lost to winding down',
  ),
  'placements-bought': words(
    'Placements bought, a year',
    '{} get a placement in a year',
    '{} gets a placement in a year',
  ),
  'budget-left': words(
    'Placement budget left in March, a year',
    '{} a year is promised for placements and not spent',
  ),
  'money-moved': words('Money moved elsewhere, a year', '{} a year goes to something else'),
  'money-lost': words('Money lost, a year', '{} a year is lost'),
  'deprivation-gap': {
    ...words('Gap by deprivation', 'The most deprived fifth and others are {} apart'),
    direction: { less: 'less', more: 'more' },
  },
  'deprivation-ratio': words(
    'Ratio by deprivation',
    'The most deprived fifth has {} times the figure of others',
  ),
};
