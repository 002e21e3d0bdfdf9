import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import {
  BUDGET_LEFT,
  FILLED_DAYS,
  FUNDED_DAYS,
  FUNDING_ENDED,
  LIST_DAYS,
  REASONS,
  REFERRED,
  SERVICE_COLUMNS,
} from '$lib/simulation/replication.ts';
import { patience } from './how-often.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

const recurrent = { funder: 'Nobody', pays: '0 GBP per year', term: 'recurrent' };

/** Services on money for good, and people who turn to the first of them. */
function portfolio(services: Record<string, Raw>, more: Raw = {}): Raw {
  const base = { provider: { name: 'Nobody', sector: 'third', size: 'local' }, 'paid-by': 'money' };
  const named = Object.entries(services).map(([id, service]) => [
    id,
    { name: id, ...base, ...service },
  ]);
  return {
    bide: 1,
    title: 'Small',
    question: 'What happens on the day of the start?',
    notice: 'Made up by a test.',
    start: '2027-04-01',
    horizon: '3 years',
    'warm-up': '1 year',
    prices: 'none',
    localities: { town: { name: 'Town', people: 5000 } },
    groups: {
      people: {
        name: 'People',
        arrive: '8 per month',
        live: { town: '100%' },
        patience: 'open-ended',
        'other-life-events': '0% per year',
        'turn-to': { [Object.keys(services)[0]]: '100%' },
      },
    },
    services: Object.fromEntries(named),
    contracts: { money: recurrent },
    handovers: { accompanied: { arrives: '100%', keeps: '0%' } },
    ...more,
  };
}

const worker = (posts: number, more: Raw = {}) => ({
  posts,
  caseload: 10,
  cost: '0 GBP per year',
  ...more,
});
const stage = (lasts: string, more: Raw = {}) => [
  { stage: 'support', with: 'worker', lasts: { mean: lasts }, ...more },
];

/** What a replication of some changes counts of each service over all months. */
function run(raw: Raw, changes: Change[]) {
  const program = programOf(modelOf(raw), changes);
  const record = simulate(program);
  const { ids } = program.layout.services;
  const of = (service: string, column: number) => {
    let sum = 0;
    for (let m = 0; m < record.months; m++) {
      sum += record.byService[(m * ids.length + ids.indexOf(service)) * SERVICE_COLUMNS + column];
    }
    return sum;
  };
  return { record, of };
}

describe('on the day on which a scenario’s terms begin', patience, () => {
  it('referrals that it does not make are made no more, to nobody', () => {
    const refers = [{ to: 'onward', share: '100%', after: '12 weeks', handover: 'accompanied' }];
    const raw = portfolio({
      other: { kind: 'team', roles: { worker: worker(5) }, pathway: stage('8 weeks') },
      team: {
        ...{ kind: 'team', roles: { worker: worker(20) } },
        pathway: stage('40 weeks', { refers }),
      },
      onward: { kind: 'team', roles: { worker: worker(20) }, pathway: stage('4 weeks') },
    });
    (raw.groups as Record<string, Raw>).people['turn-to'] = { team: '100%' };
    const { of } = run(raw, [{ remove: 'services.team.pathway.support.refers' }]);
    expect(of('other', REFERRED)).toBe(0);
    expect(of('onward', REFERRED)).toBe(0);
    expect(of('team', REFERRED)).toBeGreaterThan(100);
  });

  it('nobody begins with a worker who goes that day', () => {
    const raw = portfolio({
      closing: { kind: 'team', roles: { worker: worker(1) }, pathway: stage('2 years') },
      staying: { kind: 'team', roles: { worker: worker(6) }, pathway: stage('1 day') },
    });
    (raw.groups as Record<string, Raw>).people['turn-to'] = { closing: '60%', staying: '40%' };
    const changes = [
      { remove: 'services.closing' },
      { set: 'services.staying.roles.worker.posts', to: 1 },
    ];
    const { record } = run(raw, changes);
    let atOnce = 0;
    for (let s = 0; s < 2; s++) {
      atOnce += record.endings[s * record.binEnds.length * REASONS.length + FUNDING_ENDED];
    }
    expect(atOnce).toBe(0);
  });

  it('whoever waits for an appointment waits for a worker where there are no appointments any more', () => {
    const raw = portfolio({
      clinic: {
        kind: 'clinic',
        ...{ roles: { worker: worker(2) }, appointments: '1 per week' },
        pathway: stage('4 weeks'),
      },
    });
    const { record } = run(raw, [{ remove: 'services.clinic.appointments' }]);
    // Four a month more come than there are appointments, all through the warm-up.
    const waiting = record.byService[12 * SERVICE_COLUMNS + LIST_DAYS];
    expect(waiting / (record.monthStarts[13] - record.monthStarts[12])).toBeLessThan(3);
  });

  it('a budget that shrinks in the year is spent, not owed', () => {
    const raw = portfolio({
      rehab: {
        kind: 'residential',
        places: { beds: { price: '5000 GBP each', budget: '400000 GBP per year' } },
        pathway: [{ stage: 'stay', with: 'none', uses: 'beds', lasts: { mean: '8 weeks' } }],
      },
    });
    raw.start = '2027-10-01';
    const changes = [{ set: 'services.rehab.places.beds.budget', to: '100000 GBP per year' }];
    const { record } = run(raw, changes);
    for (let m = 0; m < record.months; m++) {
      expect(record.byService[m * SERVICE_COLUMNS + BUDGET_LEFT]).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('MAT that a scenario gives', patience, () => {
  const standards = {
    'mat-9': [{ id: 'here', promise: 'Here', need: 'care', within: '6 weeks', 'same-visit': true }],
  };
  const treatment = (mat: boolean): Raw => {
    const meets = { care: { by: 'worker', after: '1 week', for: '100%' } };
    const raw = portfolio(
      {
        team: {
          ...{ kind: 'team', 'gives-mat': mat, roles: { worker: worker(40) } },
          pathway: stage('2 years', { meets }),
        },
      },
      { needs: { care: 'Care' }, standards },
    );
    (raw.groups as Record<string, Raw>).people.needs = { care: '100%' };
    return raw;
  };

  it('counts care at the same visit that people have already as it would have all along', () => {
    const change = { set: 'services.team.gives-mat', to: true };
    const [given, always] = [
      run(treatment(false), [change]).record,
      run(treatment(true), []).record,
    ].map(({ criterionByMonth }) => criterionByMonth[2 * 2 + 1] / criterionByMonth[2 * 2]);
    expect(always).toBeGreaterThan(0.9);
    expect(given).toBeCloseTo(always, 2);
  });
});

describe('posts that another service’s money pays for', patience, () => {
  it('count as funded while it runs', () => {
    const raw = portfolio(
      {
        team: {
          kind: 'team',
          roles: { worker: worker(4), peer: worker(4, { 'paid-by': 'award' }) },
          accompany: ['peer'],
          pathway: stage('20 weeks'),
        },
      },
      {
        contracts: {
          money: recurrent,
          award: {
            ...{ funder: 'Nobody', pays: '0 GBP per year', term: '12 months' },
            ...{ 'first-ends': '2028-03-31', decided: '2 months before it ends' },
            renewed: '0% within a year',
            'when-refused': {
              're-tendered': {
                ...{ share: '100%', after: { exactly: '26 weeks' } },
                'staff-who-transfer': '0%',
              },
            },
            'at-an-unrenewed-end': 'stop',
          },
        },
      },
    );
    const { of } = run(raw, []);
    expect(of('team', FILLED_DAYS) / of('team', FUNDED_DAYS)).toBeLessThan(1.02);
    expect(of('team', FILLED_DAYS) / of('team', FUNDED_DAYS)).toBeGreaterThan(0.9);
  });
});
