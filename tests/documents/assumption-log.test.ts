import { describe, expect, it } from 'vitest';
import { readShipped } from '../models/shipped-model.ts';
import { assumptionLog } from '$lib/documents/assumption-log.ts';

const { portfolio } = readShipped('south-ayrshire').model;

describe('the log of a model', () => {
  it('says of each assumption its range, source, grade, who noted it and when', () => {
    const { rows, isCheckedByOthers } = assumptionLog(portfolio);
    const row = rows.find(({ id }) => id === 'turnover')!;
    expect(row).toMatchObject({ written: '20% per year', range: '10 to 33% per year' });
    expect(row).toMatchObject({ grade: 'published-elsewhere', isEffect: false, effect: null });
    expect(row).toMatchObject({ notedBy: 'authors of the sketch', notedOn: '2026-11-22' });
    expect(rows.find(({ id }) => id === 'familiarity-effect')?.isEffect).toBe(true);
    expect(isCheckedByOthers).toBe(false);
  });

  it('lets an assumption say it itself, and holds effects where they are worked out', () => {
    const [first] = portfolio.assumptions;
    const quantity = { ...first.quantity, notedBy: 'panel', notedOn: '2026-12-01' };
    const one = { ...portfolio, assumptions: [{ ...first, quantity }] };
    const { rows } = assumptionLog(one, { [first.id]: 'moves it by 3' });
    expect(rows[0]).toMatchObject({
      notedBy: 'panel',
      notedOn: '2026-12-01',
      effect: 'moves it by 3',
    });
    const checks = [{ when: '2026-12-01', by: 'assurer', what: 'all', found: 'nothing' }];
    const checked = { ...portfolio, log: { ...portfolio.log, checks } };
    expect(assumptionLog(checked).isCheckedByOthers).toBe(true);
  });
});
