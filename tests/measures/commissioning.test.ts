import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';
import { root } from '../docs/documents.ts';
import { runCase, type KnownRun } from '../known-answers/run-case.ts';
import { modelOf as modelOfRaw } from '../properties/simulate.ts';
import { readShipped } from '../models/shipped-model.ts';
import { oneTeam } from './one-team.ts';

const text = readFileSync(join(root, 'tests/samples/clean-minimal/input.yaml'), 'utf8');

function modelOf(...edits: [from: string, to: string][]): Model {
  const edited = edits.reduce((all, [from, to]) => {
    expect(all.split(from), from).toHaveLength(2);
    return all.replace(from, to);
  }, text);
  const { value, findings } = readModel([{ path: 'portfolio.yaml', text: edited }], 'a');
  if (!value) throw new Error(findings.map(({ what }) => what).join('\n'));
  return value;
}

/** The mean over replications of a total, or the ratio of totals. */
function valueOf(run: KnownRun, id: string, by?: Parameters<KnownRun['measure']>[1]): number {
  const { over, under } = run.measure(id, by);
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  return sum(over) / (under ? sum(under) : over.length);
}

describe('the workforce', () => {
  it('is counted by the days on which posts are filled', () => {
    const model = modelOf(
      [
        'worker: { posts: 3, caseload: 12, cost: 50000 GBP per year }',
        `worker: { posts: 3, caseload: 12, cost: 50000 GBP per year, lived-experience: 50% }
      helper: { posts: 1, caseload: 5, volunteer: true, lived-experience: true }`,
      ],
      ['    pathway:', '    accompany: [helper]\n    pathway:'],
      ['renewed: { best: 80% within a year', 'renewed: { best: 100% within a year'],
    );
    const run = runCase(model, { replications: 1 });
    expect(valueOf(run, 'lived-experience-share')).toBeCloseTo((100 * 2.5) / 4, 9);
    expect(valueOf(run, 'volunteer-share')).toBeCloseTo(25, 9);
  });
});

describe('costs that no award pays', () => {
  const paid = [
    [
      '    roles:',
      '    provider: { name: Us, sector: third, size: local, overheads: 20% }\n    roles:',
    ],
    ['renewed: { best: 80% within a year', 'renewed: { best: 100% within a year'],
  ] as [string, string][];
  const contract = (more: string): [string, string] => [
    '    term: 12 months',
    `    term: 12 months\n${more}`,
  ];

  it('are carried: unpaid overheads of what is spent, and what the lead keeps', () => {
    const run = runCase(
      modelOf(
        ...paid,
        contract('    pays-overheads: 75%\n    lead: { size: large, sector: third, keeps: 10% }'),
      ),
      { replications: 1 },
    );
    const [spend, commitment] = [valueOf(run, 'spend'), valueOf(run, 'commitment')];
    expect(spend).toBeCloseTo(150_000, 3);
    expect(commitment).toBeCloseTo(200_000, 3);
    const unrecovered = 0.05 * spend + 0.1 * commitment;
    expect(valueOf(run, 'unrecovered-cost')).toBeCloseTo(unrecovered, 3);
    const local = { kind: 'size', id: 'local' } as const;
    const large = { kind: 'size', id: 'large' } as const;
    expect(valueOf(run, 'unrecovered-cost', local)).toBeCloseTo(unrecovered, 3);
    expect(valueOf(run, 'commitment', large)).toBeCloseTo(commitment, 3);
    expect(valueOf(run, 'spend', local)).toBeCloseTo(spend, 3);
  });

  it.each([
    ['alpha', 0],
    ['beta', 20_000],
  ])('are those of the contract that pays for the post: %s', (payer, unrecovered) => {
    const pays = (share: string) => ({
      ...{ funder: 'Nobody', pays: '100000 GBP per year', term: 'recurrent' },
      'pays-overheads': share,
    });
    const provider = { name: 'Us', sector: 'third', size: 'local', overheads: '20%' };
    const role = { posts: 2, cost: '50000 GBP per year', 'paid-by': payer };
    const raw = oneTeam({ role, service: { provider, 'paid-by': 'alpha' } });
    raw.contracts = { alpha: pays('100%'), beta: pays('0%') };
    const run = runCase(modelOfRaw(raw), { replications: 1 });
    expect(valueOf(run, 'unrecovered-cost')).toBeCloseTo(unrecovered, 3);
  });

  it('and who holds the money are those of the service of which a contract pays a part', () => {
    const terms = { funder: 'Nobody', pays: '50000 GBP per year', term: 'recurrent' };
    const provider = { name: 'Us', sector: 'third', size: 'local' };
    const raw = oneTeam({
      role: { posts: 1, cost: '50000 GBP per year', 'paid-by': 'part' },
      service: { provider, 'paid-by': 'whole' },
    });
    const third = { kind: 'sector', id: 'third' } as const;
    raw.contracts = { whole: terms, part: terms };
    const alone = runCase(modelOfRaw(raw), { replications: 1 });
    expect(valueOf(alone, 'commitment', third)).toBeCloseTo(100_000, 3);
    const lead = { name: 'Them', sector: 'statutory', size: 'large', keeps: '10%' };
    raw.contracts = { whole: terms, part: { ...terms, lead } };
    const led = runCase(modelOfRaw(raw), { replications: 1 });
    expect(valueOf(led, 'unrecovered-cost')).toBeCloseTo(5_000, 3);
    expect(valueOf(led, 'unrecovered-cost', third)).toBeCloseTo(5_000, 3);
    expect(valueOf(led, 'commitment', third)).toBeCloseTo(50_000, 3);
  });

  it('leave the money with whoever holds it: by size and sector, as principles say it', () => {
    const terms = {
      ...{ funder: 'Nobody', term: '24 months', 'first-ends': '2029-03-31' },
      ...{ renewed: '100% within a year', decided: '3 months before it ends' },
    };
    const provider = { name: 'Us', sector: 'third', size: 'local' };
    const role = { posts: 1, cost: '50000 GBP per year', 'paid-by': 'part' };
    const service = { provider, 'paid-by': 'whole', 'fixed-cost': '10000 GBP per year' };
    const raw = oneTeam({ role, service });
    const lead = { name: 'Them', sector: 'statutory', size: 'large', keeps: '10%' };
    raw.contracts = {
      whole: { ...terms, pays: '60000 GBP per year' },
      part: { ...terms, pays: '20000 GBP per year', lead },
    };
    const shares = { local: 'size', large: 'size', 'third-sector': 'sector' };
    const names = ['local', 'large', 'third-sector'] as const;
    raw.principles = names.map((id) => ({ id, says: id, test: `${id}-share-of-awards >= 30%` }));
    const model = modelOfRaw(raw);
    const run = runCase(model, { replications: 1 });
    const all = valueOf(run, 'commitment');
    for (const { id, figures } of judgePrinciples(model.portfolio, null)) {
      const by = { kind: shares[id as keyof typeof shares], id: id.replace('-sector', '') };
      const held = valueOf(run, 'commitment', by as Parameters<KnownRun['measure']>[1]);
      expect([id, figures[0].value]).toEqual([id, expect.closeTo(held / all, 9)]);
    }
  });

  it('are spent by the contract whose posts they are cut from, while it runs', () => {
    const terms = {
      ...{ funder: 'Nobody', pays: '120000 GBP per year', term: '24 months' },
      ...{ 'first-ends': '2029-03-31', renewed: '0% within a year' },
      ...{ decided: '3 months before it ends', 'when-refused': { 'money-lost': '100%' } },
      ...{ 'pays-overheads': '0%', shortfall: 'fewer posts' },
    };
    const provider = { name: 'Us', sector: 'third', size: 'local', overheads: '20%' };
    const raw = oneTeam({
      role: { posts: 1, cost: '50000 GBP per year' },
      service: { provider, 'paid-by': 'own' },
    });
    (raw.services as Record<string, { roles: object }>).team.roles = {
      worker: { posts: 1, caseload: 500, cost: '50000 GBP per year' },
      more: { posts: 3, caseload: 500, cost: '50000 GBP per year', 'paid-by': 'money' },
    };
    (raw.services as Record<string, { accompany: string[] }>).team.accompany = ['more'];
    raw.contracts = {
      own: { funder: 'Nobody', pays: '50000 GBP per year', term: 'recurrent' },
      money: terms,
    };
    const run = runCase(modelOfRaw(raw), { replications: 1 });
    const spent = (id: string) => valueOf(run, 'spend', { kind: 'contract', id });
    const years = 4;
    // £120,000 buy two posts, and £20,000 for what they need around them, until 31 March 2029.
    const award = 120_000 * (731 / 365.25);
    expect(spent('own') * years).toBeCloseTo(50_000 * years, 3);
    expect(spent('money') * years).toBeCloseTo(award, 3);
    expect(valueOf(run, 'spend') * years).toBeCloseTo(50_000 * years + award, 3);
    expect(valueOf(run, 'unrecovered-cost')).toBe(0);
  });

  it('are taken from posts until everything fits into the award', () => {
    const run = runCase(
      modelOf(
        ...paid,
        contract(
          '    pays-overheads: 0%\n    lead: { size: large, keeps: 40% }\n    shortfall: fewer posts',
        ),
      ),
      { replications: 1 },
    );
    // £200,000 less £80,000 for the lead buys £100,000 of posts and £20,000 of overheads.
    expect(valueOf(run, 'spend')).toBeCloseTo(200_000, 3);
    expect(valueOf(run, 'unrecovered-cost')).toBe(0);
    expect(valueOf(run, 'unspent')).toBeCloseTo(0, 3);
    expect(valueOf(run, 'occupancy')).toBeGreaterThan(0);
  });
});

describe('South Ayrshire', { timeout: 120_000 }, () => {
  let run: KnownRun;
  beforeAll(() => {
    run = runCase(readShipped('south-ayrshire').model, { replications: 2 });
  }, 120_000);

  it('has relationships of all kinds, each counted once', () => {
    const kinds = ['person', 'family', 'community'].map((id) =>
      valueOf(run, 'relationships-begun', { kind: 'relationship', id }),
    );
    for (const kind of kinds) expect(kind).toBeGreaterThan(1);
    const all = valueOf(run, 'relationships-begun');
    expect(kinds.reduce((sum, kind) => sum + kind, 0)).toBeCloseTo(all, 6);
  });

  it.each(['sector', 'size'] as const)('spends all its money with providers by %s', (kind) => {
    const ids = kind === 'sector' ? ['statutory', 'third', 'partnership'] : ['large', 'local'];
    const spent = ids.map((id) => valueOf(run, 'spend', { kind, id }));
    expect(spent.reduce((sum, one) => sum + one, 0)).toBeCloseTo(valueOf(run, 'spend'), 3);
  });

  it('is paid by three funders, the ADP by eight contracts', () => {
    const of = (id: string, funder: string) => valueOf(run, id, { kind: 'funder', id: funder });
    const contracts = readShipped('south-ayrshire').model.portfolio.contracts;
    const own = contracts.filter(({ funder }) => funder === 'South Ayrshire ADP');
    expect(own).toHaveLength(8);
    for (const id of ['commitment', 'spend', 'unspent']) {
      const each = own.map((one) => valueOf(run, id, { kind: 'contract', id: one.id }));
      const adp = of(id, 'South Ayrshire ADP');
      expect(adp, id).toBeCloseTo(
        each.reduce((sum, value) => sum + value, 0),
        3,
      );
      const others = of(id, 'NHS Ayrshire and Arran') + of(id, 'People in recovery');
      expect(adp + others, id).toBeCloseTo(valueOf(run, id), 3);
    }
    expect(of('commitment', 'South Ayrshire ADP')).toBeGreaterThan(500_000);
  });

  it('passes some people on across sectors, and not all of them arrive', () => {
    const across = { kind: 'link', id: 'across-sectors' } as const;
    expect(valueOf(run, 'passed-on', across)).toBeGreaterThan(10);
    expect(valueOf(run, 'passed-on', across)).toBeLessThan(valueOf(run, 'passed-on'));
    expect(valueOf(run, 'passed-on-arrived')).toBeGreaterThan(33);
    expect(valueOf(run, 'passed-on-arrived')).toBeLessThan(57);
  });

  it('counts those who pass over ways that nothing is agreed on', () => {
    const over = (id: string) => valueOf(run, 'passed-on', { kind: 'link', id });
    const between = over('between-organisations');
    expect(between).toBeLessThanOrEqual(valueOf(run, 'passed-on'));
    expect(over('without-agreement')).toBeGreaterThan(50);
    expect(over('without-information-sharing')).toBeGreaterThan(over('without-agreement'));
    expect(over('without-information-sharing')).toBeLessThan(between);
    // Nothing says how disputes are settled.
    expect(over('without-dispute-resolution')).toBeCloseTo(between, 9);
  });

  it('has two workers or more beside a family supported together', () => {
    expect(valueOf(run, 'family-workers')).toBeGreaterThanOrEqual(2);
    expect(valueOf(run, 'family-workers')).toBeLessThan(5);
  });

  it('lets the peer at the hub take people along', () => {
    const within = { kind: 'need', id: 'belonging' } as const;
    const received = valueOf(run, 'offers-received', { kind: 'how', id: 'taken-along', within });
    expect(received).toBeGreaterThan(30);
    expect(received).toBeLessThan(57);
  });
});
