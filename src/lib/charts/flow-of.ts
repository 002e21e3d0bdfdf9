import type { HandoverKind, Link, Portfolio, Service } from '../portfolio/portfolio.ts';

export interface FlowNode {
  id: string;
  label: string;
  kind: 'group' | 'service';
  /** Share of those who complete support here that need no more, 0 to 1; null where not said. */
  finish: number | null;
}

export interface FlowLink {
  from: string;
  to: string;
  /** Share of those who leave `from` this way, 0 to 1. */
  share: number;
  /** How people pass on; null for people who turn to a service by themselves. */
  handover: HandoverKind | null;
  /** True where the next support stands beside this one, not after it. */
  beside: boolean;
}

export interface Flow {
  nodes: FlowNode[];
  links: FlowLink[];
}

/**
 * Who turns to which service, and how people pass between services. Several
 * links between the same two become one, with the kind of handover of the
 * largest. People who leave early are not in it.
 */
export function flowOf(portfolio: Pick<Portfolio, 'groups' | 'services'>): Flow {
  const { groups, services } = portfolio;
  const nodes: FlowNode[] = [
    ...groups.map(({ id, name }) => ({
      id: `group-${id}`,
      label: name,
      kind: 'group' as const,
      finish: null,
    })),
    ...services.map((service) => ({
      id: service.id,
      label: service.name,
      kind: 'service' as const,
      finish: service.pathway.length === 0 ? null : finishShare(service),
    })),
  ];
  const links = [
    ...groups.flatMap(({ id, turnTo }) =>
      turnTo.map(({ service, share }) => ({
        from: `group-${id}`,
        to: services[service].id,
        share: share.value,
        handover: null,
        beside: false,
      })),
    ),
    ...services.flatMap((service) =>
      [
        ...onward(service).map(({ link, reach }) => ({
          link,
          share: link.share.value * reach,
          beside: false,
        })),
        ...service.contactLeadsTo.map((link) => ({ link, share: link.share.value, beside: true })),
        ...service.pathway
          .flatMap(({ refers }) => refers)
          .map((link) => ({ link, share: link.share.value, beside: true })),
      ].flatMap(({ link, share, beside }) =>
        typeof link.to === 'number'
          ? [{ from: service.id, to: services[link.to].id, share, handover: link.handover, beside }]
          : [],
      ),
    ),
  ];
  return { nodes, links: merged(links) };
}

/** Links at the ends of stages, each with the share of people who come that far. */
function onward({ pathway }: Service): { link: Link; reach: number }[] {
  let reach = 1;
  return pathway.flatMap(({ then }) => {
    const links = then.map((link) => ({ link, reach }));
    const leaving = then
      .filter(({ need }) => need === undefined)
      .reduce((sum, { share }) => sum + share.value, 0);
    reach *= Math.max(0, 1 - leaving);
    return links;
  });
}

/** A last stage without links ends in "finished". */
function finishShare(service: Service): number {
  const links = onward(service);
  const last = service.pathway[service.pathway.length - 1];
  if (last.then.length === 0) {
    const gone = links
      .filter(({ link }) => link.need === undefined)
      .reduce((sum, { link, reach }) => sum + link.share.value * reach, 0);
    return Math.max(0, 1 - gone);
  }
  return links
    .filter(({ link }) => link.to === 'finished')
    .reduce((sum, { link, reach }) => sum + link.share.value * reach, 0);
}

function merged(links: readonly FlowLink[]): FlowLink[] {
  const byPair = new Map<string, FlowLink & { largest: number }>();
  for (const link of links) {
    const key = `${link.from} ${link.to} ${link.beside}`;
    const before = byPair.get(key);
    if (!before) byPair.set(key, { ...link, largest: link.share });
    else {
      before.share = Math.min(1, before.share + link.share);
      if (link.share > before.largest) {
        before.largest = link.share;
        before.handover = link.handover;
      }
    }
  }
  return [...byPair.values()].map(({ from, to, share, handover, beside }) => ({
    from,
    to,
    share,
    handover,
    beside,
  }));
}
