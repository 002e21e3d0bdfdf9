import { armsOfComparison } from '$lib/comparison/effect-arms.ts';
import { isPrecise, LOOKS, mayStopAt } from '$lib/comparison/precise.ts';
import { armsWithRenewal, otherRenewal as otherReading } from '$lib/comparison/renewal-arms.ts';
import { summarise, type Summarised } from '$lib/comparison/summarise.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { RunResult } from '$lib/experiment/merge.ts';
import type { Arm } from '$lib/experiment/run-request.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { uncertainInputs } from '$lib/portfolio/uncertain-inputs.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { modelHash } from '$lib/server/model-hash.ts';
import { Misuse } from './outcome.ts';
import { RunSession } from './run-session.ts';
import type { Surroundings } from './surroundings.ts';

/** Which scenarios are run, and how. */
export interface RunPlan {
  scenarios: Scenario[];
  /** Id of the scenario that the others are compared with; null: none are compared. */
  baseline: string | null;
  /** How many futures; at most, where the run goes on until it is precise. */
  replications: number;
  /** How many sets of plausible figures; 0: none are drawn. */
  draws: number;
  untilPrecise: boolean;
  seed: number;
  threads: number;
  workers?: boolean;
}

/** Imagined people followed for the threads picture. */
const FOLLOWED = 24;

/** Futures with each set of figures: the fewest that tell chance from figures. */
export const FUTURES_EACH = 2;

/** Return a model's scenarios by id, in the order asked for; all of them where none is named. */
export function chooseScenarios(model: Model, ids: readonly string[]): Scenario[] {
  if (ids.length === 0) return model.scenarios;
  return [...new Set(ids)].map((id) => {
    const scenario = model.scenarios.find((one) => one.id === id);
    if (scenario) return scenario;
    const known = model.scenarios.map((one) => one.id).join(', ');
    throw new Misuse(`There is no scenario ${id}. This model has: ${known}.`);
  });
}

/**
 * Run scenarios of a model and return what is to be shown of them.
 *
 * Each is run under both readings of renewal, and in a comparison with and
 * without assumed effects. Figures are drawn where the model has ranges and
 * draws are asked for. Throws `Interrupted` when the person presses Ctrl-C.
 */
export async function runScenarios(
  model: Model,
  plan: RunPlan,
  surroundings: Surroundings,
): Promise<Summary> {
  const { scenarios, baseline, seed, threads, workers } = plan;
  const arms = scenarios.map(({ id, changes }) => ({ id, changes }));
  const best = baseline === null ? arms : armsOfComparison(arms);
  const inputs = uncertainInputs(model.portfolio).length;
  const draws = inputs > 0 ? plan.draws : 0;
  const futures = plan.untilPrecise ? LOOKS[0] : plan.replications;
  const planned = (best.length + arms.length) * futures + arms.length * draws * FUTURES_EACH;
  const ground = {
    ...{ model: { id: model.id, raw: model.raw }, baseline: [], seed },
    ...{ threads, workers },
  };
  const session = new RunSession(
    { ...ground, follow: FOLLOWED },
    planned,
    surroundings,
    plan.untilPrecise,
  );
  try {
    const { result, precision } = plan.untilPrecise
      ? await runUntilPrecise(session, best, plan)
      : { result: await session.run(best, plan.replications), precision: undefined };
    const drawn = draws > 0 ? await runDraws(session, arms, draws) : null;
    const otherRenewal = await runOtherRenewal(session, model, arms, result);
    const { id, title, notice, start, horizonDays } = model.portfolio;
    return summarise({
      engine: engineVersion,
      portfolio: { id, title, hash: modelHash(model.raw), notice, start, horizonDays },
      result,
      scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
      baseline,
      isSimultaneous: true,
      ...(plan.draws > 0
        ? { drawn: { inputs, each: FUTURES_EACH, result: drawn, countsFutures: true } }
        : {}),
      otherRenewal,
      ...(precision ? { precision } : {}),
    });
  } finally {
    await session.close();
  }
}

/** Run look by look until the headlines are precise, and were so at the look before. */
async function runUntilPrecise(
  session: RunSession,
  arms: Arm[],
  { scenarios, baseline, replications }: RunPlan,
): Promise<{ result: RunResult; precision: NonNullable<Summary['precision']> }> {
  const ids = scenarios.map(({ id }) => id);
  const looks = LOOKS.filter((count) => count <= replications);
  const precise: boolean[] = [];
  for (const [i, count] of looks.entries()) {
    if (i > 0) session.plan(arms.length * count);
    const result = await session.run(arms, count);
    precise.push(isPrecise(result, ids, baseline));
    const reached = mayStopAt(precise) >= 0;
    if (reached || i === looks.length - 1) {
      return { result, precision: { reached, looks: looks.slice(0, i + 1) } };
    }
  }
  throw new Misuse(`Precision is looked at after ${LOOKS[0]} futures or more.`);
}

function runDraws(session: RunSession, arms: Arm[], draws: number): Promise<RunResult> {
  const drawn = arms.map((arm) => ({
    ...arm,
    inputs: { kind: 'drawn' as const, each: FUTURES_EACH },
  }));
  return session.run(drawn, draws * FUTURES_EACH);
}

async function runOtherRenewal(
  session: RunSession,
  { raw, portfolio }: Model,
  arms: Arm[],
  { replications }: RunResult,
): Promise<NonNullable<Summarised['otherRenewal']>> {
  const read = portfolio.rules.renewal;
  const other = otherReading(read);
  const result = await session.run(armsWithRenewal(arms, raw, other), replications);
  return { read, other, result };
}
