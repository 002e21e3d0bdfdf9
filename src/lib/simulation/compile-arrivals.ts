import type { Portfolio, Service } from '../portfolio/portfolio.ts';
import { flexibilityFactor } from './flexibility-factor.ts';
import { numberOf, type Layout } from './layout.ts';
import { HANDOVERS } from './parameters.ts';

/**
 * Share of those passed on who turn up, by kind of handover and way from one
 * service to another: that of the handover, times how flexible the service is
 * that they go to, times what an agreement on sharing information does.
 */
export function compileArrivals(p: Portfolio, layout: Layout): Float64Array {
  const services = layout.services.ids.length;
  const arrives = new Float64Array(HANDOVERS.length * services * services);
  HANDOVERS.forEach((kind, h) => {
    arrives.fill(
      p.handovers[kind].arrives.value,
      h * services * services,
      (h + 1) * services * services,
    );
  });
  for (const to of p.services) {
    const t = numberOf(layout.services, to.id);
    const flexible = flexibilityFactor(p, to, 'turningUp');
    for (const from of p.services) {
      const f = numberOf(layout.services, from.id);
      const factor = flexible * agreementFactor(p, from, p.services.indexOf(to));
      for (let h = 0; h < HANDOVERS.length; h++) {
        const at = (h * services + f) * services + t;
        arrives[at] = Math.min(1, arrives[at] * factor);
      }
    }
  }
  return arrives;
}

/** Factor of an agreement that answers how information is shared; 1 without one. */
function agreementFactor({ agreements, rules }: Portfolio, from: Service, to: number): number {
  const links = [
    ...from.pathway.flatMap(({ refers, then }) => [...refers, ...then]),
    ...from.contactLeadsTo,
  ];
  const isAgreed = links.some(
    (link) =>
      link.to === to &&
      link.agreement !== undefined &&
      agreements[link.agreement].answers.value?.includes('information'),
  );
  return isAgreed ? rules.turningUpWithAgreement.value : 1;
}
