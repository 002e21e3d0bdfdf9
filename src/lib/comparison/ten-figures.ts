/**
 * Which figures of a model matter most to an answer: found by moving each
 * uncertain figure to both ends of its range, the others at their best values,
 * with the same luck each time.
 */
import type { Measure } from '../measures/measure.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { Portfolio, Scenario } from '../portfolio/portfolio.ts';
import { uncertainInputs, type UncertainInput } from '../portfolio/uncertain-inputs.ts';
import { runEnds, type BothEnds } from './explain-inputs.ts';
import { inputsOf } from './explain-plan.ts';
import { apartIn, apartMore, armsOfTwo, pairsOf, type RunArms } from './explain-pair.ts';
import type { Apart, Told } from './explanation.ts';

export interface TenFiguresPlan {
  model: { id: string; raw: PortfolioFile; portfolio: Portfolio };
  baseline: Scenario;
  scenario: Scenario;
  seed: number;
  /** Futures for each way of looking at the figures that come through the first round. */
  replications: number;
}

/** One figure and what it does to the difference between the two scenarios. */
export interface FigureThatMatters {
  /** `assumptions.<id>` of a named assumption, else the path of the figure. */
  key: string;
  /** The difference with the figure at the low and at the high end of its range. */
  atLow: Apart;
  atHigh: Apart;
  /** The one less the other: by how much the answer moves. */
  swing: Apart;
}

/** The list as a file keeps it, with what it was computed from. */
export interface TenFigures {
  bide: 1;
  kind: 'ten-figures';
  engine: string;
  /** Hash of what the model's results rest on. */
  model: string;
  seed: number;
  replications: number;
  baseline: { id: string; title: string };
  scenario: { id: string; title: string };
  measure: Told;
  answer: Apart;
  /** How many figures have a range that can be tried, and were. */
  tried: number;
  /** Of how many of them the swing cannot be told: they may matter. Absent where there are none. */
  untold?: number;
  /** At most ten, the greatest swing first; none whose swing may be nothing but luck. */
  figures: FigureThatMatters[];
}

export type TenFiguresFound = Omit<TenFigures, 'bide' | 'kind' | 'engine' | 'model'>;

const TEN = 10;

/** So many go on to the second round: twice ten leaves room for what a short look misjudges. */
const SECOND_ROUND = 20;

/** A first look takes a fifth of the futures, and two at least. */
function firstLook(replications: number): number {
  return Math.max(2, Math.ceil(replications / 5));
}

/** Return how many replications of arms the search takes at the most. */
export function sizeOfTenFigures(plan: TenFiguresPlan): number {
  const { replications } = plan;
  const inputs = inputsOfModel(plan).length;
  const second = Math.min(SECOND_ROUND, inputs) * replications;
  return 2 * replications + 4 * (inputs * firstLook(replications) + second);
}

/**
 * Return the ten figures that move the difference in a measure most.
 *
 * Two rounds: all uncertain figures with few futures, then the most telling
 * twenty with all. A figure whose swing is within luck is left out, so that the
 * list may be shorter than ten. Deterministic: `run` is the only way out.
 */
export async function findTenFigures(
  plan: TenFiguresPlan,
  choose: (measures: readonly Measure[]) => Measure,
  run: RunArms,
): Promise<TenFiguresFound> {
  const { baseline, scenario, seed, replications } = plan;
  const two = { baseline: baseline.changes, scenario: scenario.changes };
  const [main] = pairsOf(await run(armsOfTwo(two), replications));
  const { id, by, unit, better } = choose(main.scenario.plan.measures);
  const measure: Told = { id, by, unit, better };
  const inputs = inputsOfModel(plan);
  const first = await runEnds(run, two, inputs, firstLook(replications));
  const ranked = bySwing(first, measure);
  const kept = ranked.slice(0, SECOND_ROUND);
  const second = await runEnds(
    run,
    two,
    kept.map(({ input }) => input),
    replications,
  );
  const last = bySwing(second, measure);
  const untold = first.length - ranked.length + second.length - last.length;
  return {
    seed,
    replications,
    baseline: { id: baseline.id, title: baseline.title },
    scenario: { id: scenario.id, title: scenario.title },
    measure,
    answer: apartIn(main, measure),
    tried: inputs.length,
    ...(untold > 0 ? { untold } : {}),
    figures: last
      .map(({ input: { key }, low, high }) => ({
        key,
        atLow: apartIn(low, measure),
        atHigh: apartIn(high, measure),
        swing: apartMore(high, low, measure),
      }))
      .filter(({ swing }) => isClear(swing))
      .slice(0, TEN),
  };
}

/** The uncertain figures that the model itself has, of those that can be tried. */
function inputsOfModel(plan: TenFiguresPlan): UncertainInput[] {
  const own = new Set(uncertainInputs(plan.model.portfolio).map(({ key }) => key));
  return inputsOf(plan).filter(({ key }) => own.has(key));
}

/** Those whose swing can be told, the greatest first; at a tie, in the order of their keys. */
function bySwing(ends: readonly BothEnds[], measure: Told): BothEnds[] {
  return ends
    .flatMap((end) => {
      const { difference } = apartMore(end.high, end.low, measure);
      return difference === null ? [] : [{ end, size: Math.abs(difference) }];
    })
    .sort((a, b) => b.size - a.size || (a.end.input.key < b.end.input.key ? -1 : 1))
    .map(({ end }) => end);
}

function isClear({ low, high }: Apart): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}
