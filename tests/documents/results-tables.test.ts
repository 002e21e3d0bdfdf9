import { describe, expect, it } from 'vitest';
import { csvFile } from '$lib/charts/csv-file.ts';
import { matByLocality } from '$lib/comparison/mat-by-locality.ts';
import { principlesCompared } from '$lib/comparison/principles-compared.ts';
import { scenariosShown } from '$lib/comparison/scenarios-shown.ts';
import { assumptionLog } from '$lib/documents/assumption-log.ts';
import {
  assumptionsTable,
  checksTable,
  decisionsTable,
  principlesTable,
  promisesTable,
} from '$lib/documents/results-tables.ts';
import { effectsOf, effectsOnAnswer } from '$lib/words/effect-words.ts';
import { namesOf } from '$lib/words/names.ts';
import { readShipped } from '../models/shipped-model.ts';

const { model } = readShipped('south-ayrshire');
const names = namesOf(model.portfolio);
const shown = scenariosShown(model, ['five-year'], null);
const [{ id: promise }] = matByLocality(shown).promises;
const log = assumptionLog(model.portfolio);

const tables = {
  promises: promisesTable(matByLocality(shown), names, {
    [promise]: [{ says: 'Always or mostly: about half.', from: 'A panel on 9 March 2027.' }],
  }),
  principles: principlesTable(principlesCompared(shown), shown),
  assumptions: assumptionsTable(log),
  decisions: decisionsTable(log),
  checks: checksTable(log),
};

describe('the tables of pages of results', () => {
  it.each(Object.entries(tables))('%s have a cell for every column', (_, { columns, rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
    expect(columns.filter((column) => !/^[a-z][a-z0-9_]*$/.test(column))).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('have a row for each promise, scenario and place, and for all places together', () => {
    const { standards, localities } = model.portfolio;
    expect(tables.promises.rows).toHaveLength(standards.length * 2 * (localities.length + 1));
  });

  it('say what panels said of a promise, in each of its rows', () => {
    const { columns, rows } = tables.promises;
    const said = rows.map((row) => row[columns.indexOf('panels_said')]);
    const { localities } = model.portfolio;
    expect(said.filter((cell) => cell !== '')).toEqual(
      Array(2 * (localities.length + 1)).fill(
        'Always or mostly: about half. A panel on 9 March 2027.',
      ),
    );
  });

  it('go into a file that says which model they are of', () => {
    const origin = { ...{ model: 'm', title: 'M', version: 'abc', runs: null }, scenarios: [] };
    const text = csvFile(tables.decisions, { ...origin, notice: 'A sketch' });
    expect(text.split('\r\n')[0]).toBe('when,by,what,why,model,model_version,runs,notice');
    expect(text).toContain('2026-11-22,authors of the sketch,');
  });
});

describe('what an assumption does to the answer', () => {
  const apart = (difference: number, low: number, high: number) => ({ difference, low, high });
  const input = {
    ...{ key: 'assumptions.insecurity', low: 0, best: 1, high: 3.9, written: '1.0' },
    ...{ dimension: 'number' as const, rankCorrelation: null, partialRankCorrelation: null },
    ...{ isClear: true, worthKnowing: null, swing: apart(-6, -8, -4) },
    ...{ atLow: apart(-3, -4, -2), atHigh: apart(-9, -11, -7) },
  };
  const explained = {
    measure: { id: 'cut-short-per-100', by: null, unit: 'per 100', better: 'lower' } as const,
    ...{ answer: apart(-5, -6, -4), overFigures: null, leastClearCorrelation: null },
    ...{ worthOfAllFigures: null, mechanisms: [] },
    inputs: [input, { ...input, key: 'services.a.posts' }],
  };

  it('is the difference at either end of its range', () => {
    expect(effectsOnAnswer(explained)).toEqual({
      insecurity: '3 fewer at the low end of its range, 9 fewer at the high end',
    });
    const dull = { ...explained, inputs: [{ ...input, swing: apart(-1, -3, 1) }] };
    expect(effectsOnAnswer(dull).insecurity).toMatch(/^no clear effect: 3 fewer/);
    expect(effectsOf(explained, 'Mean wait', 'Five-year awards')).toContain(
      'between “Five-year awards” and how it is now in “Mean wait”',
    );
  });
});
