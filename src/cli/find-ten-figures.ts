import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findTenFigures, sizeOfTenFigures, type TenFigures } from '$lib/comparison/ten-figures.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { groundHash } from '$lib/server/ground-hash.ts';
import { TEN_FIGURES_FILE } from '$lib/server/ten-figures.ts';
import { chooseMeasure } from './choose-measure.ts';
import type { ExplainOptions } from './explain-options.ts';
import { Misuse } from './outcome.ts';
import { RunSession } from './run-session.ts';
import type { Surroundings } from './surroundings.ts';
import { tryFile } from './try-path.ts';

/**
 * Find the ten figures that matter most to the difference between two scenarios,
 * and keep them in the model's folder for the page that asks for local values.
 */
export async function keepTenFigures(
  folder: string,
  model: Model,
  [baseline, scenario]: Scenario[],
  options: ExplainOptions,
  surroundings: Surroundings,
): Promise<void> {
  const path = join(folder, TEN_FIGURES_FILE);
  const refused = ({ message }: Error) => {
    throw new Misuse(`${path} cannot be written: ${message}`);
  };
  await tryFile(path).catch(refused);
  const { seed, threads, workers, replications } = options;
  const plan = { model, baseline, scenario, seed, replications };
  const ground = {
    ...{ model: { id: model.id, raw: model.raw }, baseline: [], seed },
    ...{ threads, workers },
  };
  const session = new RunSession(ground, sizeOfTenFigures(plan), surroundings);
  const found = await findTenFigures(
    plan,
    (measures) => chooseMeasure(measures, options.measure),
    (arms, count, warmedUnder) => session.run(arms, count, warmedUnder),
  ).finally(() => session.close());
  const whole: TenFigures = {
    ...{ bide: 1, kind: 'ten-figures', engine: engineVersion, model: groundHash(model) },
    ...found,
  };
  const { stdout } = surroundings;
  const { tried, untold, figures } = found;
  try {
    await writeFile(path, `${JSON.stringify(whole, null, 2)}\n`).catch(refused);
  } finally {
    stdout.write(`Tried ${tried} figures with a range; ${figures.length} matter most:\n`);
    for (const [place, { key }] of figures.entries()) stdout.write(`${place + 1}. ${key}\n`);
    if (untold)
      stdout.write(`Of ${untold} of those tried, nobody can tell how much they matter.\n`);
  }
  stdout.write(`Kept in ${path}\n`);
}
