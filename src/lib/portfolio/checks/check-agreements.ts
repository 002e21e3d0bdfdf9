import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { partnerLinks } from '../partner-links.ts';
import type { Portfolio } from '../portfolio.ts';

/** Find agreements that no link names, and links between organisations that name none. */
export function checkAgreements(portfolio: Portfolio): Finding[] {
  const { services, agreements } = portfolio;
  // Where a file records no agreements at all, their absence says nothing.
  if (agreements.length === 0) return [];
  const links = services.flatMap(({ pathway, contactLeadsTo }) => [
    ...pathway.flatMap(({ refers, then }) => [...refers, ...then]),
    ...contactLeadsTo,
  ]);
  const used = new Set(links.map(({ agreement }) => agreement));
  const unused = agreements.flatMap(({ id, name }, index) =>
    used.has(index) ? [] : [makeFinding('agreement-unused', `agreements.${id}`, { name })],
  );
  const ways = partnerLinks(portfolio);
  const bare = services.flatMap(({ id, name }, index) => {
    const without = ways.filter((way) => way.from === index && way.agreements.length === 0);
    if (without.length === 0) return [];
    const to = without.map((way) => services[way.to].name).join(', ');
    return [makeFinding('links-without-agreement', `services.${id}`, { from: name, to })];
  });
  return [...unused, ...bare];
}
