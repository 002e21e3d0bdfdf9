import fc from 'fast-check';

/** A portfolio as its file holds it, before it is written as YAML. */
export type Raw = Record<string, unknown>;

/** What a generated portfolio may hold; everything may, unless it is said otherwise. */
export interface Allowed {
  /** Awards that end, beside recurrent money. */
  awards?: boolean;
  /** Awards are renewed without fail, and no effect of insecurity is assumed. */
  neutral?: boolean;
  /** People move away or die. */
  lifeEvents?: boolean;
  /** People come back, and are passed on. */
  journeys?: boolean;
  warmUp?: 'none' | '1 year';
}

const localities = ['north', 'south', 'west'];
const needs = ['housing', 'company'];
const contractIds = ['alpha', 'beta', 'gamma'];
const serviceIds = ['first', 'second', 'third', 'fourth'];

const percent = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => `${n}%`);
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const lengths = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n) => ({ mean: `${n} weeks` })),
  fc.integer({ min: 1, max: 20 }).map((n) => ({ exactly: `${n} weeks` })),
  fc.integer({ min: 2, max: 20 }).map((n) => ({ mean: `${n} weeks`, spread: `${n - 1} weeks` })),
  fc.integer({ min: 2, max: 20 }).map((n) => ({ mean: `${n} weeks`, shape: 2 })),
);

function award(allowed: Allowed): fc.Arbitrary<Raw> {
  const recurrent = { funder: 'Nobody', pays: '90000 GBP per year', term: 'recurrent' };
  if (allowed.awards === false) return fc.constant(recurrent);
  const fixed = fc
    .record({
      term: oneOf('12 months', '24 months', '36 months'),
      ends: oneOf('2027-06-30', '2027-10-14', '2028-03-31'),
      decided: oneOf(0, 1, 3),
      renewed: allowed.neutral ? fc.constant('100%') : percent(30, 95),
      reTendered: fc.integer({ min: 0, max: 100 }),
      gap: lengths,
      transfer: percent(0, 100),
      through: oneOf<unknown>('stop', { 'see-people-through': '4 months' }),
    })
    .map((one) => ({
      funder: 'Nobody',
      pays: '90000 GBP per year',
      term: one.term,
      'first-ends': one.ends,
      decided: `${one.decided} months before it ends`,
      renewed: `${one.renewed} within a year`,
      'when-refused': {
        're-tendered': {
          share: `${one.reTendered}%`,
          after: one.gap,
          'staff-who-transfer': one.transfer,
        },
        'money-lost': { share: `${100 - one.reTendered}%` },
      },
      'at-an-unrenewed-end': one.through,
    }));
  return fc.oneof(fc.constant(recurrent), fixed);
}

function group(services: string[], allowed: Allowed): fc.Arbitrary<Raw> {
  return fc
    .record({
      arrive: fc.integer({ min: 1, max: 6 }),
      north: fc.integer({ min: 0, max: 60 }),
      south: fc.integer({ min: 0, max: 40 }),
      housing: percent(0, 100),
      patience: fc.oneof(lengths, fc.constant('open-ended')),
      life: allowed.lifeEvents === false ? fc.constant('0%') : percent(0, 60),
      back: percent(10, 80),
      backAfter: lengths,
      doesComeBack: allowed.journeys === false ? fc.constant(false) : fc.boolean(),
      shares: fc.array(fc.integer({ min: 0, max: 10 }), {
        minLength: services.length,
        maxLength: services.length,
      }),
      first: fc.boolean(),
    })
    .map((one) => {
      const sum = one.shares.reduce((a, b) => a + b, 1);
      const turns = services.map((id, i) => [
        id,
        {
          share: `${Math.floor((100 * one.shares[i]) / sum)}%`,
          'first-in-line': one.first && i === 0,
        },
      ]);
      return {
        name: 'People',
        arrive: `${one.arrive} per month`,
        live: {
          north: `${one.north}%`,
          south: `${one.south}%`,
          west: `${100 - one.north - one.south}%`,
        },
        needs: { housing: one.housing },
        patience: one.patience,
        'other-life-events': `${one.life} per year`,
        'turn-to': Object.fromEntries(turns),
        ...(one.doesComeBack ? { 'comes-back': { share: one.back, after: one.backAfter } } : {}),
      };
    });
}

function role(allowed: Allowed): fc.Arbitrary<Raw> {
  return fc
    .record({
      posts: fc.integer({ min: 1, max: 5 }),
      caseload: fc.integer({ min: 1, max: 8 }),
      leaves: fc.boolean(),
      leave: percent(10, 150),
      replaced: lengths,
      warm: percent(0, 100),
      after: oneOf('shared out', 'list first', 'list last'),
    })
    .map(({ posts, caseload, leaves, leave, replaced, warm, after }) => ({
      posts: posts / 2,
      caseload,
      cost: '40000 GBP per year',
      ...(leaves
        ? {
            leave: `${leave} per year`,
            notice: allowed.neutral ? '0 days' : '2 weeks',
            replaced,
            'handover-warm': warm,
            'after-worker-leaves': after,
          }
        : {}),
    }));
}

function service(at: number, ids: string[], pots: string[], allowed: Allowed) {
  const contract = pots[at % pots.length];
  const another = pots[(at + 1) % pots.length];
  const onward = allowed.journeys === false ? [] : ids.slice(at + 1);
  return fc
    .record({
      kind: oneOf('team', 'team', 'community', 'residential', 'drop-in'),
      worker: role(allowed),
      peer: role(allowed),
      accompanied: fc.boolean(),
      beds: fc.integer({ min: 1, max: 6 }),
      list: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      limit: fc.option(fc.integer({ min: 4, max: 40 }), { nil: undefined }),
      first: lengths,
      second: lengths,
      leave: oneOf('4% per month', 'early-leaving * leaving', undefined),
      onTo: fc.integer({ min: 0, max: 100 }),
      handover: oneOf('warm', 'cold', 'accompanied', 'supported'),
      peopleASession: fc.integer({ min: 1, max: 6 }),
      offers: fc.boolean(),
      mat: fc.boolean(),
    })
    .map((one) => {
      const worked = one.kind === 'team' || one.kind === 'drop-in';
      const to = onward[0];
      const second: Raw = {
        stage: 'second',
        with: worked ? 'worker' : 'none',
        lasts: one.second,
        ...(one.leave ? { leave: one.leave } : {}),
        ...(to
          ? {
              then: [
                { to, share: `${one.onTo}%`, handover: one.handover },
                { to: 'finished', share: `${100 - one.onTo}%` },
              ],
            }
          : {}),
      };
      const first: Raw = {
        stage: 'first',
        with: worked ? 'worker' : 'none',
        ...(one.kind === 'residential' ? { uses: 'beds' } : {}),
        lasts: one.first,
        ...(one.leave ? { leave: one.leave } : {}),
        ...(one.offers ? { meets: { housing: { after: '2 weeks', for: '60%' } } } : {}),
      };
      return {
        name: 'A service',
        kind: one.kind,
        provider: { name: 'Nobody', sector: 'third', size: 'local' },
        'paid-by': contract,
        'fixed-cost': '5000 GBP per year',
        'gives-mat': one.mat,
        ...(worked
          ? {
              roles: one.accompanied
                ? { worker: one.worker, peer: { ...one.peer, 'paid-by': another } }
                : { worker: one.worker },
            }
          : {}),
        ...(worked && one.accompanied ? { accompany: ['peer'] } : {}),
        ...(one.kind === 'residential' ? { places: { beds: { beds: one.beds } } } : {}),
        ...(one.kind === 'drop-in'
          ? {
              points: {
                hall: {
                  at: 'north',
                  open: ['Tuesday 10:00-14:00', 'Thursday 10:00-14:00'],
                  'people-a-session': one.peopleASession,
                },
              },
            }
          : {}),
        ...(one.list === undefined ? {} : { list: { 'at-most': one.list } }),
        ...(one.limit === undefined ? {} : { limit: `${one.limit} weeks` }),
        pathway: [first, second],
      };
    });
}

/** A small portfolio that is valid by construction: one to four services, one to three groups. */
export function smallPortfolio(allowed: Allowed = {}): fc.Arbitrary<Raw> {
  return fc
    .record({
      services: fc.integer({ min: 1, max: 4 }),
      groups: fc.integer({ min: 1, max: 3 }),
      contracts: fc.integer({ min: 1, max: 3 }),
      insecurity: oneOf(0, 2),
    })
    .chain(({ services, groups, contracts, insecurity }) => {
      const ids = serviceIds.slice(0, services);
      const pots = contractIds.slice(0, contracts);
      return fc
        .record({
          services: fc.tuple(...ids.map((_id, i) => service(i, ids, pots, allowed))),
          groups: fc.array(group(ids, allowed), { minLength: groups, maxLength: groups }),
          contracts: fc.tuple(...pots.map(() => award(allowed))),
          keeps: percent(0, 100),
          structure: oneOf('familiarity', 'time-in-service', 'lasting-differences'),
          arrives: percent(20, 100),
        })
        .map((one) => ({
          bide: 1,
          title: 'A small portfolio',
          question: 'Does it add up?',
          notice: 'Made up by a test.',
          start: '2027-04-01',
          horizon: '2 years',
          'warm-up': allowed.warmUp ?? 'none',
          prices: 'none',
          localities: Object.fromEntries(
            localities.map((id, i) => [id, { name: id, people: 5000, at: [55.4 + i / 20, -4.6] }]),
          ),
          needs: Object.fromEntries(needs.map((id) => [id, id])),
          groups: Object.fromEntries(one.groups.map((made, i) => [`group-${i + 1}`, made])),
          services: Object.fromEntries(ids.map((id, i) => [id, one.services[i]])),
          contracts: Object.fromEntries(pots.map((id, i) => [id, one.contracts[i]])),
          handovers: Object.fromEntries(
            ['warm', 'cold', 'accompanied', 'supported'].map((kind) => [
              kind,
              { arrives: one.arrives, keeps: one.keeps },
            ]),
          ),
          assumptions: {
            'early-leaving': { best: '6% per month', why: 'made up' },
            'familiarity-time': { best: '6 months', why: 'made up' },
            'fades-in': { best: '4 months', why: 'made up' },
            insecurity: { best: allowed.neutral ? 0 : insecurity, low: 0, high: 4, why: 'made up' },
          },
          rules: {
            familiarity: '1 - exp(-time-together / familiarity-time)',
            leaving: {
              'falls-with': one.structure,
              familiarity: { factor: '1 - 0.5 * familiarity' },
              'time-in-service': { factor: '1 / (1 + time-in-service / fades-in)' },
              'lasting-differences': { spread: 1.2 },
            },
            'tenure-multiplier': '1 + insecurity * exp(-confirmed-funding / fades-in)',
            renewal: 'per year',
            'new-people-stop': allowed.neutral ? '0 days' : '1 month',
            'hiring-needs': allowed.neutral ? '0 days' : '2 months',
          },
        }));
    });
}
