import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { namesOf } from '../../formula/names-of.ts';
import { figuresOf } from '../figures-of.ts';
import type { Need, Portfolio, Quantity, Service } from '../portfolio.ts';
import { isInPathway } from '../session-crew.ts';

/** Find what is in the file and used by nothing. */
export function checkUse(portfolio: Portfolio): Finding[] {
  return [
    ...portfolio.services.flatMap(checkRoles),
    ...portfolio.services.flatMap((service) => checkOffers(service, portfolio.needs)),
    ...portfolio.services.flatMap(checkPartners),
    ...portfolio.services.flatMap(checkMat),
    ...portfolio.services.flatMap(checkTravelLoad),
    ...portfolio.services.flatMap(checkLostDays),
    ...portfolio.services.flatMap(checkListToday),
    ...checkContracts(portfolio),
    ...checkAssumptions(portfolio),
    ...checkFamiliarity(portfolio),
    ...checkCriteria(portfolio),
  ];
}

function atKey(finding: Finding): Finding {
  return { ...finding, atKey: true };
}

/** Staff of open sessions, and those who see people by appointment, need no stage. */
function checkRoles(service: Service): Finding[] {
  if (service.entersBySession) return [];
  return service.roles.flatMap((role, index) => {
    const used = (index === 0 && service.appointments !== undefined) || isInPathway(service, index);
    const path = `services.${service.id}.roles.${role.id}`;
    return used ? [] : [atKey(makeFinding('role-unused', path, { name: role.name }))];
  });
}

/** Offers by a role that no stage and no pathway puts beside the person. */
function checkOffers(
  { id, roles, accompany, pathway }: Service,
  needs: readonly Need[],
): Finding[] {
  return pathway.flatMap((stage, i) =>
    stage.offers.flatMap(({ by, need }) => {
      if (by.kind !== 'role') return [];
      if (stage.roles.includes(by.index) || accompany.includes(by.index)) return [];
      const path = `services.${id}.pathway.${i}.meets.${needs[need].id}.by`;
      const details = { role: roles[by.index].name, stage: stage.name };
      return [makeFinding('offer-by-nobody-there', path, details)];
    }),
  );
}

/** Partners who come when the point is closed, or whom no offer names. */
function checkPartners(service: Service): Finding[] {
  const offers = service.pathway.flatMap((stage) => stage.offers);
  return service.partners.flatMap((partner, index) => {
    const path = `services.${service.id}.partners.${partner.id}`;
    const closed = partner.at.filter(
      ({ point, weekday }) =>
        !service.points[point].sessions.some((session) => session.weekday === weekday),
    );
    const findings = closed
      .slice(0, 1)
      .map(() => makeFinding('partner-when-closed', `${path}.at`, { name: partner.name }));
    const offered = offers.some(({ by }) => by.kind === 'partner' && by.index === index);
    if (!offered && service.pathway.length > 0) {
      findings.push(atKey(makeFinding('partner-unused', path, { name: partner.name })));
    }
    return findings;
  });
}

/** MAT at a single contact, which starts none that goes on. */
function checkMat({ id, name, givesMat, pathway }: Service): Finding[] {
  if (!givesMat || pathway.length > 0) return [];
  return [makeFinding('gives-mat-idle', `services.${id}.gives-mat`, { name })];
}

/** Load from travel where nobody travels, or from nowhere. */
function checkTravelLoad({ id, roles, points }: Service): Finding[] {
  return roles.flatMap(({ id: role, name, travelLoad, goesToPeople }) => {
    if (!canBeMore(travelLoad) || (goesToPeople && points.length > 0)) return [];
    const path = `services.${id}.roles.${role}.travel-load`;
    return [makeFinding('travel-load-idle', path, { name, goes: goesToPeople })];
  });
}

/** Lost days where nothing takes place on days. */
function checkLostDays(service: Service): Finding[] {
  const { id, name, lostDays, entersBySession, points, partners, appointments } = service;
  const hasDays = (entersBySession && points.length > 0) || partners.length > 0 || appointments;
  if (!canBeMore(lostDays) || hasDays) return [];
  return [makeFinding('lost-days-idle', `services.${id}.lost-days`, { name })];
}

/** People on a list today where nobody ever waits, or more than may. */
function checkListToday(service: Service): Finding[] {
  const { id, name, entersBySession, appointments, pathway, listAtMost, waitingToday } = service;
  const people = waitingToday.reduce((sum, of) => sum + of.people.value, 0);
  const path = `services.${id}.waiting-today`;
  const [first] = pathway;
  const hasList =
    entersBySession || appointments || (first && (first.roles.length > 0 || first.places >= 0));
  if (people > 0 && !hasList) return [makeFinding('list-missing', path, { name })];
  if (listAtMost === null || people <= listAtMost) return [];
  return [makeFinding('list-over-limit', path, { name, people, limit: listAtMost })];
}

/** Whether a figure is, or may be, more than nothing. */
function canBeMore({ value, high = value }: Quantity): boolean {
  return high > 0;
}

function checkContracts({ contracts, services }: Portfolio): Finding[] {
  const paying = new Set(
    services.flatMap(({ contract, roles, places }) => [
      contract,
      ...roles.map((role) => role.contract),
      ...places.map((place) => place.contract),
    ]),
  );
  return contracts.flatMap(({ id, name }, index) =>
    paying.has(index) ? [] : [atKey(makeFinding('contract-unused', `contracts.${id}`, { name }))],
  );
}

function checkAssumptions(portfolio: Portfolio): Finding[] {
  const used = new Set(formulasOf(portfolio).flatMap((tree) => [...namesOf(tree)]));
  for (const { assumption } of figuresOf(portfolio)) if (assumption) used.add(assumption);
  return portfolio.assumptions.flatMap(({ id, quantity, none, mechanism }) => {
    const path = `assumptions.${id}`;
    const { low, high } = quantity;
    const findings: Finding[] = [];
    // Effects stand among the assumptions by id; plain figures of formulas stand there by path.
    if (!used.has(id)) findings.push(atKey(makeFinding('assumption-unused', path, { id })));
    if (mechanism !== undefined && none === undefined) {
      findings.push(atKey(makeFinding('effect-without-none', path, { id })));
    }
    const ranged = none !== undefined && low !== undefined && high !== undefined;
    if (ranged && (none < low || none > high)) {
      findings.push(atKey(makeFinding('effect-always-there', path, { id })));
    }
    return findings;
  });
}

function formulasOf({ rules, services, principles }: Portfolio) {
  const leaving = services.flatMap(({ pathway }) => pathway.flatMap(({ leave }) => leave ?? []));
  const factors = rules.leaving?.factors.map(({ factor }) => factor) ?? [];
  const tests = principles.flatMap(({ test, partly }) => (partly ? [test, partly] : [test]));
  return [
    rules.familiarity,
    rules.tenureMultiplier,
    rules.uptake,
    ...factors,
    ...leaving,
    ...tests,
  ];
}

/** Familiarity in a formula, and no rule for how it grows: it would always be zero. */
function checkFamiliarity({ rules, services }: Portfolio): Finding[] {
  if (namesOf(rules.familiarity).has('time-together')) return [];
  return services.flatMap(({ id, pathway }) =>
    pathway.flatMap(({ leave }, i) => {
      if (!leave || !namesOf(leave).has('familiarity')) return [];
      return [makeFinding('familiarity-without-rule', `services.${id}.pathway.${i}.leave`, {})];
    }),
  );
}

/** Criteria whose need nobody offers to meet: a gap of the services, good to know. */
function checkCriteria({ standards, services }: Portfolio): Finding[] {
  const offered = new Set(
    services.flatMap(({ pathway, partners }) => [
      ...pathway.flatMap(({ offers }) => offers.map(({ need }) => need)),
      ...partners.map(({ need }) => need),
    ]),
  );
  return standards.flatMap(({ id, standard, need }) => {
    if (offered.has(need)) return [];
    const index = standards.filter((c) => c.standard === standard).findIndex((c) => c.id === id);
    return [makeFinding('criterion-not-offered', `standards.${standard}.${index}.need`, { id })];
  });
}
