import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram, type Program } from '$lib/simulation/compile.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { readShipped } from '../models/shipped-model.ts';
import { differences, modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

const term = (months: number): Change => ({ set: 'contracts.*.term', to: `${months} months` });
const certain: Change = { set: 'contracts.*.renewed', to: '100% within a year' };

/** Years before the start: enough for workers and awards to be at any point of their time. */
const WARM_UP = 2 * 365.25;

/** A scenario of a shipped model; effects are off on both sides, or none is. */
function scenario(id: string, changes: Change[], without: boolean): Program {
  const { model } = readShipped(id);
  const made = [[certain], changes].map((list) => {
    const { value } = resolve(model.raw, { id, changes: list, withoutEffects: without });
    if (!value) throw new Error(`${id} cannot be changed that way.`);
    return value;
  });
  return compileProgram(made[0], made[1], WARM_UP);
}

/**
 * Nothing in the machinery favours a long award: where every award is renewed
 * and no effect is assumed, its length changes no bit of anything.
 */
describe('the length of awards', patience, () => {
  it.each(['one-worker-one-contract', 'south-ayrshire'])(
    'changes no bit of %s, where renewal is certain and no effect is assumed',
    (id) => {
      const [short, longer, longest] = [12, 36, 60].map((months) =>
        scenario(id, [certain, term(months)], true),
      );
      for (let replication = 0; replication < 3; replication++) {
        const known = simulate(short, replication);
        expect(differences(known, simulate(longer, replication))).toEqual([]);
        expect(differences(known, simulate(longest, replication))).toEqual([]);
      }
    },
  );

  it('changes much in south-ayrshire as it is, so that the test above could fail', () => {
    const assumed = [12, 60].map((months) =>
      scenario('south-ayrshire', [certain, term(months)], false),
    );
    expect(differences(simulate(assumed[0]), simulate(assumed[1]))).not.toEqual([]);
    const chancy = [12, 60].map((months) => scenario('south-ayrshire', [term(months)], true));
    expect(differences(simulate(chancy[0]), simulate(chancy[1]))).not.toEqual([]);
  });

  it('changes no bit of any portfolio, where renewal is certain and no effect is assumed', () => {
    fc.assert(
      fc.property(anyPortfolio({ neutral: true, warmUp: '1 year' }), (raw) => {
        const model = modelOf(raw);
        const known = simulate(programOf(model, [term(12)]));
        expect(differences(known, simulate(programOf(model, [term(36)])))).toEqual([]);
        expect(differences(known, simulate(programOf(model, [term(60)])))).toEqual([]);
      }),
      times(25),
    );
  });
});

describe('under shared shocks, without a new start', patience, () => {
  it('a longer award is paid on every day on which a shorter one is', () => {
    const lost = { 'money-lost': { share: '100%' } };
    fc.assert(
      fc.property(anyPortfolio({ neutral: true }), fc.nat({ max: 50 }), (made, replication) => {
        const contracts = Object.entries(made.contracts as Record<string, Raw>).map(([id, one]) => [
          id,
          one.term === 'recurrent'
            ? one
            : {
                ...one,
                renewed: '80% within a year',
                'when-refused': lost,
                'at-an-unrenewed-end': 'stop',
              },
        ]);
        const model = modelOf({
          ...made,
          horizon: '10 years',
          groups: quiet(made.groups as Record<string, Raw>),
          contracts: Object.fromEntries(contracts),
        });
        const [short, longer, longest] = [12, 24, 72].map((months) =>
          simulate(programOf(model, [term(months)]), replication),
        );
        short.commitment.forEach((paid, i) => {
          expect(longer.commitment[i]).toBeGreaterThanOrEqual(paid - 1e-6);
          expect(longest.commitment[i]).toBeGreaterThanOrEqual(longer.commitment[i] - 1e-6);
        });
      }),
      times(25),
    );
  });
});

/** Few people come: it is the money that is looked at. */
function quiet(groups: Record<string, Raw>): Raw {
  return Object.fromEntries(
    Object.entries(groups).map(([id, one]) => [id, { ...one, arrive: '1 per year' }]),
  );
}
