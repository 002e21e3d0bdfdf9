import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import type { Change } from './portfolio.ts';

const raw = {
  bide: 1,
  contracts: {
    a: { term: '12 months', pays: '1 GBP per year' },
    b: { term: '24 months', pays: '2 GBP per year' },
    core: { term: 'recurrent', pays: '3 GBP per year' },
  },
  services: {
    team: {
      'waiting-today': { g: 3, h: 4 },
      pathway: [
        { stage: 'Getting to know', then: [{ to: 'other', share: '100%' }] },
        { stage: 'Support', today: { g: 5, h: 2 }, refers: [{ to: 'other', share: '10%' }] },
      ],
      roles: { worker: { posts: { best: 3, low: 2, high: 4, source: 'x' } } },
    },
    other: { 'a-contact-leads-to': [{ to: 'team', share: '5%' }] },
  },
  groups: { g: { 'turn-to': { team: '50%', other: '50%' } } },
  assumptions: { effect: { best: 2, none: 0, mechanism: 'm', low: 0, high: 3 } },
  levers: [{ id: 'one', sets: 'x' }],
};

type Raw = typeof raw;

function change(...changes: Change[]) {
  const { value, findings, paths } = applyChanges(raw, changes);
  return { value: value as Raw, codes: findings.map(({ code }) => code), paths };
}

describe('applyChanges', () => {
  it('leaves the original as it was', () => {
    const before = JSON.stringify(raw);
    change({ set: 'contracts.*.term', to: '36 months' }, { remove: 'services.other' });
    expect(JSON.stringify(raw)).toBe(before);
  });

  it('sets every entry of * and leaves recurrent funding alone', () => {
    const { value, codes, paths } = change({ set: 'contracts.*.term', to: '36 months' });
    const terms = Object.values(value.contracts).map(({ term }) => term);
    expect(terms).toEqual(['36 months', '36 months', 'recurrent']);
    expect(paths).toEqual(['contracts.a.term', 'contracts.b.term']);
    expect(codes).toEqual([]);
    expect(change({ set: 'contracts.*.pays', to: '0 GBP per year' }).paths).toHaveLength(3);
  });

  it('finds entries of lists by number, id and stage', () => {
    const by = (path: string) => change({ set: path, to: 2 }).paths;
    expect(by('services.team.pathway.1.load')).toEqual(['services.team.pathway.1.load']);
    expect(by('services.team.pathway.getting-to-know.load')).toEqual([
      'services.team.pathway.0.load',
    ]);
    expect(by('levers.one.from')).toEqual(['levers.0.from']);
  });

  it('adds to mappings and lists', () => {
    const { value } = change(
      { add: 'services.team.roles.peer', as: { posts: 1 } },
      { add: 'services.team.pathway.1', as: { stage: 'Between' } },
      { add: 'services.team.pathway.after', as: { stage: 'After' } },
    );
    expect(Object.keys(value.services.team.roles)).toEqual(['worker', 'peer']);
    expect(value.services.team.pathway.map(({ stage }) => stage)).toEqual([
      'Getting to know',
      'Between',
      'Support',
      'After',
    ]);
    expect(change({ add: 'services.team.pathway.support', as: {} }).codes).toEqual([
      'change-adds-existing',
    ]);
  });

  it('removes a service with every link to it', () => {
    const { value, codes } = change({ remove: 'services.other' });
    expect(value.services.team.pathway[0].then?.[0].to).toBe('out');
    expect(value.services.team.pathway[1].refers).toEqual([]);
    expect(value.groups.g['turn-to']).toEqual({ team: '50%' });
    expect(codes).toEqual(['link-removed', 'link-removed', 'link-removed']);
  });

  it('removes a group from today’s caseloads and lists too', () => {
    const { value, codes } = change({ remove: 'groups.g' });
    expect(value.services.team.pathway[1].today).toEqual({ h: 2 });
    expect(value.services.team['waiting-today']).toEqual({ h: 4 });
    expect(codes).toEqual([]);
  });

  it('removes every entry of a list that * names', () => {
    expect(change({ remove: 'services.team.pathway.*' }).value.services.team.pathway).toEqual([]);
  });

  it('keeps an assumption an effect when it is set to a bare figure', () => {
    const { value } = change({ set: 'assumptions.effect', to: 1 });
    expect(value.assumptions.effect).toEqual({ best: 1, none: 0, mechanism: 'm' });
  });

  it.each<[Change, string]>([
    [{ set: 'contracts.c.term', to: 1 }, 'change-path-unknown'],
    [{ set: 'contracts', to: 1 }, ''],
    [{ set: '', to: 1 }, 'change-path-broken'],
    [{ set: 'contracts..term', to: 1 }, 'change-path-broken'],
    [{ set: '__proto__.polluted', to: 1 }, 'change-path-broken'],
    [{ set: 'contracts.constructor.prototype.polluted', to: 1 }, 'change-path-broken'],
    [{ set: 'start', to: '2030-01-01' }, 'change-of-everything'],
    [{ set: 'services.*.points.*.at', to: 'x' }, 'change-matches-nothing'],
    [{ remove: 'contracts.c' }, 'change-path-unknown'],
    [{ remove: 'services.team.pathway.7' }, 'change-path-unknown'],
    [{ set: 'services.team.pathway.length', to: 0 }, 'change-path-unknown'],
    [{ add: 'services.team', as: {} }, 'change-adds-existing'],
    [{ set: 'a', to: 1, remove: 'b' } as Change, 'change-not-clear'],
    [null as unknown as Change, 'change-not-clear'],
  ])('%j gives %s', (made, code) => {
    expect(change(made).codes).toEqual(code ? [code] : []);
  });

  it('never reaches into what objects inherit, whatever it is given', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}') as object;
    const { value } = applyChanges({ a: hostile }, [{ set: 'b', to: hostile }]);
    expect(Object.keys((value as { b: object }).b)).toEqual(['a']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const segment = fc.constantFrom(
      ...['contracts', 'services', '*', '0', 'term', '__proto__', 'constructor', 'length', '', 'x'],
    );
    const path = fc.array(segment, { maxLength: 5 }).map((parts) => parts.join('.'));
    const anything = fc.anything();
    fc.assert(
      fc.property(path, anything, anything, (where, to, start) => {
        applyChanges(start, [{ set: where, to }, { remove: where }, { add: where, as: to }]);
        applyChanges(raw, [{ set: where, to }, { remove: where }, { add: where, as: to }]);
        applyChanges(raw, [to as Change]);
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      }),
    );
  });
});
