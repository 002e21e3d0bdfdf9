/** Hazards of leaving, for people and for workers, integrated once into tables. */
import { CumulativeHazard } from '../engine/hazard.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import { namesOf } from '../formula/names-of.ts';
import type { Portfolio, Service, Stage } from '../portfolio/portfolio.ts';
import { assumptionValues } from './assumption-values.ts';
import { serviceAt } from './compile-services.ts';
import { flexibilityFactor } from './flexibility-factor.ts';
import { numberOf, type Layout } from './layout.ts';
import { formulaKey, SharedTables, type Leaving } from './shared-tables.ts';
import {
  LEAVE_BY_SERVICE,
  LEAVE_BY_TOGETHER,
  LEAVE_CONSTANT,
  LEAVE_NEVER,
  type Parameters,
} from './parameters.ts';

const DAYS_A_MONTH = 365.25 / 12;
/** Clocks are tabulated up to here; beyond, a rate stays as it is there. */
const LONGEST_CLOCK = 20 * 365.25;
const LONGEST_FUNDING = 12 * 365.25;

type LeavePart = Pick<Parameters, 'leaveKind' | 'leaveTable' | 'leaveAlone'>;
type TenurePart = Pick<Parameters, 'tenure' | 'tenureSpan' | 'tenureVaries'>;

/**
 * Tabulate each stage's hazard of leaving early for each group.
 *
 * A formula runs on one clock: time together (through familiarity or by name)
 * or time in the service; the check of the model refuses both at once. With
 * nobody beside the person, time together and familiarity are zero.
 */
export function compileLeaving(
  p: Portfolio,
  layout: Layout,
  tables: SharedTables = new SharedTables(),
): LeavePart {
  const stages = layout.stages.ids.length;
  const groups = layout.groups.ids.length;
  const part: LeavePart = {
    leaveKind: new Uint8Array(stages),
    leaveTable: new Array<CumulativeHazard | null>(stages * groups).fill(null),
    leaveAlone: new Float64Array(stages * groups),
  };
  const names = assumptionValues(p);
  for (let t = 0; t < stages; t++) {
    const service = serviceAt(p, layout, layout.stages.service[t]);
    const stage = service?.pathway.find(({ id }) => id === layout.stages.ids[t]);
    const tree = stage?.leave;
    if (!service || !stage || !tree) {
      part.leaveKind[t] = LEAVE_NEVER;
      continue;
    }
    part.leaveKind[t] = leaveKind(tree, p.rules.familiarity);
    const key = formulaKey('leaving', names, [tree, p.rules.familiarity]);
    const beside = feelingSafeFactor(p, service, stage);
    const factor = flexibilityFactor(p, service, 'leaving');
    for (const group of p.groups) {
      const safe = group.feelingSafeTakes.value * beside;
      const { alone, table } = tables.leaving(`${key} ${safe} ${factor}`, () =>
        tabulateLeaving(tree, p, part.leaveKind[t], factor, {
          ...names,
          'feeling-safe-takes': safe,
        }),
      );
      const at = t * groups + numberOf(layout.groups, group.id);
      part.leaveAlone[at] = alone;
      part.leaveTable[at] = table;
    }
  }
  return part;
}

/**
 * Factor on how long feeling safe takes in a stage: that of lived experience,
 * for the share of the posts beside the person that has it. The role with the
 * largest share counts.
 */
function feelingSafeFactor({ rules }: Portfolio, service: Service, stage: Stage): number {
  const shares = [...stage.roles, ...service.accompany].map(
    (role) => service.roles[role].livedExperience.value,
  );
  return 1 + Math.max(0, ...shares) * (rules.feelingSafeWithLivedExperience.value - 1);
}

/** The clock that a hazard of leaving runs on. */
function leaveKind(tree: FormulaTree, familiarity: FormulaTree): number {
  const used = namesOf(tree);
  if (used.has('time-in-service')) return LEAVE_BY_SERVICE;
  const byTogether =
    used.has('time-together') ||
    (used.has('familiarity') && namesOf(familiarity).has('time-together'));
  return byTogether ? LEAVE_BY_TOGETHER : LEAVE_CONSTANT;
}

function tabulateLeaving(
  tree: FormulaTree,
  p: Portfolio,
  kind: number,
  factor: number,
  given: Readonly<Record<string, number>>,
): Leaving {
  const familiarity = compileFormula(p.rules.familiarity, given, ['time-together']);
  const hazard = compileFormula(tree, given, ['familiarity', 'time-together', 'time-in-service']);
  const rate =
    kind === LEAVE_BY_SERVICE
      ? (clock: number) => factor * Math.max(0, hazard(0, 0, clock))
      : (clock: number) => factor * Math.max(0, hazard(unit(familiarity(clock)), clock, 0));
  const table =
    kind === LEAVE_CONSTANT
      ? null
      : CumulativeHazard.build(rate, { from: 0, to: LONGEST_CLOCK, points: 256 });
  return { alone: rate(0), table };
}

/**
 * Tabulate the tenure multiplier against confirmed funding running down.
 *
 * The clock is `tenureSpan` less the confirmed funding left, so that it runs
 * forwards with time.
 */
export function compileTenure(p: Portfolio, tables: SharedTables = new SharedTables()): TenurePart {
  const multiplier = tenureMultiplier(p);
  const key = formulaKey('tenure', assumptionValues(p), [p.rules.tenureMultiplier]);
  return {
    tenureSpan: LONGEST_FUNDING,
    tenureVaries: doesVary(multiplier),
    tenure: tables.tenure(key, () =>
      CumulativeHazard.build((clock) => multiplier(LONGEST_FUNDING - clock), {
        from: 0,
        to: LONGEST_FUNDING,
        points: 1024,
      }),
    ),
  };
}

/**
 * Rates at which workers leave at a multiplier of 1, solved from the baseline.
 *
 * Published turnover already holds whatever insecurity there was. So the base
 * is the published rate divided by the mean multiplier over one cycle of the
 * baseline's awards (confirmed funding falls from term + decision time to
 * decision time, then jumps back). It is then held in every scenario.
 */
export function solveLeaveBase(baseline: Portfolio, p: Portfolio, layout: Layout): Float64Array {
  const means = new Map<string, number>();
  const base = new Float64Array(layout.roles.ids.length);
  for (let r = 0; r < base.length; r++) {
    const s = layout.roles.service[r];
    const find = (portfolio: Portfolio) =>
      serviceAt(portfolio, layout, s)?.roles.find(({ id }) => id === layout.roles.ids[r]);
    const role = find(p);
    if (!role?.leave) continue;
    // A role that only the scenario has is solved under the scenario's own terms.
    const solvedFrom = find(baseline);
    const owner = solvedFrom ? baseline : p;
    const contract = owner.contracts[(solvedFrom ?? role).contract];
    base[r] = role.leave.value;
    if (contract.recurrent) continue;
    const decided = contract.decided.value;
    const until = decided + contract.termMonths.value * DAYS_A_MONTH;
    const key = `${owner === p} ${decided} ${until}`;
    const mean = means.get(key) ?? meanMultiplier(owner, decided, until);
    means.set(key, mean);
    base[r] /= mean;
  }
  return base;
}

/** Mean over the funding that can be confirmed; 1 for a multiplier that never varies. */
function meanMultiplier(p: Portfolio, from: number, to: number): number {
  const multiplier = tenureMultiplier(p);
  if (!doesVary(multiplier)) return 1;
  const table = CumulativeHazard.build(multiplier, {
    from,
    to: Math.max(to, from + 1),
    points: 256,
  });
  return table.at(Math.max(to, from + 1)) / (Math.max(to, from + 1) - from);
}

/** Whether a multiplier differs anywhere over the funding that can be confirmed. */
function doesVary(multiplier: (confirmed: number) => number): boolean {
  const first = multiplier(0);
  for (let i = 1; i <= 200; i++) {
    if (multiplier((i * LONGEST_FUNDING) / 200) !== first) return true;
  }
  return false;
}

function tenureMultiplier(p: Portfolio): (confirmed: number) => number {
  const rule = compileFormula(p.rules.tenureMultiplier, assumptionValues(p), ['confirmed-funding']);
  return (confirmed) => Math.max(0, rule(Math.max(0, confirmed)));
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
