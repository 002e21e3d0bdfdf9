import type { CriterionEvidence } from '../comparison/criterion-evidence.ts';
import type { Offer } from '../portfolio/portfolio.ts';
import { nameOf, type Names } from './names.ts';
import { listOf, plainNumber } from './numbers.ts';

/** How support with a need is offered. */
export function offerInWords(how: Offer['how']): string {
  switch (how) {
    case 'given here':
      return 'given there';
    case 'taken along':
      return 'taken along';
    case 'referral':
      return 'referred on';
    case 'leaflet':
      return 'by leaflet';
  }
}

/** Process: "ROADS (given there), One Stop Shop (taken along)"; "Nowhere". */
export function designedInWords(
  { designedIn }: Pick<CriterionEvidence, 'designedIn'>,
  names: Names,
): string {
  const services = designedIn.map(
    ({ service, how }) =>
      `${nameOf({ kind: 'service', id: service }, names)} (${listOf(how.map(offerInWords))})`,
  );
  return services.length > 0 ? services.join(', ') : 'Nowhere';
}

/** Experience: what people said, with the share who agreed where there is one; "Nobody was asked". */
export function saidInWords({ said }: Pick<CriterionEvidence, 'said'>): string {
  if (said.length === 0) return 'Nobody was asked';
  return said
    .map(({ says, agree, survey }) => {
      const share = agree ? `, ${plainNumber(agree.value * 100, 1)} of 100 agree` : '';
      return `${says} (${survey}${share})`;
    })
    .join('. ');
}
