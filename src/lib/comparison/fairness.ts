/** Who gets less, by place, deprivation and group, and what scenarios do to that. */
import type { By, Unit } from '../measures/measure.ts';
import { gapChange, signOf, type GapChange } from './gap-change.ts';
import { finderOf, type Finder, type ScenarioShown } from './scenarios-shown.ts';
import type { Difference, Estimate } from './summary.ts';

/** The figure of people in the most deprived fifth beside that of people elsewhere. */
export interface Deprivation {
  most: Estimate;
  others: Estimate;
  /** The one less the other, and over it. */
  gap: Estimate;
  ratio: Estimate | null;
  gapApart: Difference | null;
  ratioApart: Difference | null;
  /** How much wider the gap gets: the range of the difference, turned the way the gap lies now. */
  wider: { low: number; high: number } | null;
  /** Who is worse off for sure; null where neither is, or where more is not better. */
  worseOff: 'most' | 'others' | null;
  /** Null for how it is now. */
  change: GapChange | null;
}

/** One part of the people, in one scenario. */
export interface PartShown {
  estimate: Estimate | null;
  apart: Difference | null;
}

export interface FairInScenario {
  id: string;
  everybody: PartShown;
  deprivation: Deprivation | null;
  /** In the order of the localities and of the groups. */
  localities: PartShown[];
  groups: PartShown[];
}

export interface FairMeasure {
  /** "started-per-1000", or "criterion-reached" with the promise in `criterion`. */
  id: string;
  criterion: string | null;
  unit: Unit;
  better: Estimate['better'];
  /** False for reach: how many need support there is not known, so that more is no advantage. */
  isAgainstNeed: boolean;
  scenarios: FairInScenario[];
}

/** A locality or group, with how many new people come from it. */
export interface FairPart {
  id: string;
  name: string;
  /** As it is now; null before a run. */
  peopleAYear: number | null;
}

export interface Fairness {
  scenarios: { id: string; title: string }[];
  localities: FairPart[];
  groups: FairPart[];
  /** True where any locality says how many people live in the most deprived fifth. */
  knowsDeprivation: boolean;
  measures: FairMeasure[];
}

const REACH = 'started-per-1000';

/** What is looked at, the most telling first. */
const LOOKED_AT = [REACH, 'started-by-21-days', 'kept-a-worker-a-year', 'cut-short-per-100'];

/** Return who gets less in each scenario; `shown` has how it is now first. Empty before a run. */
export function fairness(shown: readonly ScenarioShown[]): Fairness {
  const [now] = shown;
  const { localities, groups, standards } = now.portfolio;
  const finders = shown.map(finderOf);
  const parts = (kind: By['kind'], items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }): FairPart => ({
      id,
      name,
      peopleAYear: finders[0].estimate({ id: 'arrived', by: { kind, id } })?.mean ?? null,
    }));
  const asked = [
    ...LOOKED_AT.map((id) => ({ id, criterion: null })),
    ...standards.map(({ id }) => ({ id: 'criterion-reached', criterion: id })),
  ];
  const ids = { locality: localities.map(({ id }) => id), group: groups.map(({ id }) => id) };
  return {
    scenarios: shown.map(({ id, title }) => ({ id, title })),
    localities: parts('locality', localities),
    groups: parts('group', groups),
    knowsDeprivation: localities.some(({ mostDeprived }) => mostDeprived !== undefined),
    measures: asked.flatMap(({ id, criterion }): FairMeasure[] => {
      const of = (kind: By['kind'], part: string) => ({ id, by: splitBy(criterion, kind, part) });
      // Reach for each 1,000 residents is known of places alone, never of everybody.
      const seen =
        finders[0].estimate({ id, by: splitBy(criterion) }) ??
        finders[0].estimate(of('locality', ids.locality[0]));
      if (!seen) return [];
      const { unit } = seen;
      const isAgainstNeed = id !== REACH;
      const better = isAgainstNeed ? seen.better : 'neither';
      const scenarios = finders.map((finder, s): FairInScenario => {
        const part = (what: { id: string; by: By | null }) => ({
          estimate: finder.estimate(what),
          apart: finder.difference(what),
        });
        return {
          id: shown[s].id,
          everybody: part({ id, by: splitBy(criterion) }),
          deprivation: deprivationOf(finder, s === 0 ? null : finders[0], {
            id,
            criterion,
            better,
          }),
          localities: ids.locality.map((one) => part(of('locality', one))),
          groups: ids.group.map((one) => part(of('group', one))),
        };
      });
      return [{ id, criterion, unit, better, isAgainstNeed, scenarios }];
    }),
  };
}

function splitBy(criterion: string | null): By | null;
function splitBy(criterion: string | null, kind: By['kind'], id: string): By;
function splitBy(criterion: string | null, kind?: By['kind'], id?: string): By | null {
  const part = kind === undefined || id === undefined ? null : { kind, id };
  if (criterion === null) return part;
  return { kind: 'criterion', id: criterion, ...(part ? { within: part } : {}) };
}

function deprivationOf(
  finder: Finder,
  baseline: Finder | null,
  { id, criterion, better }: Pick<FairMeasure, 'id' | 'criterion' | 'better'>,
): Deprivation | null {
  const [most, others] = ['most', 'others'].map((part) =>
    finder.estimate({ id, by: splitBy(criterion, 'deprivation', part) }),
  );
  const by = splitBy(criterion, 'measure', id);
  const gap = finder.estimate({ id: 'deprivation-gap', by });
  if (!most || !others || !gap) return null;
  const gapApart = finder.difference({ id: 'deprivation-gap', by });
  const gapNow = baseline?.estimate({ id: 'deprivation-gap', by }) ?? null;
  const sign = signOf(gap);
  return {
    ...{ most, others, gap, gapApart },
    ratio: finder.estimate({ id: 'deprivation-ratio', by }),
    ratioApart: finder.difference({ id: 'deprivation-ratio', by }),
    wider: widerBy(gapNow ?? gap, gapApart),
    worseOff: sign === 0 || better === 'neither' ? null : isMost(sign, better) ? 'most' : 'others',
    change:
      baseline === null ? null : gapNow === null ? 'cannot tell' : gapChange(gapNow, gap, gapApart),
  };
}

/** True where the most deprived fifth is worse off: it has less of what is good, or more of what is not. */
function isMost(sign: -1 | 1, better: 'higher' | 'lower'): boolean {
  return sign > 0 === (better === 'lower');
}

function widerBy(now: Estimate, apart: Difference | null): Deprivation['wider'] {
  if (!apart || apart.low === null || apart.high === null || apart.difference === null) return null;
  const { low, high } = apart;
  const lies = signOf(now) || (apart.difference < 0 ? -1 : 1);
  return lies > 0 ? { low, high } : { low: -high, high: -low };
}
