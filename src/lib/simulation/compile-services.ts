/** Services, roles, stages, places and offers of one portfolio, on a layout's numbering. */
import { hashText } from '../engine/random.ts';
import type { Link, Portfolio, Service, Stage } from '../portfolio/portfolio.ts';
import { compileCostsBeside, fullCostOf } from './full-cost.ts';
import { numberOf, offerId, ownedNumber, referIds, type Layout } from './layout.ts';
import type { LengthTable } from './lengths.ts';
import {
  AFTER_LIST_FIRST,
  AFTER_LIST_LAST,
  AFTER_SHARED_OUT,
  BY_PARTNER,
  BY_ROLE,
  BY_SERVICE,
  HANDOVERS,
  TO_FINISHED,
  TO_OUT,
  type Links,
  type Parameters,
} from './parameters.ts';

const AFTER = {
  'shared out': AFTER_SHARED_OUT,
  'list first': AFTER_LIST_FIRST,
  'list last': AFTER_LIST_LAST,
};

type ServicePart = Pick<
  Parameters,
  | 'serviceOn'
  | 'givesMat'
  | 'knownWorkerFirst'
  | 'entersBySession'
  | 'listAtMost'
  | 'limitDays'
  | 'serviceContract'
  | 'fixedCost'
  | 'besideFirst'
  | 'besideContract'
  | 'besideCost'
  | 'lostDays'
  | 'appointments'
  | 'firstStage'
  | 'contactLinks'
  | 'accompanyFirst'
  | 'accompanyRole'
>;
type RolePart = Pick<
  Parameters,
  | 'posts'
  | 'caseload'
  | 'postCost'
  | 'recruitmentCost'
  | 'asksForAnother'
  | 'notice'
  | 'replaced'
  | 'handoverWarm'
  | 'afterWorkerLeaves'
  | 'loadFactor'
  | 'roleContract'
>;
type StagePart = Pick<
  Parameters,
  | 'stageNext'
  | 'stageRolesFirst'
  | 'stageRoles'
  | 'stagePlaces'
  | 'stageLasts'
  | 'stageLoad'
  | 'endsEarly'
  | 'earlyRefund'
  | 'earlyNext'
  | 'thenLinks'
  | 'today'
>;
type OfferPart = Pick<
  Parameters,
  | 'offerOn'
  | 'offerNeed'
  | 'offerBy'
  | 'offerByIndex'
  | 'offerAfter'
  | 'offerAccepted'
  | 'offerGivenHere'
  | 'offerCriteria'
  | 'referOn'
  | 'referTo'
  | 'referShare'
  | 'referAfter'
  | 'referHandover'
  | 'referNeed'
>;
type PlacePart = Pick<Parameters, 'beds' | 'price' | 'budget' | 'placesContract'>;

/** The service of a portfolio that has number `s` in the layout, if it has one. */
export function serviceAt(p: Portfolio, layout: Layout, s: number): Service | undefined {
  return p.services.find(({ id }) => id === layout.services.ids[s]);
}

function stageAt(p: Portfolio, layout: Layout, t: number): Stage | undefined {
  return serviceAt(p, layout, layout.stages.service[t])?.pathway.find(
    ({ id }) => id === layout.stages.ids[t],
  );
}

export function compileServices(p: Portfolio, layout: Layout): ServicePart {
  const n = layout.services.ids.length;
  const part: ServicePart = {
    serviceOn: new Uint8Array(n),
    givesMat: new Uint8Array(n),
    knownWorkerFirst: new Uint8Array(n),
    entersBySession: new Uint8Array(n),
    listAtMost: new Int32Array(n).fill(-1),
    limitDays: new Float64Array(n).fill(Infinity),
    serviceContract: new Int32Array(n).fill(-1),
    fixedCost: new Float64Array(n),
    ...compileCostsBeside(p, layout),
    lostDays: new Float64Array(n),
    appointments: new Float64Array(n).fill(-1),
    firstStage: new Int32Array(n).fill(-1),
    contactLinks: compileLinks(
      p,
      layout,
      layout.services.ids.map((_id, s) => serviceAt(p, layout, s)?.contactLeadsTo ?? []),
    ),
    accompanyFirst: new Int32Array(n + 1),
    accompanyRole: new Int32Array(0),
  };
  const accompany: number[] = [];
  for (let s = 0; s < n; s++) {
    const service = serviceAt(p, layout, s);
    if (service) {
      part.serviceOn[s] = 1;
      part.givesMat[s] = service.givesMat ? 1 : 0;
      part.knownWorkerFirst[s] = service.knownWorkerFirst ? 1 : 0;
      part.entersBySession[s] = service.entersBySession ? 1 : 0;
      part.listAtMost[s] = service.listAtMost ?? -1;
      part.limitDays[s] = service.limit?.value ?? Infinity;
      part.serviceContract[s] = numberOf(layout.contracts, p.contracts[service.contract].id);
      part.fixedCost[s] = service.fixedCost.value;
      part.lostDays[s] = service.lostDays.value;
      part.appointments[s] = service.appointments ? service.appointments.value : -1;
      if (service.pathway.length > 0) {
        part.firstStage[s] = ownedNumber(layout.stages, s, service.pathway[0].id);
      }
      for (const r of service.accompany) {
        accompany.push(ownedNumber(layout.roles, s, service.roles[r].id));
      }
    }
    part.accompanyFirst[s + 1] = accompany.length;
  }
  part.accompanyRole = Int32Array.from(accompany);
  return part;
}

export function compileRoles(p: Portfolio, layout: Layout, lengths: LengthTable): RolePart {
  const n = layout.roles.ids.length;
  const homes = layout.localities.ids.length;
  const part: RolePart = {
    posts: new Float64Array(n),
    caseload: new Float64Array(n),
    postCost: new Float64Array(n),
    recruitmentCost: new Float64Array(n),
    asksForAnother: new Float64Array(n),
    notice: new Float64Array(n),
    replaced: new Int32Array(n),
    handoverWarm: new Float64Array(n),
    afterWorkerLeaves: new Uint8Array(n),
    loadFactor: new Float64Array(n * homes).fill(1),
    roleContract: new Int32Array(n).fill(-1),
  };
  const costs = p.contracts.map((_contract, c) => fullCostOf(p, c));
  for (let r = 0; r < n; r++) {
    const service = serviceAt(p, layout, layout.roles.service[r]);
    const role = service?.roles.find(({ id }) => id === layout.roles.ids[r]);
    if (!service || !role) continue;
    const isPaid = role.cost.value > 0;
    part.posts[r] = role.posts.value * (isPaid ? costs[role.contract].posts : 1);
    part.caseload[r] = role.caseload.byDefault ? Infinity : role.caseload.value * 1000;
    part.recruitmentCost[r] = role.recruitmentCost.value;
    part.asksForAnother[r] = role.asksForAnother.value;
    part.postCost[r] = role.cost.value;
    part.notice[r] = role.notice.value;
    part.replaced[r] = lengths.add(role.replaced);
    part.handoverWarm[r] = role.handoverWarm.value;
    part.afterWorkerLeaves[r] = AFTER[role.afterWorkerLeaves];
    part.roleContract[r] = numberOf(layout.contracts, p.contracts[role.contract].id);
    if (!role.goesToPeople || role.travelLoad.value === 0) continue;
    for (let h = 0; h < homes; h++) {
      const minutes = shortestTravel(p, service, localityIn(p, layout, h));
      part.loadFactor[r * homes + h] = 1 + role.travelLoad.value * minutes;
    }
  }
  return part;
}

/** Days of travel from a home to the nearest point of a service; 0 where it has none. */
export function shortestTravel(p: Portfolio, service: Service, home: number): number {
  if (home < 0 || service.points.length === 0) return 0;
  let best = Infinity;
  for (const point of service.points) best = Math.min(best, p.travel[home][point.locality]);
  return best;
}

/** Index in the portfolio of the locality that has number `h` in the layout. */
export function localityIn(p: Portfolio, layout: Layout, h: number): number {
  return p.localities.findIndex(({ id }) => id === layout.localities.ids[h]);
}

export function compileStages(p: Portfolio, layout: Layout, lengths: LengthTable): StagePart {
  const n = layout.stages.ids.length;
  const part: StagePart = {
    stageNext: new Int32Array(n).fill(TO_FINISHED),
    stageRolesFirst: new Int32Array(n + 1),
    stageRoles: new Int32Array(0),
    stagePlaces: new Int32Array(n).fill(-1),
    stageLasts: new Int32Array(n),
    stageLoad: new Float64Array(n).fill(1),
    endsEarly: new Float64Array(n),
    earlyRefund: new Float64Array(n),
    earlyNext: new Uint8Array(n),
    today: [],
    thenLinks: compileLinks(
      p,
      layout,
      layout.stages.ids.map((_id, t) => stageAt(p, layout, t)?.then ?? []),
    ),
  };
  const roles: number[] = [];
  for (let t = 0; t < n; t++) {
    const s = layout.stages.service[t];
    const service = serviceAt(p, layout, s);
    const stage = stageAt(p, layout, t);
    if (service && stage) {
      const after = service.pathway[service.pathway.indexOf(stage) + 1];
      if (after) part.stageNext[t] = ownedNumber(layout.stages, s, after.id);
      for (const r of stage.roles) {
        roles.push(ownedNumber(layout.roles, s, service.roles[r].id));
      }
      if (stage.places >= 0) {
        part.stagePlaces[t] = ownedNumber(layout.places, s, service.places[stage.places].id);
      }
      const together = stage.togetherToday ? lengths.add(stage.togetherToday) : -1;
      for (const { group, people } of stage.today) {
        part.today.push({
          stage: t,
          group: numberOf(layout.groups, p.groups[group].id),
          people: Math.round(people.value),
          together,
        });
      }
      part.stageLasts[t] = lengths.add(stage.lasts);
      part.stageLoad[t] = stage.load;
      part.endsEarly[t] = stage.endsEarly?.share.value ?? 0;
      part.earlyRefund[t] = stage.endsEarly?.refund.value ?? 0;
      part.earlyNext[t] = stage.endsEarly?.then === 'next stage' ? 1 : 0;
    }
    part.stageRolesFirst[t + 1] = roles.length;
  }
  part.stageRoles = Int32Array.from(roles);
  return part;
}

export function compilePlaces(p: Portfolio, layout: Layout): PlacePart {
  const n = layout.places.ids.length;
  const part: PlacePart = {
    beds: new Float64Array(n),
    price: new Float64Array(n),
    budget: new Float64Array(n).fill(-1),
    placesContract: new Int32Array(n).fill(-1),
  };
  for (let i = 0; i < n; i++) {
    const service = serviceAt(p, layout, layout.places.service[i]);
    const places = service?.places.find(({ id }) => id === layout.places.ids[i]);
    if (!places) continue;
    part.beds[i] = places.beds?.value ?? 0;
    if (places.bought) {
      part.price[i] = places.bought.price.value;
      part.budget[i] = places.bought.budget.value * 365.25;
    }
    part.placesContract[i] = numberOf(layout.contracts, p.contracts[places.contract].id);
  }
  return part;
}

export function compileOffers(p: Portfolio, layout: Layout): OfferPart {
  const offers = layout.offers.ids.length;
  const refers = layout.refers.ids.length;
  const part: OfferPart = {
    offerOn: new Uint8Array(offers),
    offerNeed: new Int32Array(offers),
    offerBy: new Uint8Array(offers),
    offerByIndex: new Int32Array(offers).fill(-1),
    offerAfter: new Float64Array(offers),
    offerAccepted: new Float64Array(offers),
    offerGivenHere: new Uint8Array(offers),
    offerCriteria: new Int32Array(offers),
    referOn: new Uint8Array(refers),
    referTo: new Int32Array(refers),
    referShare: new Float64Array(refers),
    referAfter: new Float64Array(refers),
    referHandover: new Uint8Array(refers),
    referNeed: new Int32Array(refers).fill(-1),
  };
  for (let t = 0; t < layout.stages.ids.length; t++) {
    const service = serviceAt(p, layout, layout.stages.service[t]);
    const stage = stageAt(p, layout, t);
    if (!service || !stage) continue;
    for (const offer of stage.offers) {
      const o = ownedNumber(layout.offers, t, offerId(p, service, offer));
      part.offerOn[o] = 1;
      part.offerNeed[o] = numberOf(layout.needs, p.needs[offer.need].id);
      part.offerAfter[o] = offer.after.value;
      part.offerAccepted[o] = offer.accepted.value;
      part.offerGivenHere[o] = offer.how === 'given here' ? 1 : 0;
      if (offer.by.kind === 'role') {
        part.offerBy[o] = BY_ROLE;
        part.offerByIndex[o] = ownedNumber(
          layout.roles,
          layout.stages.service[t],
          service.roles[offer.by.index].id,
        );
      } else if (offer.by.kind === 'partner') {
        part.offerBy[o] = BY_PARTNER;
        part.offerByIndex[o] = ownedNumber(
          layout.partners,
          layout.stages.service[t],
          service.partners[offer.by.index].id,
        );
      } else {
        part.offerBy[o] = BY_SERVICE;
      }
      part.offerCriteria[o] = criteriaMet(p, layout, service, offer);
    }
    const ids = referIds(p, stage.refers);
    stage.refers.forEach((refer, i) => {
      const f = ownedNumber(layout.refers, t, ids[i]);
      part.referOn[f] = 1;
      part.referTo[f] = destination(p, layout, refer.to);
      part.referShare[f] = refer.share.value;
      part.referAfter[f] = refer.after.value;
      part.referHandover[f] = HANDOVERS.indexOf(refer.handover);
      part.referNeed[f] =
        refer.need === undefined ? -1 : numberOf(layout.needs, p.needs[refer.need].id);
    });
  }
  return part;
}

/** Criteria that an offer can meet; being at the same visit is judged when it happens. */
function criteriaMet(
  p: Portfolio,
  layout: Layout,
  service: Service,
  offer: Stage['offers'][number],
): number {
  let mask = 0;
  for (const criterion of p.standards) {
    if (criterion.need !== offer.need) continue;
    if (criterion.byTrainedStaff && !offer.trained) continue;
    if (criterion.independentOf !== null) {
      const treatment = p.services[criterion.independentOf].provider.name;
      const given =
        offer.by.kind === 'partner'
          ? (service.partners[offer.by.index].provider ?? service.provider.name)
          : service.provider.name;
      if (given === treatment) continue;
    }
    mask |= 1 << numberOf(layout.criteria, criterion.id);
  }
  return mask;
}

function destination(p: Portfolio, layout: Layout, to: Link['to']): number {
  if (to === 'finished') return TO_FINISHED;
  if (to === 'out') return TO_OUT;
  return numberOf(layout.services, p.services[to].id);
}

function compileLinks(p: Portfolio, layout: Layout, byOwner: Link[][]): Links {
  const all = byOwner.flat();
  const first = new Int32Array(byOwner.length + 1);
  byOwner.forEach((links, i) => (first[i + 1] = first[i] + links.length));
  return {
    first,
    to: Int32Array.from(all, (link) => destination(p, layout, link.to)),
    share: Float64Array.from(all, (link) => link.share.value),
    handover: Uint8Array.from(all, (link) => HANDOVERS.indexOf(link.handover)),
    need: Int32Array.from(all, (link) =>
      link.need === undefined ? -1 : numberOf(layout.needs, p.needs[link.need].id),
    ),
    key: Int32Array.from(all, (link) =>
      hashText(typeof link.to === 'number' ? p.services[link.to].id : `:${link.to}`),
    ),
  };
}
