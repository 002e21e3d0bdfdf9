import { describe, expect, it } from 'vitest';
import type { Contract } from '../portfolio/portfolio.ts';
import { NARROW, WIDE } from './chart-sizes.ts';
import { contractRows } from './contract-awards.ts';
import { layoutContractTimeline } from './contract-timeline-layout.ts';
import { contractTimelineTable } from './contract-timeline-table.ts';

function contract(id: string, firstEnds: number, months: number, recurrent = false): Contract {
  // Only what the timeline reads.
  return {
    id,
    name: `Award ${id}`,
    recurrent,
    firstEnds,
    termMonths: { value: months },
    decided: { value: 61 },
  } as Contract;
}

const start = '2027-04-01';
const rows = (contracts: Contract[], horizonDays = 3653) =>
  contractRows({ contracts, start, horizonDays });

describe('awards of a contract', () => {
  it('follow one another by calendar months until the horizon', () => {
    const [{ awards, says }] = rows([contract('a', 183, 12)]);
    expect(awards).toHaveLength(11);
    expect(awards[0]).toEqual({ from: 0, to: 183, decided: 122 });
    expect(awards[1]).toEqual({ from: 183, to: 549, decided: 488 });
    expect(says).toBe('12 months each; now to 30 September 2027');
  });

  it('have none where money is recurrent', () => {
    expect(rows([contract('a', 0, 0, true)])[0]).toMatchObject({ recurrent: true, awards: [] });
  });

  it('begin after a running award that has ended already', () => {
    const [{ awards }] = rows([contract('a', 0, 12)]);
    expect(awards[0]).toMatchObject({ from: 0, to: 366 });
  });

  it('keep the end that the running one has in the baseline, and none that recurrent money had', () => {
    const baseline = { contracts: [contract('a', 183, 12), contract('b', 0, 0, true)] };
    const contracts = [contract('a', 400, 24), contract('b', 400, 24), contract('new', 400, 24)];
    const [a, b, added] = contractRows({ contracts, start, horizonDays: 3653 }, baseline);
    expect(a.awards.slice(0, 2)).toMatchObject([{ to: 183 }, { to: 914 }]);
    expect(a.says).toBe('24 months each; now to 30 September 2027');
    expect([b, added].map(({ awards }) => awards[0].to)).toEqual([400, 400]);
  });
});

describe('the timeline', () => {
  const input = {
    rows: rows([contract('a', 183, 36), contract('b', 0, 0, true)]),
    start,
    horizonDays: 3653,
  };

  it('draws decisions inside awards and ends inside the horizon', () => {
    for (const width of [NARROW, WIDE]) {
      const layout = layoutContractTimeline(input, width);
      for (const { x1, x2, decidedX } of layout.rows[0].awards) {
        expect(decidedX).toBeGreaterThanOrEqual(x1);
        expect(decidedX).toBeLessThanOrEqual(x2);
        expect(x2).toBeLessThanOrEqual(layout.plotRight);
      }
      expect(layout.rows[0].awards.at(-1)?.endsInSight).toBe(false);
    }
  });

  it('puts long names above the bars when narrow', () => {
    const long = { ...input.rows[0], name: 'A very long name of a contract that goes on and on' };
    const { rows: drawn } = layoutContractTimeline({ ...input, rows: [long] }, NARROW);
    expect(drawn[0].y).toBeGreaterThan(drawn[0].nameY + (drawn[0].name.length - 1) * 17);
  });

  it('holds without contracts', () => {
    expect(layoutContractTimeline({ rows: [], start, horizonDays: 0 }, WIDE).rows).toEqual([]);
  });

  it('has a table of every award', () => {
    const table = contractTimelineTable(input);
    expect(table.rows[0].cells).toEqual([
      'running at the start',
      '1 August 2027',
      '30 September 2027',
    ]);
    expect(table.rows.at(-1)?.cells).toEqual(['recurrent', 'no decision', 'no end']);
  });
});
