import type { By, Gap, Measure } from './measure.ts';
import { LESS_DEPRIVED, MOST_DEPRIVED } from './people-rows.ts';

/** Measures whose gap by deprivation is told. */
const TOLD = [
  'supported-per-1000',
  'started-per-1000',
  'wait-mean',
  'started-by-21-days',
  'stopped-waiting-share',
  'cut-short-per-100',
  'kept-a-worker-a-year',
  'criterion-reached',
  'criterion-days',
];

/** The gaps of a plan's measures: none where no locality says how deprived it is. */
export function planGaps(measures: readonly Measure[]): Gap[] {
  return measures.filter(isOf(MOST_DEPRIVED)).flatMap((most): Gap[] => {
    const others = measures.find(
      (one) => one.id === most.id && isOf(LESS_DEPRIVED)(one) && nameOf(one) === nameOf(most),
    );
    if (!others || !TOLD.includes(most.id)) return [];
    // Days and people reached in time are two measures of one promise.
    const by: By =
      most.by?.kind === 'criterion'
        ? { kind: 'criterion', id: most.by.id, within: { kind: 'measure', id: most.id } }
        : { kind: 'measure', id: most.id };
    return [
      { id: 'deprivation-gap', by, unit: most.unit, most, others },
      { id: 'deprivation-ratio', by, unit: 'ratio', most, others },
    ];
  });
}

function isOf({ kind, id }: By): (measure: Measure) => boolean {
  return ({ by }) =>
    (by?.kind === kind && by.id === id) || (by?.within?.kind === kind && by.within.id === id);
}

function nameOf({ by }: Measure): string {
  return by?.kind === 'criterion' ? by.id : '';
}
