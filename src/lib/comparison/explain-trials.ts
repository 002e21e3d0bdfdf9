import { DAYS_A_MONTH } from '../formula/units.ts';
import { LIMITS } from '../portfolio/limits.ts';
import { STRUCTURES, type Structure } from '../portfolio/leaving-rule.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { Change, Portfolio } from '../portfolio/portfolio.ts';
import type { Tried } from './explanation.ts';
import { armsOfTwo, pairsOf, type RunArms, type RunPair, type Two } from './explain-pair.ts';
import { armsWithRenewal, otherRenewal } from './renewal-arms.ts';

/** The two scenarios under another way of looking. */
export interface TriedPair {
  tried: Tried;
  pair: RunPair;
}

/** The longest horizon that the language allows. */
const LONGEST_MONTHS = LIMITS.horizonYears * 12;

/** Return the mechanisms that assumed effects of a portfolio belong to, each once. */
export function mechanismsOf({ assumptions }: Portfolio): string[] {
  const named = assumptions.flatMap(({ none, mechanism }) =>
    none !== undefined && mechanism !== undefined ? [mechanism] : [],
  );
  return [...new Set(named)];
}

/** Return the structures of leaving that a file describes and that do not hold in it. */
export function otherStructures({ rules }: Portfolio): Structure[] {
  return described(rules).filter((structure) => structure !== rules.leaving?.fallsWith);
}

/** Return the structures of leaving that a file does not describe: nobody can try those. */
export function structuresNotDescribed({ rules }: Portfolio): Structure[] {
  const known = described(rules);
  return STRUCTURES.filter((structure) => !known.includes(structure));
}

function described({ leaving }: Portfolio['rules']): Structure[] {
  if (!leaving) return [];
  return [
    ...leaving.factors.map(({ structure }) => structure),
    ...(leaving.differences ? (['lasting-differences'] as const) : []),
  ];
}

/**
 * Run two scenarios under every other way of looking that the model knows: the
 * other reading of renewal, a shorter and a longer horizon, each other structure
 * of leaving, and without each mechanism of assumed effects, then without all.
 */
export async function runTrials(
  run: RunArms,
  two: Two,
  model: { raw: PortfolioFile; portfolio: Portfolio },
  replications: number,
): Promise<TriedPair[]> {
  const { raw, portfolio } = model;
  const mechanisms = mechanismsOf(portfolio);
  const off = [...mechanisms.map((one) => [one]), true as const];
  const without = pairsOf(
    await run(
      off.flatMap((withoutEffects) => armsOfTwo(two, { withoutEffects })),
      replications,
    ),
  ).map((pair, i) => ({
    tried: { kind: 'without' as const, mechanism: mechanisms[i] ?? null },
    pair,
  }));
  const other = otherRenewal(portfolio.rules.renewal);
  const arms = armsWithRenewal(armsOfTwo(two), raw, other);
  const [renewal] = pairsOf(await run(arms, replications));
  return [
    { tried: { kind: 'renewal', read: other }, pair: renewal },
    ...(await runHorizons(run, two, portfolio, replications)),
    ...(await runStructures(run, two, portfolio, replications)),
    ...without,
  ];
}

async function runHorizons(
  run: RunArms,
  two: Two,
  { horizonDays }: Portfolio,
  replications: number,
): Promise<TriedPair[]> {
  // In months, for whole ones end where the calendar's do.
  const lengths = [horizonDays / 2, horizonDays * 1.5]
    .map((days) => Math.round((days / DAYS_A_MONTH) * 10) / 10)
    .filter((months) => months <= LONGEST_MONTHS);
  const pairs: TriedPair[] = [];
  for (const months of lengths) {
    const days = months * DAYS_A_MONTH;
    const change: Change = { set: 'horizon', to: `${months} months` };
    const [pair] = pairsOf(
      await run(
        armsOfTwo(two, {}, () => [change]),
        replications,
      ),
    );
    pairs.push({ tried: { kind: 'horizon', days }, pair });
  }
  return pairs;
}

async function runStructures(
  run: RunArms,
  two: Two,
  portfolio: Portfolio,
  replications: number,
): Promise<TriedPair[]> {
  const pairs: TriedPair[] = [];
  for (const structure of otherStructures(portfolio)) {
    const change: Change = { set: 'rules.leaving.falls-with', to: structure };
    const arms = armsOfTwo(two, {}, () => [change]);
    const [pair] = pairsOf(await run(arms, replications, [change]));
    pairs.push({ tried: { kind: 'structure', structure }, pair });
  }
  return pairs;
}
