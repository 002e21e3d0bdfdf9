/** Which imagined people are drawn as threads, and for whom what is drawn is not the same. */
import type { ScenarioSummary, Summary, Thread } from '../comparison/summary.ts';

/** How many imagined people of each choice are drawn. */
const ofEach = 5;

const fourYears = 1461;

/** Last day from the model's start to which threads are drawn. */
export function lastDayDrawn({ portfolio }: Pick<Summary, 'portfolio'>): number {
  return Math.min(fourYears, portfolio.horizonDays);
}

/** By number: the first who begin support in how it is, and more for whom scenarios differ. */
export interface PeopleDrawn {
  first: number[];
  differing: number[];
}

/**
 * Return the imagined people whose threads are drawn: the first who begin support in how it is,
 * and the first others whose threads do not look the same in every scenario.
 */
export function peopleDrawn({
  scenarios,
  portfolio,
}: Pick<Summary, 'scenarios' | 'portfolio'>): PeopleDrawn {
  const threads = scenarios[0]?.threads ?? [];
  const first = threads
    .filter(({ relationships }) => relationships.length > 0)
    .map(({ person }) => person)
    .slice(0, ofEach);
  const differs = differingIn(scenarios, lastDayDrawn({ portfolio }));
  const differing = threads
    .map(({ person }) => person)
    .filter((person) => !first.includes(person) && differs(person))
    .slice(0, ofEach);
  return { first, differing };
}

/** Return what tells for whom some scenario is not drawn as how it is, up to a day. */
export function differingIn(
  scenarios: readonly Pick<ScenarioSummary, 'threads'>[],
  untilDay: number,
): (person: number) => boolean {
  const [mine, ...others] = scenarios.map(
    ({ threads }) => new Map(threads.map((thread) => [thread.person, asDrawn(thread, untilDay)])),
  );
  return (person) =>
    others.some((theirs) => theirs.has(person) && theirs.get(person) !== mine.get(person));
}

/**
 * A thread as it is drawn: services, dates, reasons and which relationships are with one worker. A
 * worker's own id is left out: another post with the same dates looks and is the same to the person.
 */
function asDrawn({ relationships }: Thread, untilDay: number): string {
  const met = [...new Set(relationships.map(({ worker }) => worker))];
  return JSON.stringify(
    relationships
      .filter(({ from }) => from < untilDay)
      .map(({ service, worker, from, to, reason }) => {
        const goesOn = to === null || to >= untilDay;
        return [service, met.indexOf(worker), from, ...(goesOn ? [] : [to, reason])];
      }),
  );
}
