import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import type { Link, Portfolio, Service, Stage } from '../portfolio.ts';

/** Find services that nobody can reach, stages nobody comes to, and pathways nobody can leave. */
export function checkReach(portfolio: Portfolio): Finding[] {
  const reached = reachedServices(portfolio);
  const leaving = servicesWithAWayOut(portfolio);
  return portfolio.services.flatMap((service, index) => {
    const path = `services.${service.id}`;
    if (!reached.has(index)) return [unreached(service, path)];
    if (!leaving.has(index)) {
      return [makeFinding('no-way-out', `${path}.pathway`, { services: service.name })];
    }
    return unreachedStages(service, path);
  });
}

function unreached(service: Service, path: string): Finding {
  return { ...makeFinding('service-unreached', path, { name: service.name }), atKey: true };
}

/** Indexes of the services that some group turns to, or is passed on to. */
function reachedServices({ groups, services }: Portfolio): Set<number> {
  const turns = groups.flatMap(({ turnTo }) => turnTo);
  const reached = new Set<number>();
  const waiting = turns.filter(({ share }) => share.value > 0).map(({ service }) => service);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    for (const { to, share } of linksOf(services[at])) {
      if (typeof to === 'number' && share.value > 0) waiting.push(to);
    }
  }
  return reached;
}

function linksOf({ pathway, contactLeadsTo }: Service): Link[] {
  return [...contactLeadsTo, ...pathway.flatMap(({ then, refers }) => [...then, ...refers])];
}

/**
 * Indexes of the services whose people can stop being supported, here or where
 * they are passed on to. Other life events do not count: they end a person's
 * time in the area, not their support.
 */
function servicesWithAWayOut(portfolio: Portfolio): Set<number> {
  const { services } = portfolio;
  const leaving = new Set<number>();
  let size = -1;
  while (leaving.size > size) {
    size = leaving.size;
    services.forEach((service, index) => {
      if (hasWayOut(service, leaving, portfolio)) leaving.add(index);
    });
  }
  return leaving;
}

function hasWayOut(service: Service, leaving: Set<number>, { handovers }: Portfolio): boolean {
  const { pathway } = service;
  if (pathway.length === 0 || service.limit) return true;
  return cameTo(pathway).some((index) => {
    const stage = pathway[index];
    if (stage.leave) return true;
    if (stage.endsEarly && stage.endsEarly.share.value > 0 && stage.endsEarly.then === 'out') {
      return true;
    }
    if (stage.lasts.law === 'open-ended') return false;
    if (goesOn(stage)) return index === pathway.length - 1;
    return stage.then.some(({ to, share, handover }) => {
      if (share.value <= 0) return false;
      return typeof to !== 'number' || leaving.has(to) || handovers[handover].arrives.value < 1;
    });
  });
}

/** True when somebody who completes the stage goes on to the next one. */
function goesOn({ then }: Stage): boolean {
  return then.every(({ need }) => need !== undefined);
}

/** Indexes of the stages that somebody can come to. */
function cameTo(pathway: Stage[]): number[] {
  const reached: number[] = [];
  for (let i = 0; i < pathway.length; i++) {
    const before = pathway[i - 1];
    if (i > 0 && !reached.includes(i - 1)) break;
    const early = before?.endsEarly?.then === 'next stage' && before.endsEarly.share.value > 0;
    if (i > 0 && !early && (!goesOn(before) || before.lasts.law === 'open-ended')) break;
    reached.push(i);
  }
  return reached;
}

function unreachedStages({ pathway }: Service, path: string): Finding[] {
  const reached = cameTo(pathway);
  const first = pathway[reached.length];
  if (!first) return [];
  const at = `${path}.pathway.${reached.length}.stage`;
  return [makeFinding('stage-unreached', at, { stage: first.name })];
}
