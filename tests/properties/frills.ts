import fc from 'fast-check';
import { smallPortfolio, type Allowed, type Raw } from './small-portfolio.ts';

/** Services of the kinds that a small portfolio leaves out, each by its own contract. */
const moreServices: Record<string, Raw> = {
  van: {
    kind: 'vehicle',
    roles: {
      crew: {
        posts: 2,
        cost: '30000 GBP per year',
        leave: '40% per year',
        replaced: { mean: '6 weeks' },
        'recruitment-cost': '2000 GBP each',
      },
    },
    round: [
      { day: 'Tuesday', at: 'north', from: '10:00', to: '14:00' },
      { day: 'Friday', at: 'west', from: '12:00', to: '16:00' },
      { day: 'Thursday', at: 'north', from: '09:00', to: '11:00' },
    ],
    contacts: '1 per hour',
    'lost-days': '10%',
    'a-contact-leads-to': [
      { to: 'first', share: '30%', handover: 'accompanied' },
      { to: 'hub', share: '20%', handover: 'warm' },
    ],
  },
  hub: {
    kind: 'hub',
    'gives-mat': true,
    roles: {
      host: {
        posts: 2,
        caseload: 12,
        cost: '35000 GBP per year',
        leave: '30% per year',
        replaced: { mean: '8 weeks' },
        'asks-for-another': '30% per year',
        'handover-warm': '50%',
      },
    },
    points: {
      door: { at: 'north', open: 'Monday to Friday 10:00-16:00', 'people-a-session': 3 },
      annex: { at: 'north', open: ['Thursday 09:00-16:00'], 'people-a-session': 2 },
      spoke: { at: 'west', open: ['Wednesday 10:00-14:00'] },
    },
    partners: {
      adviser: {
        meets: 'housing',
        at: 'door on Tuesday and Thursday; spoke on Wednesday',
        'people-a-day': 2,
        provider: 'Somebody else',
      },
    },
    'known-worker-first': true,
    pathway: [
      {
        stage: 'welcome',
        with: 'host',
        lasts: { mean: '3 months' },
        leave: '5% per month',
        meets: { housing: { by: 'adviser', after: '1 week', for: '70%' } },
        refers: [
          { to: 'clinic', share: '30%', after: '2 weeks', handover: 'supported', need: 'company' },
        ],
      },
    ],
  },
  clinic: {
    kind: 'clinic',
    roles: { clinician: { posts: 1, cost: '60000 GBP per year' } },
    appointments: '6 per week',
    pathway: [{ stage: 'visits', with: 'none', lasts: { mean: '6 weeks' } }],
  },
  rehab: {
    kind: 'residential',
    places: { placements: { price: '10000 GBP each', budget: '60000 GBP per financial year' } },
    pathway: [
      {
        stage: 'placement',
        with: 'none',
        uses: 'placements',
        lasts: { mean: '12 weeks', spread: '4 weeks' },
        'ends-early': { share: '25%', refund: '20%', then: 'out' },
      },
    ],
  },
};

/** A small portfolio with some of everything else that the language can say. */
export function frilledPortfolio(allowed: Allowed = {}): fc.Arbitrary<Raw> {
  const some = fc.subarray(Object.keys(moreServices), { minLength: 1 });
  const shares = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 4, maxLength: 4 });
  return fc
    .record({ raw: smallPortfolio(allowed), some, shares, today: fc.nat({ max: 6 }) })
    .map(({ raw, some: kinds, shares: sizes, today }) => {
      const here = (to: unknown) => kinds.includes(String(to)) || to === 'first';
      const more = kinds.map((id) => [id, withLinksTo(here, moreServices[id])]);
      const services = { ...(raw.services as Record<string, Raw>), ...Object.fromEntries(more) };
      const contracts = Object.keys(raw.contracts as Raw);
      kinds.forEach((id, i) => {
        services[id] = {
          name: id,
          provider: { name: `Provider of ${id}`, sector: 'third', size: 'local' },
          'paid-by': contracts[i % contracts.length],
          ...services[id],
        };
      });
      const groups = Object.entries(raw.groups as Record<string, Raw>).map(([id, group], i) => [
        id,
        turningTo(kinds, sizes, withTravel(group, i)),
      ]);
      // After a warm-up, so that they are no different from people who came before the start.
      if (today > 0 && allowed.warmUp) services.first = withToday(services.first, today);
      return {
        ...raw,
        services,
        groups: withFamilies(Object.fromEntries(groups) as Record<string, Raw>),
        rules: {
          ...(raw.rules as Raw),
          uptake: '1 / (1 + exp((travel-time - travel-half) / spread))',
        },
        assumptions: {
          ...(raw.assumptions as Raw),
          spread: { best: '10 minutes', why: 'made up' },
        },
        standards: {
          'mat-8': [
            { id: 'home', promise: 'A home', need: 'housing', within: '8 weeks' },
            { id: 'here', promise: 'Here', need: 'housing', within: '8 weeks', 'same-visit': true },
          ],
        },
      };
    });
}

/** Links to services that are not there are left out. */
function withLinksTo(here: (to: unknown) => boolean, service: Raw): Raw {
  const kept = (links: unknown) => (links as Raw[]).filter(({ to }) => here(to));
  const pathway = (service.pathway as Raw[] | undefined)?.map((stage) =>
    stage.refers ? { ...stage, refers: kept(stage.refers) } : stage,
  );
  const contacts = service['a-contact-leads-to'];
  return {
    ...service,
    ...(pathway ? { pathway } : {}),
    ...(contacts ? { 'a-contact-leads-to': kept(contacts) } : {}),
  };
}

/** A quarter at most turn to each of the new services; the others keep three in a hundred of theirs. */
function turningTo(kinds: string[], sizes: number[], group: Raw): Raw {
  const before = Object.entries(group['turn-to'] as Record<string, Raw>).map(([id, turn]) => [
    id,
    { ...turn, share: `${Math.floor(parseInt(String(turn.share)) / 10)}%` },
  ]);
  const sum = Math.max(100, sizes.reduce((a, b) => a + b, 0) + 15);
  const more = kinds.map((id, i) => [id, { share: `${Math.floor((85 * sizes[i]) / sum)}%` }]);
  return { ...group, 'turn-to': Object.fromEntries([...before, ...more]) };
}

function withTravel(group: Raw, i: number): Raw {
  return i === 0 ? { ...group, travels: { 'half-would-not-go-beyond': '30 minutes' } } : group;
}

function withFamilies(groups: Record<string, Raw>): Record<string, Raw> {
  if (!groups['group-2']) return groups;
  return { ...groups, 'group-2': { ...groups['group-2'], 'family-of': 'group-1' } };
}

function withToday(service: Raw, people: number): Raw {
  const [first, ...rest] = service.pathway as Raw[];
  const pathway = [{ ...first, today: { 'group-1': people } }, ...rest];
  return { ...service, pathway, 'waiting-today': { 'group-1': people } };
}

/** Either kind of portfolio. */
export function anyPortfolio(allowed: Allowed = {}): fc.Arbitrary<Raw> {
  return fc.oneof(smallPortfolio(allowed), frilledPortfolio(allowed));
}
