import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver } from '$lib/simulation/money-gone.ts';
import { isAccepting } from '$lib/simulation/referrals.ts';
import { leadRole } from '$lib/simulation/relationships.ts';
import {
  FILLED_DAYS,
  FUNDING_ENDED,
  LIST_DAYS,
  LOAD_DAYS,
  MOVED_ON_WARM,
  PLANNED_ENDING,
  PRESENT_DAYS,
  REASONS,
  REFERRED,
  RELATIONSHIPS_BEGUN,
  SERVICE_COLUMNS,
} from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { World } from '$lib/simulation/world.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { oneTeam } from './one-team.ts';
import { keep, modelOf, programOf } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** A replication of a model of one team: by month and in all, how relationships ended, and who is left. */
function run(raw: Raw, replication = 0) {
  const simulation = new Simulation(programOf(modelOf(raw)));
  const record = keep(simulation.run(7, replication));
  const at = (m: number, column: number) => record.byService[m * SERVICE_COLUMNS + column];
  const daily = (m: number, column: number) =>
    at(m, column) / (record.monthStarts[m + 1] - record.monthStarts[m]);
  let begun = 0;
  for (let m = 0; m < record.months; m++) begun += at(m, RELATIONSHIPS_BEGUN);
  const ended = (reason: number) => {
    let sum = record.goingAtStart[reason];
    for (let i = reason; i < record.endings.length; i += REASONS.length) sum += record.endings[i];
    return sum;
  };
  const { world } = simulation as unknown as { world: World };
  return { record, daily, begun, ended, last: record.months - 1, world };
}

/** An award that ends on 31 March 2028, and nothing is done about it but what is said. */
function award(refused: Raw, end: unknown = 'stop'): Raw {
  return {
    ...{ funder: 'Nobody', pays: '0 GBP per year', term: '120 months' },
    ...{ 'first-ends': '2028-03-31', decided: '1 month before it ends' },
    ...{ renewed: '0% within a year', 'when-refused': refused, 'at-an-unrenewed-end': end },
  };
}

const reTendered = (after: string, transfer: string) => ({
  're-tendered': { share: '100%', after: { exactly: after }, 'staff-who-transfer': transfer },
});
const lost = { 'money-lost': '100%' };
const forGood = { funder: 'Nobody', pays: '0 GBP per year', term: 'recurrent' };

/** A hundred people, each with a worker and a peer. */
function pairs(refused: Raw, service: Raw, { peers = 20, worker = {}, peer = {} } = {}): Raw {
  const role = { caseload: 5, cost: '0 GBP per year', replaced: { exactly: '1 day' } };
  const stage = { stage: 'support', lasts: { exactly: '20 years' }, today: { people: 100 } };
  const raw = oneTeam({
    question: 'Who is left with whom?',
    arrive: '0 per month',
    roles: { worker: { posts: 20, ...role, ...worker }, peer: { posts: peers, ...role, ...peer } },
    pathway: [{ with: 'worker', ...stage }],
  });
  const { team } = raw.services as Record<string, Raw>;
  return {
    ...raw,
    contracts: { money: award(refused), 'good-money': forGood },
    services: { team: { ...team, ...service } },
  };
}

describe('people with a worker and a peer, when half of the staff move to a new provider', () => {
  const good = { 'paid-by': 'good-money' };
  const bad = { 'paid-by': 'money' };
  const beside = [
    { stage: 'support', with: ['worker', 'peer'], lasts: { exactly: '20 years' } },
  ].map((stage) => ({ ...stage, today: { people: 100 } }));
  it.each<[string, Raw, Raw, Raw]>([
    ['accompanied by the peer', { accompany: ['peer'] }, {}, {}],
    ['in a stage with both', { pathway: beside }, {}, {}],
    ['whose peers another contract pays', { accompany: ['peer'] }, {}, good],
    ['whose workers another contract pays', { accompany: ['peer'] }, good, {}],
    ['in a service of another contract', { accompany: ['peer'], ...good }, bad, {}],
    ['in a service of another contract, peers too', { accompany: ['peer'], ...good }, bad, bad],
  ])('keep whoever moves, and get the other again: %s', (_where, service, worker, peer) => {
    const raw = pairs(reTendered('60 days', '50%'), service, { worker, peer });
    for (let replication = 0; replication < 5; replication++) {
      const { daily, begun, ended, last } = run(raw, replication);
      // April 2028 lies in the gap: everybody in post has the five whom they had.
      const held = daily(12, LOAD_DAYS);
      expect(held).toBeCloseTo(5 * daily(12, FILLED_DAYS), 6);
      expect(ended(FUNDING_ENDED)).toBeCloseTo(200 - held, 6);
      const present = Math.round(daily(12, PRESENT_DAYS));
      expect(present).toBeGreaterThan(60);
      expect(daily(last, PRESENT_DAYS)).toBeCloseTo(present, 6);
      expect(daily(last, LOAD_DAYS)).toBeCloseTo(2 * present, 6);
      expect(begun).toBeCloseTo(2 * present - held, 6);
    }
  });

  it('nobody waits for a peer whose money is gone for good, or is left without a worker', () => {
    const inOthers = { accompany: ['peer'], 'paid-by': 'good-money' };
    const gone = { 'paid-by': 'money' };
    // Half of them have no peer, and wait for one.
    const peersGo = run(pairs(lost, inOthers, { peers: 10, peer: gone }));
    expect(peersGo.ended(FUNDING_ENDED)).toBe(50);
    expect(Math.round(peersGo.daily(peersGo.last, PRESENT_DAYS))).toBe(100);
    expect(Array.from(peersGo.world.listHead.slice(0, 2))).toEqual([-1, -1]);
    const workersGo = run(pairs(lost, inOthers, { worker: gone }));
    expect(workersGo.ended(FUNDING_ENDED)).toBe(200);
    expect(workersGo.daily(12, PRESENT_DAYS)).toBe(0);
  });
});

describe('a service whose first worker another contract pays', () => {
  // Ten a month come to a team that is full, and its workers' money ends a year on.
  const full = (refused: Raw, end?: Raw) => {
    const { groups, ...raw } = pairs(refused, { 'paid-by': 'good-money' });
    const people = { ...(groups as { people: Raw }).people, arrive: '10 per month' };
    const team = (raw.services as { team: Raw }).team;
    const roles = team.roles as { worker: Raw; peer: Raw };
    const worker = { ...roles.worker, 'paid-by': 'money' };
    return run({
      ...{ ...raw, groups: { people } },
      contracts: { money: award(refused, end), 'good-money': forGood },
      services: { team: { ...team, roles: { ...roles, worker } } },
    });
  };

  it.each<[string, Raw | undefined]>([
    ['with the money', undefined],
    ['for a year yet with those it has', { 'see-people-through': '12 months' }],
  ])('clears its list and takes nobody when those workers go: %s', (_when, end) => {
    const { daily, last } = full(lost, end);
    expect(daily(11, LIST_DAYS)).toBeGreaterThan(80);
    // The award ends as 31 March does, so April begins with nobody on the list.
    for (let m = 12; m <= last; m++) expect(daily(m, LIST_DAYS)).toBe(0);
    for (let m = 12; m <= last; m++) expect(daily(m, REFERRED)).toBe(0);
  });

  it('takes people again when the new award begins', () => {
    const { daily } = full(reTendered('60 days', '0%'));
    expect([daily(12, REFERRED), daily(12, LIST_DAYS)]).toEqual([0, 0]);
    expect(daily(15, REFERRED)).toBeGreaterThan(0);
  });
});

describe('placements of a year that another contract pays', () => {
  // One placement at a time would be enough for a few; nobody who waits has any more patience than time.
  const rehab = (pathway: Raw[], arrive: string, refused: Raw = lost) => {
    const raw = oneTeam({
      ...{ question: 'Who waits for a placement?', arrive, pathway },
      roles: { worker: { posts: 20, caseload: 10, cost: '0 GBP per year' } },
    });
    const { team } = raw.services as { team: Raw };
    const places = { placements: { price: '10 GBP each', budget: '30 GBP per financial year' } };
    const paid = { placements: { ...places.placements, 'paid-by': 'money' } };
    return run({
      ...{ ...raw, contracts: { money: award(refused), 'good-money': forGood } },
      services: { team: { ...team, 'paid-by': 'good-money', places: paid } },
    });
  };
  const away = { stage: 'away', holds: 'placements', lasts: { exactly: '12 weeks' } };

  it('are waited for no longer once the money is gone, by those who would come and those who are there', () => {
    const entry = rehab([{ ...away, with: 'worker' }], '1 per month');
    expect(entry.daily(11, LIST_DAYS)).toBeGreaterThan(5);
    for (let m = 12; m <= entry.last; m++) expect(entry.daily(m, LIST_DAYS)).toBe(0);
    for (let m = 12; m <= entry.last; m++) expect(entry.daily(m, REFERRED)).toBe(0);
    // Forty are with a worker and wait to go away; three have been.
    const today = { people: 40 };
    const first = { stage: 'first', with: 'worker', lasts: { exactly: '1 day' }, today };
    const within = rehab([first, { ...away, with: 'worker' }], '0 per month');
    expect([within.ended(PLANNED_ENDING), within.ended(FUNDING_ENDED)]).toEqual([3, 37]);
    expect(within.daily(12, PRESENT_DAYS)).toBe(0);
  });

  it('are waited for by those who have a worker when the money is to come again', () => {
    const today = { people: 40 };
    const first = { stage: 'first', with: 'worker', lasts: { exactly: '1 day' }, today };
    const pathway = [first, { ...away, with: 'worker' }];
    const again = rehab(pathway, '0 per month', reTendered('60 days', '0%'));
    expect(again.daily(12, PRESENT_DAYS)).toBeGreaterThan(0);
    expect(again.ended(FUNDING_ENDED)).toBe(0);
  });
});

/** People in a first stage until 1 October 2028, and others in a last one with workers of another role. */
function twoStages(first: number, later: number, two: Raw, lasts: string, refused: Raw = lost) {
  const role = { caseload: 10, cost: '0 GBP per year', replaced: { exactly: '0 days' } };
  return oneTeam({
    question: 'Who is seen through?',
    arrive: '0 per month',
    roles: { one: { posts: 5, ...role }, two: { ...role, ...two } },
    pathway: [
      ...[
        { stage: 'first', with: 'one', lasts: { exactly: '18 months' }, today: { people: first } },
      ],
      {
        ...{ stage: 'second', with: 'two', lasts: { exactly: '6 months' } },
        then: [{ to: 'finished', share: '100%' }],
      },
      { stage: 'third', with: 'two', lasts: { exactly: lasts }, today: { people: later } },
    ],
    money: award(refused, { 'see-people-through': '24 months' }),
  });
}

describe('people who are seen through to a stage with another worker', () => {
  it('go on with a colleague who stays and has room, and finish', () => {
    const { begun, ended, daily, last } = run(twoStages(50, 30, { posts: 10 }, '22 months'));
    expect(begun).toBe(50);
    expect([ended(MOVED_ON_WARM), ended(PLANNED_ENDING), ended(FUNDING_ENDED)]).toEqual([
      50, 80, 0,
    ]);
    expect(daily(last, PRESENT_DAYS)).toBe(0);
  });

  it('wait for a colleague who has no room, and who does not go before they have come', () => {
    const { begun, ended } = run(twoStages(1, 1, { posts: 1, caseload: 1 }, '20 months'));
    expect([begun, ended(PLANNED_ENDING), ended(FUNDING_ENDED)]).toEqual([1, 2, 0]);
  });

  it('are let go at once where nobody stays to take them', () => {
    const { begun, ended, daily } = run(twoStages(50, 30, { posts: 10 }, '6 months'));
    expect([begun, ended(MOVED_ON_WARM), ended(FUNDING_ENDED)]).toEqual([0, 0, 50]);
    expect(Math.round(daily(16, PRESENT_DAYS))).toBe(50);
    expect(daily(19, PRESENT_DAYS)).toBe(0);
  });

  it('wait for a new award that begins while they are seen through, and for none that comes later', () => {
    const soon = reTendered('20 months', '0%');
    const waited = run(twoStages(1, 1, { posts: 1 }, '6 months', soon));
    expect([waited.begun, waited.ended(MOVED_ON_WARM), waited.ended(PLANNED_ENDING)]).toEqual([
      1, 1, 2,
    ]);
    const late = reTendered('26 months', '0%');
    const { begun, ended } = run(twoStages(1, 1, { posts: 1 }, '6 months', late));
    expect([begun, ended(MOVED_ON_WARM), ended(FUNDING_ENDED)]).toEqual([0, 0, 1]);
  });
});

/** The n-th stage is the peers’ wherever there are any, and they are paid by another contract. */
function withPeers(raw: Raw, n: number): Raw {
  const services = Object.entries(raw.services as Record<string, Raw>).map(([id, service]) => {
    if (!(service.roles as Raw | undefined)?.peer) return [id, service];
    const pathway = (service.pathway as Raw[]).map((stage, i) =>
      i === n ? { ...stage, with: 'peer' } : stage,
    );
    return [id, { ...service, pathway }];
  });
  return { ...raw, services: Object.fromEntries(services) };
}

/** What is wrong with where people in services are at the end of a run. */
function limbo(w: World): string[] {
  const wrong: string[] = [];
  for (let e = 0; e < w.eCount; e += w.eRow) {
    if (w.eListed[e] === 1 && !isAccepting(w, w.eService[e])) {
      wrong.push(`${e} waits for ${w.eService[e]}, which takes nobody`);
    }
    if (w.eBegun[e] === 0 || w.eStage[e] < 0) continue;
    const lead = leadRole(w, w.eStage[e]);
    let isServed = lead < 0 || w.ePlacesNode[e] >= 0;
    for (let at = e; at < e + w.eHolds[e]; at++) {
      if (w.eRole[at] === lead && (w.eRelationship[at] >= 0 || w.eNode[at] >= 0)) isServed = true;
      if (w.eNode[at] < 0 || !isOver(w, w.terms.roleContract[w.eRole[at]], true)) continue;
      const c = w.terms.roleContract[w.eRole[at]];
      const stays = w.posts.role.some(
        (role, i) => role === w.eRole[at] && w.posts.throughOnly[i] === 1,
      );
      if (!stays) wrong.push(`${e} waits for ${w.eRole[at]}, paid by ${c} until ${w.cEnds[c]}`);
    }
    if (!isServed) wrong.push(`${e} has and waits for nobody in ${lead}`);
  }
  return wrong;
}

describe('whoever is in a service at the end of a run', patience, () => {
  it('has the worker whom their stage needs, or waits for one who may come', () => {
    fc.assert(
      fc.property(anyPortfolio(), fc.constantFrom(-1, 0, 1), (raw, peers) => {
        const simulation = new Simulation(programOf(modelOf(withPeers(raw, peers))));
        // At several times, for at the end most awards have ended long ago.
        for (const until of [200, 400, Infinity]) {
          simulation.run(7, 0, { until });
          expect(limbo((simulation as unknown as { world: World }).world)).toEqual([]);
        }
      }),
      times(50),
    );
  });
});

describe('the award that runs at the start', () => {
  const ends = (Date.UTC(2029, 11, 31) - Date.UTC(2027, 2, 31)) / 86_400_000;

  it.each([12, 24, 36, 7])('ends where the model says: %i months each', (months) => {
    for (const warmUp of ['none', '3 years']) {
      const money = {
        ...award(lost),
        ...{ pays: '36525 GBP per year', term: `${months} months`, 'first-ends': '2029-12-31' },
      };
      const raw = twoStages(1, 1, { posts: 1 }, '6 months');
      const today: Raw = { ...raw, horizon: '4 years', 'warm-up': warmUp, contracts: { money } };
      if (warmUp !== 'none') {
        const { team } = raw.services as { team: Raw };
        const pathway = (team.pathway as Raw[]).map(({ today: _, ...stage }) => stage);
        today.services = { team: { ...team, pathway } };
      }
      const { record } = run(today);
      const paid = record.commitment.reduce((sum, pounds) => sum + pounds, 0);
      expect(paid).toBeCloseTo(100 * ends, 6);
    }
  });
});

describe('a worker who stays no longer than their notice', () => {
  it('takes nobody at all', () => {
    // Everybody in post leaves within ten years, and knows it from the first day.
    const role = { posts: 20, caseload: 5, cost: '0 GBP per year', leave: '100% per year' };
    const raw = oneTeam({
      ...{ question: 'Who is taken on?', arrive: '20 per month' },
      roles: { worker: { ...role, notice: '120 months', replaced: { exactly: '1 month' } } },
      pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '1 month' } }],
    });
    const { begun, daily, last } = run(raw);
    expect(daily(last, FILLED_DAYS)).toBeGreaterThan(10);
    expect(begun).toBe(0);
  });
});
