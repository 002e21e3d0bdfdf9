/** What the measures of commissioning are split by: kinds of relationship, providers, links, ways. */
import { partnerLinks } from '../portfolio/partner-links.ts';
import type { Contract, Service } from '../portfolio/portfolio.ts';
import { unpaidOverheads } from '../simulation/full-cost.ts';
import { numberOf, offerId, ownedNumber } from '../simulation/layout.ts';
import type { Program } from '../simulation/compile.ts';
import type { By } from './measure.ts';

/** Numbers of what is added up for one row. */
export interface Row {
  by: By | null;
  of: number[];
}

export interface CommissioningRows {
  /** Roles by the kind of relationship that their workers have. */
  relationships: Row[];
  /** Services by the sector of the provider who does the work, and by its size; all of them first. */
  providers: Row[];
  /** Contracts by the sector and the size of whoever holds them. */
  holders: Row[];
  /** Contracts by who funds them. */
  funders: Row[];
  /** Ways from one service to another (from × services + to); each way that is described has a row. */
  links: Row[];
  /** Offers by how they are made, within the need that they meet. */
  offers: Row[];
  /** Share of each role's posts that is held by people with lived experience, by volunteers. */
  livedExperience: Float64Array;
  volunteers: Float64Array;
  /**
   * Of what each contract pays of a service's spend, the share on top that no award pays and
   * somebody carries: [service * contracts + contract].
   */
  unpaidOverheads: Float64Array;
  /** Of what each contract pays, the share that a lead keeps and the work goes without. */
  keptByLead: Float64Array;
  /**
   * The service that each contract pays for, the first where there are several, or else the first
   * with a role or places that it pays for; -1: none.
   */
  serviceOf: Int32Array;
}

/** Return the rows of a program, as its scenario describes roles, providers and links. */
export function commissioningRows({ layout, scenario }: Program): CommissioningRows {
  const count = layout.services.ids.length;
  const livedExperience = new Float64Array(layout.roles.ids.length);
  const volunteers = new Float64Array(layout.roles.ids.length);
  const relationships = new Rows();
  const providers = new Rows();
  const holders = new Rows();
  const funders = new Rows();
  const links = new Rows();
  const contracts = layout.contracts.ids.length;
  const unpaid = new Float64Array(count * contracts);
  const kept = new Float64Array(contracts);
  const serviceOf = new Int32Array(contracts).fill(-1);
  scenario.contracts.forEach(({ id }, index) => {
    const service = servicePaidBy(scenario.services, index);
    if (service) serviceOf[numberOf(layout.contracts, id)] = numberOf(layout.services, service.id);
  });
  const offers = new Rows();
  for (const service of scenario.services) {
    const s = numberOf(layout.services, service.id);
    const { sector, size } = service.provider;
    for (const payer of scenario.contracts) {
      const at = s * contracts + numberOf(layout.contracts, payer.id);
      unpaid[at] = carriedOverheads(payer, service);
    }
    providers.add(null, s);
    if (sector) providers.add({ kind: 'sector', id: sector }, s);
    if (size) providers.add({ kind: 'size', id: size }, s);
    for (const role of service.roles) {
      const r = ownedNumber(layout.roles, s, role.id);
      livedExperience[r] = role.livedExperience.value;
      volunteers[r] = role.volunteer ? 1 : 0;
      relationships.add({ kind: 'relationship', id: role.relationship }, r);
    }
    for (const stage of service.pathway) {
      const t = ownedNumber(layout.stages, s, stage.id);
      for (const offer of stage.offers) {
        const need = scenario.needs[offer.need].id;
        offers.add(
          { kind: 'how', id: offer.how.replace(' ', '-'), within: { kind: 'need', id: need } },
          ownedNumber(layout.offers, t, offerId(scenario, service, offer)),
        );
      }
    }
    for (const other of scenario.services) {
      const way = s * count + numberOf(layout.services, other.id);
      links.add(null, way);
      if (leadsTo(service, scenario.services.indexOf(other))) {
        links.add(
          { kind: 'service', id: service.id, within: { kind: 'service', id: other.id } },
          way,
        );
      }
      const across = sector && other.provider.sector && sector !== other.provider.sector;
      if (across) links.add({ kind: 'link', id: 'across-sectors' }, way);
    }
  }
  for (const contract of scenario.contracts) {
    const c = numberOf(layout.contracts, contract.id);
    funders.add({ kind: 'funder', id: contract.funder }, c);
    if (contract.shortfall === 'carried') kept[c] = contract.lead?.keeps.value ?? 0;
    const doer = scenario.services.find(({ id }) => id === layout.services.ids[serviceOf[c]]);
    const holder = contract.lead ?? doer?.provider;
    if (holder?.sector) holders.add({ kind: 'sector', id: holder.sector }, c);
    if (holder?.size) holders.add({ kind: 'size', id: holder.size }, c);
  }
  for (const { from, to, agreements, unanswered } of partnerLinks(scenario)) {
    const [f, t] = [from, to].map((i) => numberOf(layout.services, scenario.services[i].id));
    const way = f * count + t;
    links.add({ kind: 'link', id: 'between-organisations' }, way);
    if (agreements.length === 0) links.add({ kind: 'link', id: 'without-agreement' }, way);
    if (unanswered.includes('information')) {
      links.add({ kind: 'link', id: 'without-information-sharing' }, way);
    }
    if (unanswered.includes('disputes')) {
      links.add({ kind: 'link', id: 'without-dispute-resolution' }, way);
    }
  }
  return {
    relationships: relationships.all,
    providers: providers.all,
    holders: holders.all,
    funders: funders.all,
    links: links.all,
    offers: offers.all,
    livedExperience,
    volunteers,
    unpaidOverheads: unpaid,
    keptByLead: kept,
    serviceOf,
  };
}

/** The first service that a contract pays for; where it pays for none, the first that it pays a part of. */
function servicePaidBy(services: readonly Service[], contract: number): Service | undefined {
  return (
    services.find((service) => service.contract === contract) ??
    services.find(({ roles, places }) =>
      [...roles, ...places].some((of) => of.contract === contract),
    )
  );
}

/** Share of what a contract pays for in a service that no award pays and somebody carries. */
function carriedOverheads(contract: Contract, service: Service): number {
  return contract.shortfall === 'carried' ? unpaidOverheads(contract, service) : 0;
}

/** True where the model describes a way from a service to the one with this index. */
function leadsTo({ pathway, contactLeadsTo }: Service, index: number): boolean {
  return [...contactLeadsTo, ...pathway.flatMap(({ then, refers }) => [...then, ...refers])].some(
    ({ to }) => to === index,
  );
}

/** Rows in the order in which they first have something. */
class Rows {
  readonly all: Row[] = [];
  private readonly byKey = new Map<string, Row>();

  add(by: By | null, of: number): void {
    const key = JSON.stringify(by);
    let row = this.byKey.get(key);
    if (!row) {
      row = { by, of: [] };
      this.byKey.set(key, row);
      this.all.push(row);
    }
    row.of.push(of);
  }
}
