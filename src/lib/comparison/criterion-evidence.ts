/**
 * What is known of each promise of the MAT standards, in three kinds of
 * evidence that are never merged: process (is it designed in), numerical (what
 * a run shows) and experiential (what people said when asked).
 */
import type { Criterion, Offer, Portfolio, Service, Source } from '../portfolio/portfolio.ts';
import type { SurveyAnswer } from '../portfolio/survey.ts';
import type { Estimate } from './summary.ts';

export interface CriterionEvidence {
  id: string;
  standard: Criterion['standard'];
  promise: string;
  /** Services that offer what counts for it, with how. */
  designedIn: { service: string; how: Offer['how'][] }[];
  /** Of 100 who start MAT with the need, those reached in time; null before a run. */
  reached: Estimate | null;
  said: (SurveyAnswer & { survey: string; asked: string; source: Source | null })[];
}

/** Return the evidence for each promise, in the order of the file. */
export function criterionEvidence(
  portfolio: Portfolio,
  measures: readonly Estimate[] | null,
): CriterionEvidence[] {
  const { standards, services, surveys, sources } = portfolio;
  return standards.map((criterion) => ({
    id: criterion.id,
    standard: criterion.standard,
    promise: criterion.promise,
    designedIn: services.flatMap((service) => {
      const how = service.pathway
        .flatMap(({ offers }) => offers)
        .filter((offer) => counts(criterion, offer, service, portfolio))
        .map((offer) => offer.how);
      return how.length > 0 ? [{ service: service.id, how: [...new Set(how)] }] : [];
    }),
    reached:
      measures?.find(
        ({ id, by }) =>
          id === 'criterion-reached' &&
          by?.kind === 'criterion' &&
          by.id === criterion.id &&
          !by.within,
      ) ?? null,
    said: surveys.flatMap(({ name, asked, found, source }) =>
      found
        .filter(({ criteria }) => criteria.includes(criterion.id))
        .map((answer) => ({
          ...{ ...answer, survey: name, asked },
          source: sources.find(({ id }) => id === source) ?? null,
        })),
    ),
  }));
}

/** Whether an offer can count; that it is the same visit is judged when it happens. */
function counts(
  { need, byTrainedStaff, independentOf }: Criterion,
  offer: Offer,
  service: Service,
  { services }: Portfolio,
): boolean {
  if (offer.need !== need || (byTrainedStaff && !offer.trained)) return false;
  if (independentOf === null) return true;
  const { by } = offer;
  const own = service.provider.name;
  const giver = by.kind === 'partner' ? (service.partners[by.index].provider ?? own) : own;
  return giver !== services[independentOf].provider.name;
}
