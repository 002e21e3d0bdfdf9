import type { FlexibilityEffect } from '../portfolio/flexibility.ts';
import type { Portfolio, Service } from '../portfolio/portfolio.ts';

/** Return what all ways in which a service is flexible do together: the product of their factors. */
export function flexibilityFactor(
  { rules }: Portfolio,
  service: Service,
  of: keyof FlexibilityEffect,
): number {
  return service.flexibility.reduce((all, way) => all * rules.flexibility[way][of].value, 1);
}
