import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../../formula/units.ts';
import { contractCosts } from '../contract-costs.ts';
import type { Contract, Portfolio } from '../portfolio.ts';

/** Find awards that the horizon cannot show, that all end at once, or that cost more than they pay. */
export function checkMoney(portfolio: Portfolio, comparesTerms: boolean): Finding[] {
  return [
    ...checkHorizon(portfolio),
    ...(comparesTerms ? checkSpread(portfolio) : []),
    ...checkCosts(portfolio),
  ];
}

function awards({ contracts }: Portfolio): Contract[] {
  return contracts.filter(({ recurrent }) => !recurrent);
}

function checkHorizon(portfolio: Portfolio): Finding[] {
  const horizon = portfolio.horizonDays / DAYS_A_MONTH;
  let longest: Contract | undefined;
  for (const award of awards(portfolio)) {
    if (award.termMonths.value > (longest?.termMonths.value ?? 0)) longest = award;
  }
  // A day of grace: ten years are not a whole number of mean months in binary.
  if (!longest || 2 * longest.termMonths.value <= horizon + 0.03) return [];
  const details = { horizon: monthsInWords(horizon), longest: longest.termMonths.written };
  return [makeFinding('horizon-short', `contracts.${longest.id}.term`, details)];
}

function monthsInWords(months: number): string {
  const whole = Math.round(months);
  return whole % 12 === 0 ? `${whole / 12} years` : `${whole} months`;
}

function checkSpread(portfolio: Portfolio): Finding[] {
  const all = awards(portfolio);
  if (all.length < 2 || all.some(({ firstEnds }) => firstEnds !== all[0].firstEnds)) return [];
  const details = { count: all.length };
  return [makeFinding('ends-not-spread', `contracts.${all[0].id}.first-ends`, details)];
}

/** What all posts, fixed costs and placements of a contract cost, against what it pays. */
function checkCosts(portfolio: Portfolio): Finding[] {
  const costs = contractCosts(portfolio);
  return portfolio.contracts.flatMap(({ id, name, pays }, index) => {
    if (pays.value === 0 || costs[index] <= pays.value * 1.001) return [];
    const details = { name, cost: pounds(costs[index]), pays: pounds(pays.value) };
    return [makeFinding('costs-above-award', `contracts.${id}.pays`, details)];
  });
}

/** "£90,000 a year": whoever moves a lever reads it, who never saw the file. */
function pounds(aDay: number): string {
  const grouped = String(Math.round(aDay * DAYS_A_YEAR)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `£${grouped} a year`;
}
