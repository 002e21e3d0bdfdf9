/**
 * What is known of each promise of MAT Standards 6, 8 and 9, place by place: in
 * three kinds of evidence that are never merged, and never made a rating.
 */
import type { By } from '../measures/measure.ts';
import type { Criterion, Source } from '../portfolio/portfolio.ts';
import { criterionEvidence, type CriterionEvidence } from './criterion-evidence.ts';
import { finderOf, type Finder, type ScenarioShown } from './scenarios-shown.ts';
import type { Difference, Estimate } from './summary.ts';

/** What a run shows of a promise in one place; null where there is nothing to tell it by. */
export interface PromiseReached {
  /** Of 100 who start MAT with the need, those reached in time. */
  reached: Estimate | null;
  reachedApart: Difference | null;
  /** Of the days on MAT with the need, the share on which support goes on. */
  days: Estimate | null;
  daysApart: Difference | null;
}

export interface PromiseInScenario {
  id: string;
  designedIn: CriterionEvidence['designedIn'];
  everywhere: PromiseReached;
  /** In the order of the localities. */
  places: PromiseReached[];
}

export interface PromiseByLocality {
  id: string;
  standard: Criterion['standard'];
  promise: string;
  /** As the file writes it. */
  within: string;
  target: number | null;
  targetWorking: boolean;
  /** True where no source but an assumption stands behind its words. */
  wordingWorking: boolean;
  source: Source | null;
  said: CriterionEvidence['said'];
  scenarios: PromiseInScenario[];
}

export interface MatByLocality {
  /** How many people a year start MAT there, as it is now; null before a run. */
  localities: { id: string; name: string; startsAYear: number | null }[];
  scenarios: { id: string; title: string }[];
  promises: PromiseByLocality[];
}

/** Return the promises in the order of the file; `shown` has how it is now first. */
export function matByLocality(shown: readonly ScenarioShown[]): MatByLocality {
  const [now] = shown;
  const { standards, localities, sources } = now.portfolio;
  const finders = shown.map(finderOf);
  const evidence = shown.map(({ portfolio }) => criterionEvidence(portfolio, null));
  const starts = (id: string) =>
    finders[0].estimate({ id: 'mat-starts', by: { kind: 'locality', id } })?.mean ?? null;
  return {
    localities: localities.map(({ id, name }) => ({ id, name, startsAYear: starts(id) })),
    scenarios: shown.map(({ id, title }) => ({ id, title })),
    promises: standards.map((criterion, c) => {
      const { id, standard, promise, within, target, targetWorking } = criterion;
      const source = sources.find((one) => one.id === criterion.source) ?? null;
      return {
        ...{ id, standard, promise, target, targetWorking, source },
        within: within.written,
        wordingWorking: source === null || source.grade === 'assumption',
        said: evidence[0][c].said,
        scenarios: shown.map((scenario, s) => ({
          id: scenario.id,
          designedIn: evidence[s].find((one) => one.id === id)?.designedIn ?? [],
          everywhere: reachedBy(finders[s], { kind: 'criterion', id }),
          places: localities.map((locality) =>
            reachedBy(finders[s], {
              kind: 'criterion',
              id,
              within: { kind: 'locality', id: locality.id },
            }),
          ),
        })),
      };
    }),
  };
}

function reachedBy({ estimate, difference }: Finder, by: By): PromiseReached {
  return {
    reached: estimate({ id: 'criterion-reached', by }),
    reachedApart: difference({ id: 'criterion-reached', by }),
    days: estimate({ id: 'criterion-days', by }),
    daysApart: difference({ id: 'criterion-days', by }),
  };
}
