import { readFileSync } from 'node:fs';
import { EventQueue } from '../../src/lib/engine/event-queue.ts';
import { endingsSize } from '../../src/lib/experiment/merge.ts';
import { measureReplication } from '../../src/lib/measures/measure-replication.ts';
import type { MeasurePlan } from '../../src/lib/measures/measure.ts';
import { planMeasures } from '../../src/lib/measures/plan.ts';
import { readModel, type Model } from '../../src/lib/portfolio/read-model.ts';
import type { PortfolioFile } from '../../src/lib/portfolio/portfolio-file.ts';
import { resolve } from '../../src/lib/portfolio/resolve.ts';
import { compileProgram, type Program } from '../../src/lib/simulation/compile.ts';
import { Simulation } from '../../src/lib/simulation/simulation.ts';

/** Read a model's portfolio through the ordinary front door, without its scenarios. */
export function readPortfolio(folder: string): Model {
  const text = readFileSync(`${folder}/portfolio.yaml`, 'utf8');
  const { value, findings } = readModel([{ path: 'portfolio.yaml', text }], folder);
  if (!value) throw new Error(findings.map(({ what }) => what).join('\n'));
  return value;
}

/** A model ready to be run and measured, replication by replication, as a worker of a pool does. */
export class ModelRuns {
  readonly program: Program;
  readonly plan: MeasurePlan;
  /** Totals of all replications run so far. */
  private readonly totals: Float64Array;
  private done = 0;
  private readonly row: Float64Array;
  private readonly simulation: Simulation;
  private readonly series: Float64Array;
  private readonly endings: Float64Array;

  constructor(raw: PortfolioFile, id: string) {
    const { value, findings } = resolve(raw, { id, changes: [] });
    if (!value) throw new Error(findings.map(({ path, what }) => `${path}: ${what}`).join('\n'));
    this.program = compileProgram(value, value);
    this.plan = planMeasures(this.program);
    this.simulation = new Simulation(this.program);
    this.totals = new Float64Array(this.plan.totals);
    this.row = new Float64Array(this.plan.totals);
    this.series = new Float64Array(this.plan.seriesSize);
    this.endings = new Float64Array(endingsSize(this.plan));
  }

  /** Days that every replication goes through, from the warm-up to the end of the run-out. */
  get days(): number {
    const { warmUpDays, horizonDays, runOutDays } = this.program;
    return warmUpDays + horizonDays + runOutDays;
  }

  /** Run and measure one replication; return how many events it had. */
  run(seed: number, replication: number): number {
    const record = this.simulation.run(seed, replication);
    const { program, plan, row, series, endings } = this;
    row.fill(0);
    measureReplication(program, plan, record, row, 0, series, endings);
    for (let i = 0; i < row.length; i++) this.totals[i] += row[i];
    this.done++;
    return record.events;
  }

  /** A measure over everything, of what has been run so far. */
  measure(id: string): number {
    const found = this.plan.measures.find((one) => one.id === id && one.by === null);
    if (!found) throw new Error(`No measure ${id}.`);
    const { numerator, denominator, scale } = found;
    return (
      (this.totals[numerator] / (denominator < 0 ? this.done : this.totals[denominator])) * scale
    );
  }

  /** Mean number of events waiting as one is popped, over one replication. */
  meanWaiting(seed: number, replication: number): number {
    const { world } = this.simulation as unknown as { world: { queue: EventQueue } };
    const own = world.queue;
    const counting = new CountingQueue({ width: 1 });
    world.queue = counting;
    this.simulation.run(seed, replication);
    world.queue = own;
    return counting.sum / counting.pops;
  }
}

class CountingQueue extends EventQueue {
  sum = 0;
  pops = 0;

  override pop(): boolean {
    this.sum += this.size;
    this.pops++;
    return super.pop();
  }
}
