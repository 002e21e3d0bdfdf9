/** Groups, contracts and criteria of one portfolio, on a layout's numbering. */
import { log } from '../engine/elementary.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import type { Group, Portfolio } from '../portfolio/portfolio.ts';
import { assumptionValues } from './assumption-values.ts';
import { localityIn, serviceAt, shortestTravel } from './compile-services.ts';
import { compileArrivals } from './compile-arrivals.ts';
import { flexibilityFactor } from './flexibility-factor.ts';
import { FamiliarityTable } from './familiarity-table.ts';
import { numberOf, type Layout } from './layout.ts';
import type { LengthTable } from './lengths.ts';
import { HANDOVERS, type Parameters } from './parameters.ts';

type GroupPart = Pick<
  Parameters,
  | 'arrive'
  | 'trend'
  | 'season'
  | 'poolRate'
  | 'poolPeople'
  | 'live'
  | 'needShare'
  | 'patience'
  | 'otherLifeEvents'
  | 'comeBackShare'
  | 'comeBackAfter'
  | 'familyOf'
  | 'turnToFirst'
  | 'turnTo'
  | 'turnToShare'
  | 'turnToPriority'
  | 'uptake'
  | 'familiarity'
>;
type ContractPart = Pick<
  Parameters,
  | 'recurrent'
  | 'firstEnds'
  | 'firstEndsDay'
  | 'termMonths'
  | 'decided'
  | 'renewedPerYear'
  | 'reTendered'
  | 'gap'
  | 'transfers'
  | 'moneyMoved'
  | 'seeThroughDays'
  | 'newPeopleStop'
  | 'hiringNeeds'
  | 'pays'
  | 'realGrowth'
  | 'renewalPerDecision'
>;
type RulePart = Pick<
  Parameters,
  'arrives' | 'keeps' | 'criterionNeed' | 'criterionWithin' | 'criterionSameVisit'
>;

function groupAt(p: Portfolio, layout: Layout, g: number): Group | undefined {
  return p.groups.find(({ id }) => id === layout.groups.ids[g]);
}

export function compileGroups(p: Portfolio, layout: Layout, lengths: LengthTable): GroupPart {
  const n = layout.groups.ids.length;
  const homes = layout.localities.ids.length;
  const needs = layout.needs.ids.length;
  const services = layout.services.ids.length;
  const part: GroupPart = {
    arrive: new Float64Array(n),
    trend: new Float64Array(n),
    season: new Float64Array(n * 12).fill(1),
    poolRate: new Float64Array(n),
    poolPeople: new Int32Array(n),
    live: new Float64Array(n * homes),
    needShare: new Float64Array(n * needs),
    patience: new Int32Array(n),
    otherLifeEvents: new Float64Array(n),
    comeBackShare: new Float64Array(n),
    comeBackAfter: new Int32Array(n),
    familyOf: new Int32Array(n).fill(-1),
    turnToFirst: new Int32Array(n + 1),
    turnTo: new Int32Array(0),
    turnToShare: new Float64Array(0),
    turnToPriority: new Int32Array(0),
    uptake: new Float64Array(n * homes * services).fill(1),
    familiarity: [],
  };
  const turns: { to: number; share: number; priority: number }[] = [];
  const names = assumptionValues(p);
  for (let g = 0; g < n; g++) {
    const group = groupAt(p, layout, g);
    if (!group) {
      part.familiarity.push(new FamiliarityTable(() => 0));
      part.turnToFirst[g + 1] = turns.length;
      continue;
    }
    part.arrive[g] = group.pool ? 0 : group.arrive.value;
    part.trend[g] = group.trend.value;
    group.season?.forEach((value, month) => (part.season[g * 12 + month] = value));
    part.poolRate[g] = group.pool?.rate.value ?? 0;
    part.poolPeople[g] = group.pool?.people ?? 0;
    group.live.forEach((share, i) => {
      part.live[g * homes + numberOf(layout.localities, p.localities[i].id)] = share;
    });
    group.needs.forEach((share, i) => {
      part.needShare[g * needs + numberOf(layout.needs, p.needs[i].id)] = share.value;
    });
    part.patience[g] = lengths.add(group.patience);
    part.otherLifeEvents[g] = group.otherLifeEvents.value;
    part.comeBackShare[g] = group.comeBack?.share.value ?? 0;
    part.comeBackAfter[g] = group.comeBack ? lengths.add(group.comeBack.after) : -1;
    if (group.familyOf !== undefined) {
      part.familyOf[g] = numberOf(layout.groups, p.groups[group.familyOf].id);
    }
    for (const { service, share, priority } of group.turnTo) {
      turns.push({
        to: numberOf(layout.services, p.services[service].id),
        share: share.value,
        priority,
      });
    }
    part.turnToFirst[g + 1] = turns.length;
    const familiarity = compileFormula(
      p.rules.familiarity,
      { ...names, 'feeling-safe-takes': group.feelingSafeTakes.value },
      ['time-together'],
    );
    part.familiarity.push(new FamiliarityTable(familiarity));
    fillUptake(p, layout, group, g, part.uptake);
  }
  part.turnTo = Int32Array.from(turns, ({ to }) => to);
  part.turnToShare = Float64Array.from(turns, ({ share }) => share);
  part.turnToPriority = Int32Array.from(turns, ({ priority }) => priority);
  return part;
}

/** Share who take up a service, by home: 1 where staff come to people or distance is no matter. */
function fillUptake(
  p: Portfolio,
  layout: Layout,
  group: Group,
  g: number,
  uptake: Float64Array,
): void {
  if (!group.travelHalf) return;
  const rule = compileFormula(
    p.rules.uptake,
    { ...assumptionValues(p), 'travel-half': group.travelHalf.value },
    ['travel-time'],
  );
  const homes = layout.localities.ids.length;
  const services = layout.services.ids.length;
  for (let s = 0; s < services; s++) {
    const service = serviceAt(p, layout, s);
    if (!service || service.points.length === 0) continue;
    if (service.roles.some((role) => role.goesToPeople)) continue;
    const factor = flexibilityFactor(p, service, 'uptake');
    for (let h = 0; h < homes; h++) {
      const home = localityIn(p, layout, h);
      if (home < 0) continue;
      const share = rule(shortestTravel(p, service, home)) * factor;
      uptake[(g * homes + h) * services + s] = Math.min(1, Math.max(0, share));
    }
  }
}

export function compileContracts(p: Portfolio, layout: Layout, lengths: LengthTable): ContractPart {
  const n = layout.contracts.ids.length;
  const zeros = () => new Float64Array(n);
  const part: ContractPart = {
    recurrent: new Uint8Array(n).fill(1),
    firstEnds: zeros(),
    firstEndsDay: zeros(),
    termMonths: zeros(),
    decided: zeros(),
    renewedPerYear: new Float64Array(n).fill(1),
    reTendered: zeros(),
    gap: new Int32Array(n).fill(-1),
    transfers: zeros(),
    moneyMoved: zeros(),
    seeThroughDays: zeros(),
    newPeopleStop: zeros(),
    hiringNeeds: zeros(),
    pays: zeros(),
    realGrowth: zeros(),
    renewalPerDecision: p.rules.renewal === 'per decision',
  };
  for (let c = 0; c < n; c++) {
    const contract = p.contracts.find(({ id }) => id === layout.contracts.ids[c]);
    if (!contract) continue;
    part.pays[c] = contract.pays.value;
    part.realGrowth[c] = log(1 + contract.uplift.value) - log(1 + p.rules.inflation.value);
    if (contract.recurrent) {
      // Recurrent funding is re-priced every year: its buying power holds.
      part.realGrowth[c] = 0;
      continue;
    }
    part.recurrent[c] = 0;
    part.firstEnds[c] = contract.firstEnds;
    part.firstEndsDay[c] = p.startDay + contract.firstEnds;
    part.termMonths[c] = Math.round(contract.termMonths.value);
    part.decided[c] = contract.decided.value;
    part.renewedPerYear[c] = contract.renewed.value;
    const { reTendered, moneyMoved } = contract.whenRefused;
    part.reTendered[c] = reTendered.value;
    part.moneyMoved[c] = moneyMoved.value;
    part.gap[c] = lengths.add(contract.whenRefused.gap);
    part.transfers[c] = contract.whenRefused.staffWhoTransfer.value;
    part.seeThroughDays[c] = contract.seePeopleThrough;
    part.newPeopleStop[c] = contract.newPeopleStop.value;
    part.hiringNeeds[c] = contract.hiringNeeds.value;
  }
  return part;
}

export function compileRules(p: Portfolio, layout: Layout): RulePart {
  const criteria = layout.criteria.ids.map((id) => p.standards.find((c) => c.id === id));
  return {
    arrives: compileArrivals(p, layout),
    keeps: Float64Array.from(HANDOVERS, (kind) => p.handovers[kind].keeps.value),
    criterionNeed: Int32Array.from(criteria, (c) =>
      c ? numberOf(layout.needs, p.needs[c.need].id) : -1,
    ),
    criterionWithin: Float64Array.from(criteria, (c) => c?.within.value ?? 0),
    criterionSameVisit: Uint8Array.from(criteria, (c) => (c?.sameVisit ? 1 : 0)),
  };
}
