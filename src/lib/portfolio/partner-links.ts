import { QUESTIONS, type Question } from './agreement.ts';
import type { HandoverKind, Portfolio, Service } from './portfolio.ts';

/** A way by which people pass between services of different providers, whatever the link. */
export interface PartnerLink {
  /** Indexes of services. */
  from: number;
  to: number;
  handovers: HandoverKind[];
  /** Indexes of the agreements that its links name; empty where none stands behind it. */
  agreements: number[];
  /** Questions that none of them answers. */
  unanswered: Question[];
}

/** Return the ways between services of different providers, each once, in the order of the file. */
export function partnerLinks(portfolio: Portfolio): PartnerLink[] {
  const { services, agreements } = portfolio;
  const ways = new Map<string, PartnerLink>();
  services.forEach((service, from) => {
    for (const { to, handover, agreement } of linksOf(service)) {
      if (typeof to !== 'number' || !isAnother(service, services[to])) continue;
      const key = `${from} ${to}`;
      const way = ways.get(key) ?? { from, to, handovers: [], agreements: [], unanswered: [] };
      ways.set(key, way);
      if (!way.handovers.includes(handover)) way.handovers.push(handover);
      if (agreement === undefined || way.agreements.includes(agreement)) continue;
      way.agreements.push(agreement);
    }
  });
  for (const way of ways.values()) {
    const answered = way.agreements.flatMap((index) => agreements[index].answers.value ?? []);
    way.unanswered = QUESTIONS.filter((question) => !answered.includes(question));
  }
  return [...ways.values()];
}

/** Providers without a name are taken for one each. */
function isAnother(one: Service, other: Service): boolean {
  return one !== other && (one.provider.name === '' || one.provider.name !== other.provider.name);
}

function linksOf({ pathway, contactLeadsTo }: Service) {
  return [...pathway.flatMap(({ refers, then }) => [...refers, ...then]), ...contactLeadsTo];
}
