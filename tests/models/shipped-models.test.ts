import { describe, expect, it } from 'vitest';
import { figuresOf } from '$lib/portfolio/figures-of.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { measureReplication } from '$lib/measures/measure-replication.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { differences, keep } from '../properties/simulate.ts';
import { spoil } from '../properties/spoil.ts';
import { readShipped, shipped } from './shipped-model.ts';

/** Grades that need no source behind them: they are marked as what they are. */
const open = ['experience', 'assumption'];

describe.each(shipped)('%s', { timeout: 300_000 }, (id) => {
  const { model, findings } = readShipped(id);

  it('is clean', () => {
    const serious = findings.filter(({ severity }) => severity === 'error');
    expect(serious).toEqual([]);
    expect(model.scenarios.length).toBeGreaterThan(1);
  });

  it('names a source for every figure, or marks it as an assumption', () => {
    const sources = new Map(model.portfolio.sources.map((one) => [one.id, one.grade]));
    const figures = figuresOf(model.portfolio).filter(
      ({ byDefault, choice }) => !byDefault && !choice,
    );
    expect(figures.length).toBeGreaterThan(5);
    for (const { path, source, grade } of figures) {
      if (source === undefined) expect(open, path).toContain(grade);
      else expect(sources.get(source), path).toBe(grade);
    }
    expect(findings.filter(({ code }) => code === 'source-missing')).toEqual([]);
  });

  it('gives the same bits whatever ran before', () => {
    const program = compileProgram(model.portfolio, model.portfolio, 2 * 365.25);
    const fresh = keep(new Simulation(program).run(1, 3));
    const spoilt = new Simulation(program);
    spoil(spoilt);
    expect(differences(keep(spoilt.run(1, 3)), fresh)).toEqual([]);
  });

  it.each(model.scenarios.map((scenario) => scenario.id))('runs %s', (scenario) => {
    const { changes } = model.scenarios.find((one) => one.id === scenario)!;
    const { value } = resolve(model.raw, { id, changes });
    const program = compileProgram(model.portfolio, value!, 2 * 365.25);
    const plan = planMeasures(program);
    const simulation = new Simulation(program);
    const { strata, binEnds, reasons } = plan.endings;
    const endings = new Float64Array(strata.length * binEnds.length * reasons.length);
    const series = new Float64Array(plan.seriesSize);
    for (let replication = 0; replication < 2; replication++) {
      const totals = new Float64Array(plan.totals);
      const record = simulation.run(1, replication);
      measureReplication(program, plan, record, totals, 0, series, endings);
      expect(totals.every(Number.isFinite)).toBe(true);
      const of = (name: string) => plan.measures.find((one) => one.id === name && !one.by)!;
      expect(totals[of('referred').numerator]).toBeGreaterThan(0);
      expect(totals[of('started').numerator]).toBeGreaterThan(0);
      expect(totals[of('spend').numerator]).toBeGreaterThan(0);
    }
    expect(series.every((value) => Number.isFinite(value) && value >= -1e-6)).toBe(true);
    expect(endings.every((value) => value >= 0)).toBe(true);
  });
});
