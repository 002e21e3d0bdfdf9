import type { Dimension } from '../formula/dimension.ts';
import { daysIn, timeUnit } from '../formula/units.ts';
import type { PrincipleScope } from './commissioning.ts';

/** A name that the test of a principle may use. */
interface Name {
  dimension: Dimension;
  says: string;
}

const name = (dimension: Dimension, says: string): Name => ({ dimension, says });

/**
 * What a test may name, by what it is tested on. Yes and no are 1 and 0. A
 * test keeps these kinds together, and the reference of the format lists them.
 */
export const PRINCIPLE_NAMES = {
  award: {
    term: name('time', 'length of an award'),
    decided: name('time', 'how long before the end renewal is decided'),
    renewed: name('share', 'chance of renewal within a year'),
    pays: name('money-rate', 'money of the award'),
    costs: name('money-rate', 'posts, fixed costs and placements that it pays for, all filled'),
    uplift: name('share', 'rise of the award each year'),
    inflation: name('share', 'rise of pay and prices each year'),
    'sees-people-through': name('time', 'how long people are seen through an unrenewed end'),
    'reports-outcomes': name('number', '1 where the award asks for outcomes or what people say'),
    'price-is-published': name('number', '1 where what the price is made of is published'),
    'price-is-open': name('number', '1 where partners at least can see it'),
    'overheads-paid': name('share', 'share of the provider’s overheads that the award pays'),
    'lead-keeps': name('share', 'share of the money kept by a lead who does not do the work'),
    'risk-with-funder': name('number', '1 where the funder bears what the award does not pay'),
    'with-local-provider': name('number', '1 where a local provider does the work'),
  },
  service: {
    'has-time-limit': name('number', '1 where support is capped'),
    'designed-with-lived-experience': name(
      'number',
      '1 where people with lived experience took part',
    ),
    'designed-with-families': name('number', '1 where families took part'),
    'low-carbon-travel': name(
      'share',
      'share of staff journeys on foot, by cycle, bus, train or electric car',
    ),
    skills: name('number', 'how many of the eight skills of working across boundaries it names'),
    'lived-experience-posts': name('share', 'share of its posts with lived experience'),
  },
  post: {
    pay: name('money-rate', 'pay of a full-time post'),
    permanent: name('share', 'share of staff on permanent contracts'),
    'lived-experience': name('share', 'share of the posts with lived experience'),
    cost: name('money-rate', 'cost of a full-time post, with everything'),
  },
  portfolio: {
    'lived-experience-posts': name('share', 'share of paid posts with lived experience'),
    'local-share-of-awards': name(
      'share',
      'share of the money of awards that local providers hold: a lead, or else who does the work',
    ),
    'large-share-of-awards': name('share', 'share that large providers hold'),
    'third-sector-share-of-awards': name('share', 'share that the third sector holds'),
    'links-with-agreement': name(
      'share',
      'of the links between organisations, the share that names an agreement',
    ),
    'links-with-information-sharing': name(
      'share',
      'the share whose agreements answer what information is shared',
    ),
    'links-with-dispute-resolution': name(
      'share',
      'the share whose agreements answer how disputes are settled',
    ),
    'independent-share': name(
      'share',
      'of services that meet a need which must be met independently, the share run by another provider',
    ),
  },
} satisfies Record<PrincipleScope, Record<string, Name>>;

export type PrincipleName<S extends PrincipleScope> = keyof (typeof PRINCIPLE_NAMES)[S] & string;

/**
 * Measures that tests on the whole portfolio may name; of those by locality
 * also `lowest-` and `highest-`. Percentages are shares here, so that a test
 * reads as the page shows them: `posts-filled >= 90%`.
 */
export const PRINCIPLE_MEASURES: Record<string, { dimension: Dimension; byLocality: boolean }> = {
  'cut-short-per-100': { dimension: 'share', byLocality: true },
  'kept-a-worker-a-year': { dimension: 'share', byLocality: true },
  'kept-a-worker-of-started': { dimension: 'share', byLocality: true },
  'stories-told-again': { dimension: 'number', byLocality: true },
  'wait-mean': { dimension: 'time', byLocality: true },
  'waited-under-21-days': { dimension: 'share', byLocality: true },
  'started-by-21-days': { dimension: 'share', byLocality: true },
  'started-by-42-days': { dimension: 'share', byLocality: true },
  'stopped-waiting-share': { dimension: 'share', byLocality: true },
  'started-per-1000': { dimension: 'number', byLocality: true },
  'posts-filled': { dimension: 'share', byLocality: false },
  'families-together': { dimension: 'number', byLocality: false },
};

/** Units that may follow a number in a test: “36 months”. */
const UNITS = ['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'];

/** Return the value of each unit of time, in days. */
export function unitValues(): Record<string, number> {
  return Object.fromEntries(UNITS.map((unit) => [unit, daysIn(timeUnit(unit) as string)]));
}

/** Return every name that a test on such a thing may use, with its dimension. */
export function namesOfScope(scope: PrincipleScope): Map<string, Dimension> {
  const names = new Map<string, Dimension>();
  for (const [id, { dimension }] of Object.entries(PRINCIPLE_NAMES[scope])) {
    names.set(id, dimension);
  }
  if (scope === 'portfolio') {
    for (const [id, { dimension, byLocality }] of Object.entries(PRINCIPLE_MEASURES)) {
      if (id !== 'started-per-1000') names.set(id, dimension);
      if (!byLocality) continue;
      names.set(`lowest-${id}`, dimension);
      names.set(`highest-${id}`, dimension);
    }
  }
  for (const unit of UNITS) names.set(unit, 'time');
  return names;
}
