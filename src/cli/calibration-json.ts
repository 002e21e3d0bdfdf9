import type { Calibration, Outcome } from '$lib/calibration/calibrate.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { verdictSentence, type Told } from './calibration-text.ts';

/** Return a calibration as JSON; `bide` is the version of its form. */
export function calibrationJson(calibration: Calibration, told: Told): string {
  const { fittings, outcomes, equallyGood, misfit, tried, changes, isGood, problem } = calibration;
  const { id, title, notice, rules } = told.model;
  return `${JSON.stringify(
    {
      bide: 1,
      kind: 'calibration',
      engine: engineVersion,
      portfolio: { id, title, notice },
      seed: told.seed,
      replications: told.replications,
      structure: rules.leaving?.fallsWith ?? null,
      says: verdictSentence(calibration),
      isGood,
      misfit,
      tried,
      assumptions: fittings,
      targets: outcomes.map(plain),
      outsideTheModel: problem.outside.map(({ id: target, says, value, outsideTheModel }) => ({
        id: target,
        says,
        seen: value.written,
        why: outsideTheModel,
      })),
      equallyGood,
      changes,
    },
    null,
    2,
  )}\n`;
}

function plain({ target, measure, isFitted, ...one }: Outcome) {
  return {
    id: target.id,
    says: target.says,
    measure: measure.id,
    by: measure.by,
    unit: measure.unit,
    isFitted,
    isHeldOut: target.heldOut,
    ...one,
  };
}
