import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import type { Refusal } from '$lib/portfolio/refusal.ts';

/** How many scenarios may stand beside how it is now. */
export const mostChosen = 5;

const usuallyChosen = 3;

interface Listed {
  id: string;
  title?: string;
  group?: string;
}

/**
 * Return the ids of the scenarios that are compared when nobody chose: those listed under the same
 * heading as how it is now, the question that the portfolio asks first, or else the first ones.
 */
export function defaultChoice(scenarios: readonly Listed[]): string[] {
  const heading = scenarios.find(({ id }) => id === AS_IT_IS)?.group;
  const others = scenarios.filter(({ id }) => id !== AS_IT_IS);
  const akin = others.filter(({ group }) => group !== undefined && group === heading);
  return (akin.length > 0 ? akin : others).slice(0, usuallyChosen).map(({ id }) => id);
}

/** Return the scenarios that may stand beside how it is now, under their headings. */
export function underHeadings<T extends Listed>(
  scenarios: readonly T[],
): { heading: string; scenarios: T[] }[] {
  return allUnderHeadings(scenarios)
    .map(({ heading, scenarios }) => ({
      heading,
      scenarios: scenarios.filter(({ id }) => id !== AS_IT_IS),
    }))
    .filter(({ scenarios }) => scenarios.length > 0);
}

/** Return all scenarios under their headings: that of how it is now first, then as they come. */
export function allUnderHeadings<T extends Listed>(
  scenarios: readonly T[],
): { heading: string; scenarios: T[] }[] {
  const headings = [...new Set(scenarios.map(({ group }) => group ?? ''))];
  const own = scenarios.find(({ id }) => id === AS_IT_IS)?.group ?? '';
  headings.sort((a, b) => Number(b === own) - Number(a === own));
  return headings.map((heading) => ({
    heading,
    scenarios: scenarios.filter(({ group }) => (group ?? '') === heading),
  }));
}

export interface Choice {
  /** Ids of scenarios that there are, one to five (or none, where that is allowed), without how it is now. */
  ids: string[];
  /** What was wrong with what was asked for, in words; empty where nothing was. */
  problem: string;
}

export interface ChoiceOptions {
  /** What stands there where nobody chose; absent: `defaultChoice`. */
  usual?: readonly string[];
  /** True where scenarios that people made stand there too, so that none need be chosen. */
  mayBeNone?: boolean;
  /** By its id, why a scenario cannot stand beside how it is now: it is left out. */
  refused?: Readonly<Record<string, Refusal>>;
}

/**
 * Return the scenarios that an address asks for: `scenarios=a,b` or `scenarios=a&scenarios=b`.
 * What cannot be shown is left out, and said.
 */
export function readChoice(
  asked: string[],
  scenarios: readonly Listed[],
  { usual = defaultChoice(scenarios), mayBeNone = false, refused = {} }: ChoiceOptions = {},
): Choice {
  const stands = (id: string) => !Object.hasOwn(refused, id);
  const wanted = [...new Set(asked.flatMap((text) => text.split(',')).map((id) => id.trim()))];
  const named = wanted.filter((id) => id !== '' && id !== AS_IT_IS);
  const known = named.filter((id) => scenarios.some((scenario) => scenario.id === id));
  const unknown = named.filter((id) => !known.includes(id));
  const ids = known.filter(stands).slice(0, mostChosen);
  const problems = known.flatMap((id) =>
    stands(id)
      ? []
      : [`“${titleOf(id, scenarios)}” cannot be shown. ${refused[id].why} ${refused[id].mend}`],
  );
  if (unknown.length > 0) {
    const names = unknown.slice(0, 3).map((id) => `“${id.slice(0, 40)}”`);
    problems.push(
      unknown.length === 1
        ? `There is no scenario ${names[0]} in this portfolio.`
        : `These are no scenarios of this portfolio: ${names.join(', ')}.`,
    );
  }
  if (known.filter(stands).length > mostChosen) {
    problems.push(`Six stand side by side at most: the first ${mostChosen} you chose are shown.`);
  }
  if (ids.length === 0 && !(mayBeNone && asked.length > 0)) {
    if (asked.length > 0) problems.push('Choose at least one scenario.');
    return { ids: usual.filter(stands), problem: problems.join(' ') };
  }
  return { ids, problem: problems.join(' ') };
}

function titleOf(id: string, scenarios: readonly Listed[]): string {
  return scenarios.find((one) => one.id === id)?.title ?? id;
}
