import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Measure, MeasurePlan, Unit } from '../measures/measure.ts';
import type { Target } from '../portfolio/target.ts';

/** Return findings about targets that no measure of a plan can be compared with. */
export function checkTargets(targets: readonly Target[], plan: MeasurePlan): Finding[] {
  return targets.flatMap((target) => {
    const finding = target.measure === null ? null : targetFinding(plan, target);
    return finding ? [finding] : [];
  });
}

/** Return why no measure can be compared with a target; null where one can. */
export function targetFinding(plan: MeasurePlan, target: Target): Finding | null {
  const { id, of, value } = target;
  const name = target.measure ?? '';
  const measure = measureOf(plan, target);
  if (!measure) {
    const whole = plan.measures.filter(({ by }) => !by?.within);
    const split = whole.filter(({ by }) => by?.kind === of?.kind).map((one) => one.id);
    const by = whole.filter((one) => one.id === name).map((one) => one.by?.kind ?? 'everything');
    return makeFinding('target-measure-unknown', `targets.${id}.measure`, {
      measure: name,
      of: of ? `the ${of.kind} ${of.id}` : 'everything together',
      nearest: nearest(name, split),
      by: [...new Set(by)].join(', '),
    });
  }
  if (scaleOf(measure.unit, value.dimension) !== null) return null;
  const details = { written: value.written, measure: name, unit: measure.unit };
  return makeFinding('target-of-another-kind', `targets.${id}.value`, details);
}

/** The measure that a target is about. */
export function measureOf(plan: MeasurePlan, { measure, of }: Target): Measure | undefined {
  return plan.measures.find(
    ({ id, by }) =>
      id === measure &&
      (by?.kind ?? null) === (of?.kind ?? null) &&
      by?.id === of?.id &&
      !by?.within,
  );
}

/** What a figure of a dimension is multiplied with to be in a unit; null where it cannot be. */
export function scaleOf(unit: Unit, dimension: Target['value']['dimension']): number | null {
  switch (unit) {
    case 'per 100':
    case 'per cent':
      return dimension === 'share' ? 100 : null;
    case 'per 1,000':
      return dimension === 'share' ? 1000 : dimension === 'number' ? 1 : null;
    case 'days':
      return dimension === 'time' ? 1 : null;
    case 'GBP':
      return dimension === 'money-rate' ? 365.25 : dimension === 'money' ? 1 : null;
    case 'GBP each':
      return dimension === 'money-each' || dimension === 'money' ? 1 : null;
    default:
      return dimension === 'number' || dimension === 'share' ? 1 : null;
  }
}
