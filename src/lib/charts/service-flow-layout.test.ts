import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { NARROW, WIDE } from './chart-sizes.ts';
import { flowOf, type Flow, type FlowLink, type FlowNode } from './flow-of.ts';
import { layoutServiceFlow } from './service-flow-layout.ts';

const node = (id: string, kind: FlowNode['kind'] = 'service', finish: number | null = 0.5) => ({
  id,
  label: `A name for ${id} that is long enough to be broken`,
  kind,
  finish,
});
const link = (
  from: string,
  to: string,
  share: number,
  handover: FlowLink['handover'] = 'warm',
) => ({
  from,
  to,
  share,
  handover,
  beside: false,
});

const FLOW: Flow = {
  nodes: [node('g', 'group', null), node('a'), node('b'), node('c')],
  links: [
    link('g', 'a', 0.6, null),
    link('g', 'b', 0.4, null),
    link('a', 'b', 0.3),
    link('b', 'a', 0.2),
    link('a', 'c', 0.2, 'cold'),
    link('c', 'a', 0.001),
  ],
};

describe('the ways between services', () => {
  it('go one way: from groups over services to services', () => {
    const { nodes } = layoutServiceFlow(FLOW, WIDE);
    const columns = [...new Set(nodes.map(({ x }) => x))].sort((a, b) => a - b);
    const idsAt = (x: number) => nodes.filter((of) => of.x === x).map(({ id }) => id);
    expect(columns).toHaveLength(3);
    expect(idsAt(columns[0])).toEqual(['g']);
    expect(idsAt(columns[1])).toEqual(['a', 'b', 'c']);
    expect(idsAt(columns[2]).sort()).toEqual(['a', 'b', 'c']);
    for (const { x, width } of nodes) expect(x + width).toBeLessThanOrEqual(WIDE);
  });

  it('keep boxes apart and every link once', () => {
    const { nodes, links } = layoutServiceFlow(FLOW, WIDE);
    for (const a of nodes) {
      for (const b of nodes) {
        if (a === b || a.x !== b.x) continue;
        expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
      }
    }
    expect(links).toHaveLength(FLOW.links.length);
    expect(links.map(({ share }) => share.text)).toEqual(['60', '40', '30', '20', '20', '<1']);
  });

  it('leave and arrive inside their boxes, no two at one point', () => {
    const { links } = layoutServiceFlow(FLOW, WIDE);
    const starts = links.map(({ path }) => /^M[\d.]+ [\d.]+/.exec(path)?.[0]);
    const ends = links.map(({ head }) => /^M[\d.]+ [\d.]+/.exec(head)?.[0]);
    expect(new Set(starts).size).toBe(links.length);
    expect(new Set(ends).size).toBe(links.length);
  });

  it('are wider for more people, and broken where nobody goes along', () => {
    const { links } = layoutServiceFlow(FLOW, WIDE);
    expect(links[0].stroke).toBeGreaterThan(links[1].stroke);
    expect(links.map(({ broken }) => broken)).toEqual([false, false, false, false, true, false]);
  });

  it('become bars under one another in a narrow place', () => {
    const { list, nodes, links } = layoutServiceFlow(FLOW, NARROW);
    expect([nodes, links]).toEqual([[], []]);
    expect(list.map(({ id }) => id)).toEqual(['g', 'a', 'b', 'c']);
    expect(list[0].bars.map(({ words }) => words.join(' '))[0]).toMatch(/^60 to A name for a/);
    for (const { bars } of list) for (const { width } of bars) expect(width).toBeLessThan(NARROW);
  });

  it('hold without services', () => {
    expect(layoutServiceFlow({ nodes: [], links: [] }, WIDE).nodes).toEqual([]);
    expect(layoutServiceFlow({ nodes: [], links: [] }, NARROW).height).toBeGreaterThan(0);
  });
});

describe('the flow of a portfolio', () => {
  const share = (value: number) => ({ value });
  const portfolio = {
    groups: [{ id: 'people', name: 'People', turnTo: [{ service: 0, share: share(0.7) }] }],
    services: [
      {
        id: 'first',
        name: 'First',
        contactLeadsTo: [],
        pathway: [
          {
            refers: [{ to: 1, share: share(0.2), handover: 'cold' }],
            then: [{ to: 1, share: share(0.25), handover: 'warm' }],
          },
          {
            refers: [],
            then: [
              { to: 'finished', share: share(0.6), handover: 'cold' },
              { to: 1, share: share(0.4), handover: 'cold' },
            ],
          },
        ],
      },
      { id: 'second', name: 'Second', contactLeadsTo: [], pathway: [{ refers: [], then: [] }] },
      {
        id: 'van',
        name: 'Van',
        pathway: [],
        contactLeadsTo: [{ to: 0, share: share(0.1), handover: 'accompanied' }],
      },
    ],
  } as unknown as Portfolio;

  it('weighs the links of later stages by who comes that far', () => {
    const { nodes, links } = flowOf(portfolio);
    expect(nodes.map(({ finish }) => finish)).toEqual([null, 0.75 * 0.6, 1, null]);
    const onward = links.find(
      ({ from, to, beside }) => from === 'first' && to === 'second' && !beside,
    );
    expect(onward?.share).toBeCloseTo(0.25 + 0.75 * 0.4);
    expect(onward?.handover).toBe('cold');
  });

  it('keeps support beside apart, and groups from services of the same id', () => {
    const { links } = flowOf(portfolio);
    expect(links).toContainEqual({
      from: 'first',
      to: 'second',
      share: 0.2,
      handover: 'cold',
      beside: true,
    });
    expect(links[0]).toMatchObject({ from: 'group-people', to: 'first', handover: null });
    expect(links.at(-1)).toMatchObject({ from: 'van', to: 'first', beside: true });
  });
});
