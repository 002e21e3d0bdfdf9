import type { ArmResult, RunResult } from '../experiment/merge.ts';
import { compareArms } from './compare-arms.ts';
import { armWithoutEffects } from './effect-arms.ts';
import { endingCurves } from './ending-curves.ts';
import { estimate } from './estimate.ts';
import { seriesEstimate } from './series-estimate.ts';
import type { ScenarioSummary, Summary } from './summary.ts';
import { warmUpNotes } from './warm-up-notes.ts';

/** A run and what it was about. */
export interface Summarised {
  engine: string;
  portfolio: Summary['portfolio'];
  result: RunResult;
  /** In the order shown; each has an arm of its id in the result. */
  scenarios: { id: string; title: string; story: string }[];
  /** Id of the scenario that the others are compared with; null: no comparison. */
  baseline: string | null;
}

/**
 * Return what pages, papers and the command line show of a run.
 *
 * Where the result holds the arms without assumed effects, each difference says
 * how much contract dates alone make of it. Throws when an arm is missing: that
 * is our own mistake.
 */
export function summarise({ engine, portfolio, result, scenarios, baseline }: Summarised): Summary {
  const arms = new Map(result.arms.map((arm) => [arm.id, arm]));
  const armOf = (id: string): ArmResult => {
    const arm = arms.get(id);
    if (!arm) throw new Error(`The run has no arm ${id}.`);
    return arm;
  };
  const others = baseline === null ? [] : scenarios.filter(({ id }) => id !== baseline);
  return {
    engine,
    portfolio,
    seed: result.seed,
    replications: result.replications,
    warmUpDays: armOf(scenarios[0].id).plan.warmUpDays,
    notes: notesOf(
      scenarios.map(({ id, title }) => ({
        title,
        notes: [...armOf(id).notes, ...warmUpNotes(armOf(id))],
      })),
    ),
    scenarios: scenarios.map(({ id, title, story }) => ({
      id,
      title,
      story,
      ...summariseArm(armOf(id)),
    })),
    comparisons: others.map(({ id }) => {
      const against = baseline as string;
      const scenarioOff = arms.get(armWithoutEffects(id));
      const baselineOff = arms.get(armWithoutEffects(against));
      const withoutEffects =
        scenarioOff && baselineOff ? { scenario: scenarioOff, baseline: baselineOff } : null;
      const pair = { scenario: armOf(id), baseline: armOf(against), withoutEffects };
      return { scenario: id, baseline: against, differences: compareArms(pair) };
    }),
  };
}

function summariseArm(arm: ArmResult): Omit<ScenarioSummary, 'id' | 'title' | 'story'> {
  return {
    measures: arm.plan.measures.map((measure) => estimate(arm, measure)),
    series: arm.plan.series.map((series) => seriesEstimate(arm, series)),
    endings: endingCurves(arm),
    threads: arm.followed,
  };
}

/** A note that every scenario has is said once; others say whose they are. */
function notesOf(scenarios: { title: string; notes: string[] }[]): string[] {
  const all = [...new Set(scenarios.flatMap(({ notes }) => notes))];
  return all.flatMap((note) => {
    const having = scenarios.filter(({ notes }) => notes.includes(note));
    if (having.length === scenarios.length) return [note];
    return having.map(({ title }) => `${title}: ${note}`);
  });
}
