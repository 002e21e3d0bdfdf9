/** What the names of a test on the whole portfolio stand for: inputs, and measures of a run. */
import type { Provider } from '../portfolio/commissioning.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { PRINCIPLE_MEASURES, type PrincipleName } from '../portfolio/principle-names.ts';
import { partnerLinks, type PartnerLink } from '../portfolio/partner-links.ts';
import { awardsOf, costsOf, figuresOfShare, holdersOf, shareOfAwards } from './award-money.ts';
import { isAssumption, workedOut, type Reading, type Readings } from './principle-readings.ts';
import { shareWithLivedExperience } from './principle-readings.ts';
import type { Estimate } from './summary.ts';

const UNKNOWN: Reading = { value: null, written: '', isAssumed: false, path: '' };

/** Return what the file says of everything together. */
export function readingsOfPortfolio(portfolio: Portfolio): Readings<PrincipleName<'portfolio'>> {
  const { services } = portfolio;
  return {
    'lived-experience-posts': shareWithLivedExperience(
      services.flatMap(({ roles }) => roles),
      'services',
    ),
    'local-share-of-awards': heldShare(portfolio, 'size', 'local'),
    'large-share-of-awards': heldShare(portfolio, 'size', 'large'),
    'third-sector-share-of-awards': heldShare(portfolio, 'sector', 'third'),
    'links-with-agreement': agreedShare(portfolio, ({ agreements }) => agreements.length > 0),
    'links-with-information-sharing': agreedShare(
      portfolio,
      ({ unanswered }) => !unanswered.includes('information'),
    ),
    'links-with-dispute-resolution': agreedShare(
      portfolio,
      ({ unanswered }) => !unanswered.includes('disputes'),
    ),
    'independent-share': independentShare(portfolio),
  };
}

/** Of the money of awards, by who holds them; unknown where a holder does not say what it is. */
function heldShare(portfolio: Portfolio, kind: 'size' | 'sector', one: string): Reading {
  const isOne = (holder: Provider) => holder[kind] === one;
  const awards = awardsOf(portfolio).map((contract) => {
    const holders = holdersOf(portfolio, contract).map(({ holder }) => holder);
    const turnsOn = figuresOfShare(costsOf(portfolio, contract), holders, isOne);
    return { contract, holders, figures: [contract.pays, ...turnsOn] };
  });
  const said = awards.every(({ holders }) => holders.every((holder) => holder[kind] !== ''));
  const reading = workedOut(
    (read) => (said ? shareOfAwards(portfolio, isOne, read) : null),
    awards.flatMap(({ figures }) => figures),
    'contracts',
  );
  const assumed = awards.some(({ contract, holders }) =>
    [contract.leadKnown, ...holders.map(({ known }) => known[kind])].some(isAssumption),
  );
  return { ...reading, isAssumed: reading.isAssumed || assumed };
}

/** Of the links between organisations; unknown where a file records no agreements at all. */
function agreedShare(portfolio: Portfolio, isAgreed: (link: PartnerLink) => boolean): Reading {
  const { agreements } = portfolio;
  const links = partnerLinks(portfolio);
  const isSaid = agreements.length > 0 && links.length > 0;
  return {
    value: isSaid ? links.filter(isAgreed).length / links.length : null,
    written: '',
    isAssumed: agreements.some(({ answers }) => isAssumption(answers)),
    path: 'agreements',
  };
}

/** Of services that meet a need which must be met independently, those run by somebody else. */
function independentShare({ services, standards }: Portfolio): Reading {
  let meeting = 0;
  let apart = 0;
  let isAssumed = false;
  for (const { need, independentOf } of standards) {
    if (independentOf === null) continue;
    const from = services[independentOf];
    for (const service of services) {
      const meets = service.pathway.some(({ offers }) => offers.some((one) => one.need === need));
      if (!meets) continue;
      meeting++;
      if (service !== from && service.provider.name !== from.provider.name) apart++;
      isAssumed ||= [service, from].some(({ provider }) => isAssumption(provider.known.name));
    }
  }
  const value = meeting > 0 ? apart / meeting : null;
  return { value, written: '', isAssumed, path: 'services' };
}

/** Return what a run says, with the range of each measure; null where it was not run. */
export function readingsOfMeasures(measures: readonly Estimate[] | null): Record<string, Reading> {
  const readings: Record<string, Reading> = {};
  for (const [id, { byLocality }] of Object.entries(PRINCIPLE_MEASURES)) {
    const all = measures?.filter((measure) => measure.id === id) ?? [];
    readings[id] = asReading(all.find(({ by }) => by === null));
    if (!byLocality) continue;
    const local = all.filter(
      ({ by, mean }) => by?.kind === 'locality' && !by.within && mean !== null,
    );
    const ordered = [...local].sort((a, b) => (a.mean as number) - (b.mean as number));
    readings[`lowest-${id}`] = asReading(ordered[0]);
    readings[`highest-${id}`] = asReading(ordered[ordered.length - 1]);
  }
  return readings;
}

/** Percentages as shares; a measure whose range cannot be told says nothing. */
function asReading(estimate: Estimate | undefined): Reading {
  if (!estimate || estimate.mean === null || estimate.low === null || estimate.high === null) {
    return UNKNOWN;
  }
  const { unit, mean, low, high } = estimate;
  const times = unit === 'per 100' || unit === 'per cent' ? 1 / 100 : 1;
  return { ...UNKNOWN, value: mean * times, low: low * times, high: high * times };
}
