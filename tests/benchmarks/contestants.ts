import { serverPool } from '../../src/lib/experiment/server-pool.ts';
import { EventQueue } from '../../src/lib/engine/event-queue.ts';
import { runBare, type Outcome } from './bare-engine.ts';
import { larger } from './larger.ts';
import { CounterLuck, SequentialLuck } from './luck.ts';
import { ModelRuns, readPortfolio } from './models.ts';
import { queueCases, type Measured, type QueueCase } from './queue-case.ts';
import { runSimJs } from './simjs-queue.ts';

const SOUTH_AYRSHIRE = 'models/south-ayrshire';
const WARM_UP = '2 years';

type Contestant = (words: string[], seed: number) => Measured | Promise<Measured>;

/**
 * What is measured, each in a process of its own, so that none runs on code
 * that another has warmed up or spoilt. The time is that of the work alone,
 * with what V8 takes to compile it while it runs: the lesser of the clock's and
 * the processor's, for the one counts what else the machine does, the other
 * the threads that collect garbage meanwhile.
 */
export const contestants: Record<string, Contestant> = {
  bare: ([queue, luck, customers], seed) =>
    queueRun(queue, Number(customers), (one, count) =>
      runBare(one, count, luck === 'counter' ? new CounterLuck(seed) : new SequentialLuck(seed)),
    ),
  simjs: ([queue, customers], seed) =>
    queueRun(queue, Number(customers), (one, count) => runSimJs(one, count, seed)),
  model: ([queue, customers], seed) => modelRun(queue, Number(customers), seed),
  list: ([waiting, pops], seed) => holdRun(Number(waiting), Number(pops), seed),
  partnership: ([times, replications], seed) =>
    partnershipRun(Number(times), Number(replications), seed),
  threads: ([threads, replications], seed) =>
    threadsRun(Number(threads), Number(replications), seed),
  memory: ([replications], seed) => memoryRun(Number(replications), seed),
};

/** Start a watch; what is returned reads it, in seconds. */
function watch(): () => number {
  const from = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min((performance.now() - from) / 1e3, (user + system) / 1e6);
  };
}

function queueRun(
  queue: string,
  customers: number,
  run: (one: QueueCase, customers: number) => Outcome,
): Measured {
  const seconds = watch();
  const { served, waitOfServed, gaveUp } = run(queueCases[queue], customers);
  return { count: customers, seconds: seconds(), wait: waitOfServed / served, gaveUp };
}

/** The queue as a YAML model, from its text to its measures, until so many customers have come. */
function modelRun(queue: string, customers: number, seed: number): Measured {
  const one = queueCases[queue];
  const seconds = watch();
  const { raw, id } = readPortfolio(`tests/known-answers/models/${one.model}`);
  const runs = new ModelRuns(raw, id);
  const each = one.arrive * runs.days;
  const replications = Math.ceil(customers / each);
  let events = 0;
  for (let i = 0; i < replications; i++) events += runs.run(seed, i);
  const took = seconds();
  return {
    count: replications * each,
    seconds: took,
    wait: runs.measure('wait-mean'),
    events,
    waiting: runs.meanWaiting(seed, 0),
  };
}

/**
 * The event list alone: as many events wait as in the run it is held against,
 * and each one popped is followed by one pushed (the hold model of Jones, CACM 29, 1986).
 */
function holdRun(waiting: number, pops: number, seed: number): Measured {
  const luck = new SequentialLuck(seed);
  const ahead = Float64Array.from({ length: 65_536 }, () => luck.exponential());
  const queue = new EventQueue({ width: 3 / waiting });
  for (let i = 0; i < waiting; i++) queue.push(ahead[i & 65_535], i, 0);
  const seconds = watch();
  for (let i = 0; i < pops; i++) {
    queue.pop();
    queue.push(queue.time + ahead[i & 65_535], queue.payload, queue.stamp);
  }
  return { count: pops, seconds: seconds() };
}

/** South Ayrshire, or a partnership like it and so many times as large. */
function partnershipRun(times: number, replications: number, seed: number): Measured {
  const { raw, id } = readPortfolio(SOUTH_AYRSHIRE);
  const runs = new ModelRuns(larger(raw, times, WARM_UP), id);
  // Code that has not been compiled yet is no part of what grows with the number of people. Of a
  // nation the first replication is told, which whoever waits for it has with the compiling.
  if (times < 100) {
    const small = new ModelRuns(larger(raw, 1, WARM_UP), id);
    for (let i = 0; i < 3; i++) small.run(seed + 1, i);
  }
  let events = 0;
  const seconds = watch();
  events += runs.run(seed, 0);
  const first = seconds();
  for (let i = 1; i < replications; i++) events += runs.run(seed, i);
  return {
    count: events,
    seconds: seconds(),
    first,
    // Supported or waiting at a time.
    people: runs.measure('present') + runs.measure('list'),
    waiting: times === 1 ? runs.meanWaiting(seed, 0) : undefined,
  };
}

/** Replications of South Ayrshire by a pool that is there and warm, on so many threads. */
async function threadsRun(threads: number, replications: number, seed: number): Promise<Measured> {
  const { raw, id } = readPortfolio(SOUTH_AYRSHIRE);
  const pool = serverPool({ size: threads });
  const request = {
    model: { id, raw },
    baseline: [],
    arms: [{ id: 'as it is', changes: [] }],
    threads,
  };
  await pool.run({ ...request, seed: seed + 1, replications: 10 * threads });
  const from = performance.now();
  await pool.run({ ...request, seed, replications });
  const took = (performance.now() - from) / 1000;
  pool.close();
  return { count: replications, seconds: took };
}

/** Memory of the whole process, threads too, after so many replications of a small model. */
async function memoryRun(replications: number, seed: number): Promise<Measured> {
  const { raw, id } = readPortfolio('tests/known-answers/models/poisson-counts');
  const pool = serverPool({ size: 1 });
  const from = performance.now();
  await pool.run({
    model: { id, raw },
    baseline: [],
    arms: [{ id: 'as it is', changes: [] }],
    seed,
    replications,
    threads: 1,
  });
  const took = (performance.now() - from) / 1000;
  const megabytes = process.memoryUsage().rss / 1e6;
  pool.close();
  return { count: replications, seconds: took, megabytes };
}
