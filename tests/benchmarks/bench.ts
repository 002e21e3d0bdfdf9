import { availableParallelism, loadavg } from 'node:os';
import { queueCases, type Measured } from './queue-case.ts';
import { findSimPy, measure, measureSimPy, median, nsEach } from './sitting.ts';
import { rowsOf, table, type Sitting } from './table.ts';

/**
 * Measure everything in one sitting after another, rivals turn by turn, and
 * print ratios: each is the median over sittings of a ratio within a sitting,
 * so that what else the machine does falls on both sides alike.
 */
export function bench(quick: boolean): void {
  const sittings = quick ? 1 : 5;
  const customers = quick ? 400_000 : 2_000_000;
  const replications = quick ? 40 : 200;
  const python = findSimPy();
  const load = loadavg()[0].toFixed(1);
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, load ${load}; ` +
      `${sittings} ${sittings === 1 ? 'sitting' : 'sittings'}, ${customers} customers a queue.`,
  );
  if (!python) console.log('SimPy is left out: no Python here has it.');
  const done: Sitting[] = [];
  for (let i = 0; i < sittings; i++) {
    const seed = 20270401 + i;
    const sitting: Sitting = {};
    const take = (name: string, words = name) => (sitting[name] = measure(words, seed));
    for (const queue of Object.keys(queueCases)) {
      take(`bare ${queue} counter`, `bare ${queue} counter ${customers}`);
      take(`simjs ${queue}`, `simjs ${queue} ${customers}`);
      take(`model ${queue}`, `model ${queue} ${customers}`);
      take(`bare ${queue} sequential`, `bare ${queue} sequential ${customers}`);
      if (python) {
        const few = customers / 10;
        sitting[`simpy ${queue}`] = measureSimPy(python, queueCases[queue], few, seed);
      }
    }
    for (const name of ['model W1', 'model W2']) takeList(sitting, name, seed);
    take('partnership 1', `partnership 1 ${quick ? 5 : 20}`);
    takeList(sitting, 'partnership 1', seed);
    take('partnership 10', `partnership 10 ${quick ? 1 : 2}`);
    if (i === 0) {
      take('partnership 100', 'partnership 100 1');
      take('memory 1000');
      take('memory 10000', quick ? 'memory 3000' : 'memory 10000');
    }
    take('threads 1', `threads 1 ${replications}`);
    take('threads 2', `threads 2 ${replications}`);
    done.push(sitting);
    console.log(`Sitting ${i + 1} of ${sittings} is over.`);
  }
  console.log(`\n${table(rowsOf(done))}`);
  console.log(`\n${partnership(done)}\n${waits(done)}`);
}

/** The bare list, with as many events waiting as in the run it is held against. */
function takeList(sitting: Sitting, name: string, seed: number): void {
  const { waiting } = sitting[name];
  const words = `list ${Math.max(2, Math.round(Number(waiting)))} 5000000`;
  sitting[`list of ${name}`] = measure(words, seed);
}

function partnership(sittings: Sitting[]): string {
  const ns = median(sittings.map((sitting) => nsEach(sitting['partnership 1'])));
  return `South Ayrshire: ${ns.toFixed(0)} ns an event.`;
}

/** A rival that ran another queue would be no rival. */
function waits(sittings: Sitting[]): string {
  return Object.entries(queueCases)
    .map(([queue, { title, wait }]) => {
      const names = Object.keys(sittings[0]).filter((name) => name.split(' ')[1] === queue);
      const found = names.map((name) => {
        const mean = median(
          sittings.map((sitting: Record<string, Measured>) => sitting[name].wait ?? NaN),
        );
        return `${name.replace(` ${queue}`, '')} ${mean.toFixed(3)}`;
      });
      return `Mean wait of ${title}: theory ${wait.toFixed(3)}; ${found.join(', ')}.`;
    })
    .join('\n');
}
