import type { By } from '../measures/measure.ts';

/** A measure and what it is split by, as estimates and differences carry them. */
export interface Measured {
  id: string;
  by: By | null;
}

/** The stratum of services paid by awards that end: what a change of terms can reach. */
export const AWARDS = { kind: 'funding', id: 'awards' } as const;

/** True for what counts services paid by awards that end, and no others. */
export function isOfAwards({ by }: Measured): boolean {
  return isAwards(by) || isAwards(by?.within);
}

/**
 * The same measure in services paid by awards that end; null where it has no
 * such split: of a service, a locality or a promise.
 */
export function ofAwards({ id, by }: Measured): Measured | null {
  if (by === null) return { id, by: { ...AWARDS } };
  if ((by.kind === 'reason' || by.kind === 'year') && !by.within)
    return { id, by: { ...by, within: { ...AWARDS } } };
  return null;
}

/** The same measure without the split by funding: its title where a heading says which services. */
export function ofAllServices({ id, by }: Measured): Measured {
  if (by?.kind === 'funding') return { id, by: null };
  if (by?.within?.kind !== 'funding') return { id, by };
  return { id, by: { kind: by.kind, id: by.id } };
}

/**
 * "in all services", where the same is also counted in services paid by awards
 * that end, so that no reader takes one for the other; otherwise "".
 *
 * `among` are the measures of the same results. What is counted in awards
 * says so by itself.
 */
export function whichServices(measure: Measured, among: readonly Measured[]): string {
  const awards = ofAwards(measure);
  if (awards === null) return '';
  return among.some((one) => one.id === awards.id && isSameSplit(one.by, awards.by))
    ? 'in all services'
    : '';
}

function isSameSplit(a: By | null, b: By | null): boolean {
  const part = (by: By | null) => [by?.kind, by?.id, by?.within?.kind, by?.within?.id].join(' ');
  return part(a) === part(b);
}

function isAwards(split: { kind: string; id: string } | null | undefined): boolean {
  return split?.kind === AWARDS.kind && split.id === AWARDS.id;
}
