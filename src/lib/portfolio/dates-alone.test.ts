import { describe, expect, it } from 'vitest';
import { differInDatesAlone } from './dates-alone.ts';
import type { Change } from './portfolio.ts';

const term: Change = { set: 'contracts.*.term', to: '60 months' };
const decided: Change = { add: 'contracts.hub-award.decided', as: '6 months before it ends' };
const posts: Change = { set: 'services.hub.roles.worker.posts', to: 4.5 };

describe('changes that differ in contract dates alone', () => {
  it('are to terms, ends, renewal and decisions, and to nothing else', () => {
    const renewed: Change = { set: 'contracts.*.renewed.best', to: '80% within a year' };
    expect(differInDatesAlone([term, decided, renewed], [])).toBe(true);
    expect(differInDatesAlone([{ remove: 'contracts.hub-award.first-ends' }], [])).toBe(true);
    expect(differInDatesAlone([posts], [])).toBe(false);
    expect(differInDatesAlone([term, posts], [])).toBe(false);
    const others: Change[] = [
      { remove: 'contracts.vehicle-award' },
      { set: 'contracts.hub-award.pays', to: '246000 GBP per year' },
      { set: 'contracts.*.at-an-unrenewed-end', to: 'stop' },
      { set: 'rules.renewal', to: 'per decision' },
    ];
    for (const change of others) expect(differInDatesAlone([change], [])).toBe(false);
  });

  it('are those that only one of the two has', () => {
    expect(differInDatesAlone([posts, term], [posts])).toBe(true);
    expect(differInDatesAlone([term], [posts])).toBe(false);
    expect(differInDatesAlone([], [])).toBe(false);
  });
});
