/**
 * What the model says of designs, worked out on the server: the phones of a hall are of all ages, and
 * the laptop that serves them has run how it is now already.
 */
import { availableParallelism } from 'node:os';
import { narrowResult } from '../../comparison/narrow-result.ts';
import { summarise } from '../../comparison/summarise.ts';
import type { Estimate } from '../../comparison/summary.ts';
import { canonicalJson } from '../../experiment/canonical-json.ts';
import type { RunRequest } from '../../experiment/run-request.ts';
import { RunFailed } from '../../experiment/run-failed.ts';
import type { Change } from '../../portfolio/portfolio.ts';
import type { Model } from '../../portfolio/read-model.ts';
import { designAnswer, LOOKS, type DesignAnswer, type Look } from '../../workshop/design-answer.ts';
import { designChanges, type DesignSettings } from '../../workshop/designs.ts';
import type { DesignQuestion } from '../../workshop/plan.ts';
import { measureTitle } from '../../words/measure-words.ts';
import { nameOf, namesOf } from '../../words/names.ts';
import { Batches } from '../batches.ts';
import { engineVersion } from '../engine-version.ts';
import { modelHash } from '../model-hash.ts';
import { poolOfPages, runOfPages } from '../results.ts';

const MOST_KEPT = 500;

/** What was worked out last, by all that decides it. */
const kept = new Map<string, Promise<DesignAnswer>>();

const batches = {
  first: new Batches<DesignAnswer>({ gatherMs: 20, atOnce: 1 }),
  /** Longer looks wait for each other, and no first look waits for them. */
  longer: new Batches<DesignAnswer>({ gatherMs: 20, atOnce: 1 }),
};

/** Return what the model says of a design over so many futures. The same is worked out once. */
export async function answerOfDesign(
  model: Model,
  question: Pick<DesignQuestion, 'levers'>,
  settings: DesignSettings,
  runs: Look,
): Promise<DesignAnswer> {
  const [now] = model.scenarios;
  const changes = [...now.changes, ...designChanges(question, settings)];
  const id = canonicalJson(changes);
  const batch = `${modelHash(model.raw)} ${runs}`;
  const key = `${batch} ${id}`;
  const known = kept.get(key);
  if (known) return known;
  const isFirst = runs === LOOKS[0];
  const threads = Math.max(1, availableParallelism() - (isFirst ? 0 : 1));
  const asked = batches[isFirst ? 'first' : 'longer'].ask(
    batch,
    { id, onFirst: () => undefined },
    (designs) => workOut(model, designs, { replications: runs, threads }),
  );
  kept.set(key, asked);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT) kept.delete(oldest);
  try {
    return await asked;
  } catch (reason) {
    // Whoever asks next may have more luck.
    kept.delete(key);
    throw reason;
  }
}

type HowRun = Pick<RunRequest, 'replications' | 'threads'>;

/** Work some designs out together, each named by its changes. */
async function workOut(
  model: Model,
  designs: string[],
  how: HowRun,
): Promise<Map<string, DesignAnswer>> {
  try {
    return await runTogether(model, designs, how);
  } catch (reason) {
    if (!(reason instanceof RunFailed) || reason.findings.length === 0) throw reason;
    const [only] = designs;
    if (designs.length === 1) {
      return new Map([
        [only, { kind: 'does not fit', why: reason.findings.map(({ what }) => what) }],
      ]);
    }
    // One of them makes no portfolio, which is no reason for the others to be without an answer.
    const alone = new Map<string, DesignAnswer>();
    for (const design of designs) {
      for (const [id, answer] of await workOut(model, [design], how)) alone.set(id, answer);
    }
    return alone;
  }
}

async function runTogether(
  model: Model,
  designs: string[],
  how: HowRun,
): Promise<Map<string, DesignAnswer>> {
  const [now] = model.scenarios;
  const arms = [
    { id: now.id, changes: now.changes },
    ...designs.map((design, at) => ({
      id: `design ${at}`,
      changes: JSON.parse(design) as Change[],
    })),
  ];
  const { title, notice, start, horizonDays } = model.portfolio;
  const result = await poolOfPages().run({
    model: { id: model.id, raw: model.raw },
    baseline: now.changes,
    arms,
    ...{ ...runOfPages, follow: 0, ...how },
  });
  const summary = summarise({
    engine: engineVersion,
    portfolio: { id: model.id, title, hash: modelHash(model.raw), notice, start, horizonDays },
    result: narrowResult(
      result,
      ({ by, headline }) => by === null || (headline && by.kind === 'criterion'),
    ),
    scenarios: arms.map(({ id, changes }) => ({ id, title: id, story: '', changes })),
    baseline: now.id,
  });
  const names = namesOf(model.portfolio);
  const titleOf = ({ id, by }: Pick<Estimate, 'id' | 'by'>) =>
    by?.kind === 'criterion' ? nameOf(by, names) : measureTitle(id, by, names);
  return new Map(
    designs.map((design, at) => [design, designAnswer(summary, `design ${at}`, titleOf)]),
  );
}
