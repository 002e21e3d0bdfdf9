import { describe, expect, test } from 'vitest';
import { showModel } from '../server/models.ts';
import { countsInWords, leftOutInWords } from '../words/figure-counts.ts';
import { assumptionLog } from './assumption-log.ts';
import { countFigures, describePath, filterFigures, listFigures } from './list-figures.ts';

const shown = await showModel('south-ayrshire');
const figures = listFigures(shown!.model!.portfolio);

describe('the list of numbers of a model', () => {
  test('holds each number once, under names and not under keys', () => {
    expect(new Set(figures.map(({ path }) => path)).size).toBe(figures.length);
    expect(figures.length).toBeGreaterThan(300);
    for (const { of, what } of figures) {
      for (const words of [...of, what]) expect(words).toMatch(/^[^.]*[A-Za-z0-9)][^.]*$/);
    }
  });

  test('says whose each number is, from the outside in', () => {
    const path = 'services.connect4change.roles.outreach-worker.caseload';
    expect(figures.find((figure) => figure.path === path)).toMatchObject({
      part: 'services',
      of: ['Connect4Change', 'Outreach worker'],
      what: 'Caseload of a full-time post',
      grade: 'published-elsewhere',
    });
  });

  test('tells people who leave support early from workers who leave', async () => {
    const { portfolio } = (await showModel('one-worker-one-contract'))!.model!;
    const found = filterFigures(listFigures(portfolio), { text: 'leave' });
    expect(found.map(({ of, what }) => [...of, what].join(' › '))).toEqual([
      'Outreach › Outreach worker › Workers who leave',
      'Outreach › support › People who leave support early',
    ]);
    // Named alike in the log, where a plain figure stands in place of a formula; ids mean nothing.
    expect(assumptionLog(portfolio).rows.map(({ name }) => name)).toContain(
      'Outreach › support › People who leave support early',
    );
    expect(describePath('services.pathway.roles.pathway.leave', new Map()).what).toBe(
      'Workers who leave',
    );
  });

  test.each([
    ['contracts.award.lead.keeps', 'Share of the money that the lead keeps'],
    ['handovers.warm.keeps', 'Familiarity kept'],
    ['travel.0.within', 'Inside one locality'],
    ['standards.mat-6.0.within', 'Promised within'],
  ])('says what %s means in its place', (path, what) => {
    expect(describePath(path, new Map()).what).toBe(what);
  });

  test('says what a figure is where a group has the name of its key', async () => {
    const { portfolio } = (await showModel('one-queue'))!.model!;
    expect(portfolio.groups[0].id).toBe('people');
    const people = listFigures(portfolio).find(({ path }) => path === 'localities.town.people');
    expect(people).toMatchObject({ of: ['Town'], what: 'People' });
  });

  test('is counted once: decided, or known more or less', () => {
    const counts = countFigures(figures);
    expect(counts.decided).toBeGreaterThan(0);
    expect(counts.decided + counts.known).toBe(figures.length);
    const few = { decided: 4, known: 16, weak: 16 };
    expect(countsInWords(few)).toBe(
      '4 of these are decided, such as posts, terms and money. Of the other 16, 16 are assumptions or judgement.',
    );
    expect(leftOutInWords(few)).toMatch(/^4 more are decided, .* not counted here\.$/);
    expect(countsInWords({ ...few, decided: 0 })).toBe(
      'Of these, 16 are assumptions or judgement.',
    );
    expect(leftOutInWords({ decided: 0 })).toBe('');
  });

  test('is filtered by words of place, figure and source, by part and by grade', () => {
    const found = filterFigures(figures, { text: 'navigator CASELOAD' });
    expect(found.length).toBeGreaterThan(0);
    for (const { of, what } of found) {
      expect([...of, what].join(' ').toLowerCase()).toMatch(/navigator.*caseload/);
    }
    expect(filterFigures(figures, { text: 'census', part: 'assumptions' }).length).toBeGreaterThan(
      0,
    );
    const graded = filterFigures(figures, { grade: 'published' });
    expect(graded.every(({ grade }) => grade === 'published')).toBe(true);
    expect(filterFigures(figures, {})).toEqual(figures);
    expect(filterFigures(figures, { text: 'no such words' })).toEqual([]);
  });
});
