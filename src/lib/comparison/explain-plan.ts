import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { Portfolio, Scenario } from '../portfolio/portfolio.ts';
import { resolve } from '../portfolio/resolve.ts';
import { uncertainInputs, type UncertainInput } from '../portfolio/uncertain-inputs.ts';
import { inputsToTry, SWITCH_STEPS } from './explain-inputs.ts';
import { mechanismsOf, otherStructures } from './explain-trials.ts';

/** What is to be explained, and how hard to look. */
export interface ExplainPlan {
  model: { id: string; raw: PortfolioFile; portfolio: Portfolio };
  baseline: Scenario;
  scenario: Scenario;
  seed: number;
  replications: number;
  draws: number;
  /** Futures with each draw, two or more. */
  each: number;
  /** How many inputs are run by themselves. */
  most: number;
}

/** For how many inputs the place where the preference changes is looked for. */
export const MOST_SWITCHES = 5;

/** Return how many replications of arms an explanation of one measure takes at the most. */
export function sizeOfExplanation(plan: ExplainPlan): number {
  const inputs = Math.min(plan.most, inputsOf(plan).length);
  const switches = Math.min(inputs, MOST_SWITCHES) * SWITCH_STEPS;
  return sizeOfRuns(plan) + 2 * plan.replications * switches;
}

/** The same without the search for switching values: what every measure shares. */
export function sizeOfRuns(plan: ExplainPlan): number {
  const { model, replications, draws, each, most } = plan;
  const inputs = Math.min(most, inputsOf(plan).length);
  const trials = 5 + mechanismsOf(model.portfolio).length + otherStructures(model.portfolio).length;
  return 2 * (replications * (trials + 2 * inputs) + draws * each);
}

type Scenarios = Pick<ExplainPlan, 'model' | 'baseline' | 'scenario'>;

/** The uncertain inputs of the baseline that can be tried, then those that only the scenario has. */
export function inputsOf(plan: Scenarios): UncertainInput[] {
  return inputsToTry(portfoliosOf(plan));
}

/** How many figures have a range, those that cannot be tried by themselves too. */
export function countOfInputs(plan: Scenarios): number {
  const all = portfoliosOf(plan).flatMap((one) => uncertainInputs(one));
  return new Set(all.map(({ key }) => key)).size;
}

function portfoliosOf({ model, baseline, scenario }: Scenarios): Portfolio[] {
  return [baseline, scenario].map(({ changes }) => {
    const { value } = resolve(model.raw, { id: model.id, changes });
    if (!value) throw new Error('A scenario was read and cannot be read again.');
    return value;
  });
}
