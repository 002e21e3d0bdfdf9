import { basename, dirname, resolve as resolvePath } from 'node:path';
import { calibrate, type Calibration, type InFile } from '$lib/calibration/calibrate.ts';
import { aimOf, CannotCalibrate, problemOf, type Free } from '$lib/calibration/problem.ts';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { calibratedModel } from './calibrated-model.ts';
import { calibrationCsv } from './calibration-csv.ts';
import { calibrationJson } from './calibration-json.ts';
import { calibrationText } from './calibration-text.ts';
import type { CalibrateOptions } from './calibrate-options.ts';
import { findingsText, printable } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import { RunSession } from './run-session.ts';
import type { Surroundings } from './surroundings.ts';
import { tryNew, writeNew } from './write-new.ts';

/** Rounds of a search that are usual, for the bar. */
const USUAL_ROUNDS = 5;

/**
 * `bide calibrate`: fit assumptions to targets and say how well that went.
 *
 * Ends with 1 when a fitted target is not met: a bad fit is not passed over.
 */
export async function calibrateCommand(
  path: string,
  options: CalibrateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  const { value: model, findings } = await loadModel(path);
  if (!model || hasErrors(findings)) {
    stderr.write(findingsText(findings.filter(({ severity }) => severity === 'error')));
    return 1;
  }
  const structure: Change[] = options.structure
    ? [{ set: 'rules.leaving.falls-with', to: options.structure }]
    : [];
  if (options.structure && !model.portfolio.rules.leaving) {
    throw new Misuse(
      '--structure chooses one of those under “rules: leaving”, and this model has no such rule.',
    );
  }
  const ground = resolve(model.raw, { id: model.id, changes: structure });
  if (!ground.value) {
    stderr.write(findingsText(ground.findings.filter(({ severity }) => severity === 'error')));
    return 1;
  }
  const portfolio = ground.value;
  const problem = refusing(() => {
    const wanted = { assumptions: options.assumptions ?? [], targets: options.targets ?? [] };
    const found = problemOf(portfolio, wanted);
    const plan = planMeasures(compileProgram(portfolio, portfolio, 0));
    for (const target of [...found.fitted, ...found.lookedAt]) aimOf(plan, target);
    return found;
  });
  if (options.out !== undefined) {
    const trial = problem.free.map((free) => ({ set: fileOf(model, free).path, to: '0' }));
    calibratedModel(model, [...structure, ...trial]);
    await tryOut(options.out);
  }
  const laboratory = laboratoryOf(model, structure, options, problem.free.length, surroundings);
  let result: Calibration;
  try {
    result = await calibrate(problem, laboratory, (free) => fileOf(model, free));
  } finally {
    await laboratory.close();
  }
  const whole = { ...result, changes: [...structure, ...result.changes] };
  const told = { model: ground.value, seed: options.seed, replications: options.replications };
  const texts = {
    table: () => calibrationText(whole, told),
    json: () => calibrationJson(whole, told),
    csv: () => calibrationCsv(whole, told),
  };
  try {
    if (options.out !== undefined) {
      if (whole.misfit === null) {
        stderr.write(`Nothing was fitted, so ${printable(options.out)} was not written.\n`);
      } else await writeNew(options.out, calibratedModel(model, whole.changes));
    }
  } finally {
    stdout.write(texts[options.format]());
  }
  return result.isGood ? 0 : 1;
}

/** A model among the scenarios would be read as one of them. */
async function tryOut(path: string): Promise<void> {
  if (basename(dirname(resolvePath(path))) === 'scenarios') {
    throw new Misuse(`${path} stands among scenarios, and a model is written: name another file.`);
  }
  await tryNew(path);
}

function refusing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof CannotCalibrate) throw new Misuse(error.message);
    throw error;
  }
}

/** Where and how the file writes a fitted assumption. */
function fileOf({ raw }: Model, { figure: { path } }: Free): InFile {
  let at: unknown = raw;
  for (const key of path.split('.')) at = (at as Record<string, unknown> | null)?.[key];
  if (typeof at !== 'object' || at === null) return { path };
  const { low, high } = at as Record<string, string | number | null | undefined>;
  return { path: `${path}.best`, low: low?.toString(), high: high?.toString() };
}

/** Runs places in the futures of the seed, and fitted values in those of the seed after it. */
function laboratoryOf(
  model: Model,
  structure: Change[],
  { seed, threads, workers, replications }: CalibrateOptions,
  size: number,
  surroundings: Surroundings,
) {
  const ground = {
    ...{ model: { id: model.id, raw: model.raw }, baseline: structure, seed },
    ...{ threads, workers },
  };
  let planned = (1 + USUAL_ROUNDS * (2 * size + 2) + 15 * size) * replications;
  const session = new RunSession(ground, planned, surroundings);
  /** Every place is warmed up for as long as the first: what is written is tried in the same futures. */
  let warmUpDays: number | undefined;
  return {
    close: () => session.close(),
    async evaluate(places: Record<string, number>[]) {
      const more = places.length * replications;
      if (more > planned) session.plan(more - planned);
      planned = Math.max(0, planned - more);
      const arms = places.map((quantiles, i) => ({
        id: `place ${i + 1}`,
        changes: structure,
        inputs: { kind: 'given' as const, quantiles },
      }));
      const ran = (await session.run(arms, replications)).arms;
      warmUpDays = ran[0].plan.warmUpDays;
      return ran;
    },
    async check(changes: Change[], futures: 'the same' | 'other') {
      const baseline = [...structure, ...changes];
      const written = [{ id: 'written', changes: baseline }];
      if (futures === 'the same') {
        session.plan(replications);
        return (await session.run(written, replications, baseline, warmUpDays)).arms[0];
      }
      await session.close();
      const other = { ...ground, baseline, seed: seed + 1 };
      const checking = new RunSession(other, 2 * replications, surroundings);
      try {
        return (await checking.run(written, 2 * replications)).arms[0];
      } finally {
        await checking.close();
      }
    },
  };
}
