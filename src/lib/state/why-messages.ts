/** The messages between a page and the worker that explains a scenario in this browser. */
import type { HeadlinesExplained } from '../comparison/explanation.ts';
import type { MoneyPlace, SameMoney } from '../comparison/same-money.ts';
import type { StepSize } from '../comparison/explain.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { InputNames } from '../words/tried-words.ts';

/** Two scenarios of a model, and the luck that they meet. */
export interface TwoScenarios {
  model: { id: string; raw: PortfolioFile };
  baseline: Scenario;
  scenario: Scenario;
  seed: number;
}

/** A message that asks for work; a worker does one piece of it and is then ended. */
export type ToExplainer =
  | ({ kind: 'explain'; steps: StepSize[] } & TwoScenarios)
  /** Where the money of the scenario could be moved to or from. */
  | ({ kind: 'places' } & TwoScenarios)
  | ({ kind: 'same money'; path: string; replications: number } & TwoScenarios);

export type FromExplainer =
  | { kind: 'progress'; done: number; total: number; step: number; steps: number }
  | { kind: 'explained'; explained: HeadlinesExplained; inputNames: InputNames; isLast: boolean }
  | { kind: 'places'; places: MoneyPlace[] }
  | { kind: 'same money'; found: SameMoney }
  /** The model, the scenario or our own code is at fault. */
  | { kind: 'failed'; message: string; findings: Finding[] };
