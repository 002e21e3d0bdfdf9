/** What the names of a principle's test stand for, for one award, service, role or portfolio. */
import { DAYS_A_MONTH } from '../formula/units.ts';
import type { Fact, Known, Provider } from '../portfolio/commissioning.ts';
import type { Contract, Portfolio, Role, Service } from '../portfolio/portfolio.ts';
import type { PrincipleName } from '../portfolio/principle-names.ts';
import type { Quantity } from '../portfolio/quantity.ts';
import { SCENARIO_SOURCE } from '../portfolio/read-figure.ts';
import { costsOf, figuresOfShare } from './award-money.ts';
import { atBest, readingsAtEnds, type Read } from './one-at-a-time.ts';
import type { PrincipleFigure } from './principle-verdict.ts';

/** A value, how the file writes it, and how well it is known. */
export type Reading = Omit<PrincipleFigure, 'name' | 'dimension'>;

export type Readings<Name extends string> = Record<Name, Reading>;

/** An assumption is about the model; what a scenario sets is decided there. */
export function isAssumption({ grade, source }: Known): boolean {
  return grade === 'assumption' && source !== SCENARIO_SOURCE;
}

/** A figure of the file; one that it leaves out is known as well as the entry. */
function ofFigure(quantity: Quantity | undefined, path: string, times = 1): Reading {
  if (!quantity) return { value: null, written: '', isAssumed: false, path };
  const { value, low, high, written, assumption } = quantity;
  const range =
    low === undefined || high === undefined ? {} : { low: low * times, high: high * times };
  const one = assumption === undefined ? {} : { assumption };
  const isAssumed = isAssumption(quantity);
  return { value: value * times, ...range, ...one, written, isAssumed, path };
}

function ofFact<T>(fact: Fact<T>, holds: (value: T) => boolean): Reading {
  const { value, path } = fact;
  const said = value === null ? null : holds(value) ? 1 : 0;
  const words = value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value);
  const written = typeof value === 'boolean' ? (value ? 'yes' : 'no') : words;
  return { value: said, written, isAssumed: said !== null && isAssumption(fact), path };
}

/** Nothing is assumed of what is not said. */
const UNSAID = { value: null, isAssumed: false };

/** Sums of fractions: this much of a value is rounding, not a range. */
const ROUNDING = 1e-9;

/** What is worked out from figures rests on each of them, and moves with each in its range. */
export function workedOut(
  work: (read: Read) => number | null,
  from: readonly Quantity[],
  path: string,
): Reading {
  const value = work(atBest);
  const isAssumed = from.some(isAssumption);
  if (value === null) return { value, written: '', isAssumed, path };
  // At an end with nothing to share out there is no share either.
  const ends = readingsAtEnds(from)
    .flatMap((read) => work(read) ?? [])
    .filter((end) => Math.abs(end - value) > ROUNDING * Math.abs(value));
  const all = [value, ...ends];
  const range = ends.length === 0 ? {} : { low: Math.min(...all), high: Math.max(...all) };
  return { value, ...range, written: '', isAssumed, path };
}

/** Return what the names of a test on an award stand for. */
export function readingsOfAward(
  portfolio: Portfolio,
  contract: Contract,
): Readings<PrincipleName<'award'>> {
  const path = `contracts.${contract.id}`;
  const { termMonths } = contract;
  const costs = costsOf(portfolio, contract);
  const { services, figures } = costs;
  const decision = contract.decided;
  const providers = services.map(({ service }) => service.provider);
  const isLocal = ({ size }: Provider) => size === 'local';
  const localShare = (read: Read) => {
    const { services: paid, total } = costsOf(portfolio, contract, read);
    const local = paid.reduce(
      (sum, { service, cost }) => sum + (isLocal(service.provider) ? cost : 0),
      0,
    );
    return total > 0 ? local / total : null;
  };
  const said = providers.every(({ size }) => size !== '');
  const turnsOn = figuresOfShare(costs, providers, isLocal);
  const local = workedOut(said ? localShare : () => null, turnsOn, path);
  return {
    term: ofFigure(termMonths, `${path}.term`, DAYS_A_MONTH),
    decided: ofFigure(decision, `${path}.decided`),
    renewed: ofFigure(contract.renewed, `${path}.renewed`),
    pays: ofFigure(contract.pays, `${path}.pays`),
    costs: workedOut((read) => costsOf(portfolio, contract, read).total, figures, path),
    uplift: ofFigure(contract.uplift, `${path}.uplift`),
    inflation: { ...ofFigure(portfolio.rules.inflation, 'rules.inflation'), isAssumed: false },
    'sees-people-through': {
      ...ofFact(contract.seesThrough, Boolean),
      value: contract.seePeopleThrough,
    },
    'reports-outcomes': ofFact(contract.reportsOn, (reports) =>
      reports.some((report) => report !== 'counts'),
    ),
    'price-is-published': ofFact(contract.priceBasis, (basis) => basis === 'published'),
    'price-is-open': ofFact(contract.priceBasis, (basis) => basis !== 'not shared'),
    'overheads-paid': ofFigure(contract.paysOverheads, `${path}.pays-overheads`),
    'lead-keeps': keptByLead(contract),
    'risk-with-funder': ofFact(contract.risk, (bearer) => bearer === 'funder'),
    'with-local-provider': {
      ...local,
      isAssumed:
        local.isAssumed || (said && providers.some(({ known }) => isAssumption(known.size))),
    },
  };
}

/** Where nobody holds an award for others, nobody keeps a share of it. */
function keptByLead({ id, lead, leadKnown }: Contract): Reading {
  const path = `contracts.${id}.lead`;
  if (lead) return ofFigure(lead.keeps, `${path}.keeps`);
  return { value: 0, written: 'nothing', isAssumed: isAssumption(leadKnown), path };
}

/** Return what the names of a test on a service stand for. */
export function readingsOfService(service: Service): Readings<PrincipleName<'service'>> {
  const path = `services.${service.id}`;
  const { designedWith, lowCarbonTravel, roles } = service;
  return {
    'has-time-limit': ofFact(service.hasLimit, Boolean),
    'designed-with-lived-experience': ofFact(designedWith, (by) =>
      by.includes('people with lived experience'),
    ),
    'designed-with-families': ofFact(designedWith, (by) => by.includes('families')),
    skills: countOf(service.skills),
    'low-carbon-travel': ofFigure(lowCarbonTravel, `${path}.low-carbon-travel`),
    'lived-experience-posts': shareWithLivedExperience(roles, path),
  };
}

/** How many there are; a service that names none has not been asked. */
function countOf(fact: Fact<readonly string[]>): Reading {
  const count = fact.value?.length ?? 0;
  return { ...ofFact(fact, () => true), ...(count > 0 ? { value: count } : UNSAID) };
}

/** Return what the names of a test on a role stand for. */
export function readingsOfPost(service: Service, role: Role): Readings<PrincipleName<'post'>> {
  const path = `services.${service.id}.roles.${role.id}`;
  return {
    pay: ofFigure(role.pay, `${path}.pay`),
    permanent: ofFigure(role.permanent, `${path}.permanent`),
    'lived-experience': shareWithLivedExperience([role], path),
    cost: ofFigure(role.cost, `${path}.cost`),
  };
}

/** Paid posts with lived experience, of all paid posts among some roles. */
export function shareWithLivedExperience(roles: readonly Role[], path: string): Reading {
  const paid = roles.filter(({ volunteer }) => !volunteer);
  const share = (read: Read) => {
    const posts = paid.reduce((sum, role) => sum + read(role.posts), 0);
    const lived = paid.reduce(
      (sum, role) => sum + read(role.posts) * read(role.livedExperience),
      0,
    );
    return posts > 0 ? lived / posts : null;
  };
  return workedOut(
    share,
    paid.flatMap(({ posts, livedExperience }) => [posts, livedExperience]),
    path,
  );
}
