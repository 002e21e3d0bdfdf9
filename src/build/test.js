/**
 * `npm test`: every check there is, in one order, with one closing line of counts.
 *
 * `node src/build/test.js format lint` runs those steps only; `--long` runs tests at full length.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { add, failure, none, playwrightCounts, vitestCounts } from './test-counts.js';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command what Node runs, from the top folder
 * @property {(report: any) => import('./test-counts.js').Counts} [read] how to count its cases in
 *   the report it writes; a step without counts as one
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = join(root, 'build', 'test-reports', String(process.pid));

/** A step that takes this many hours hangs. */
const limitHours = { usual: 1, long: 8 };

/** @type {Step[]} */
const prepare = [{ name: 'prepare', command: ['src/build/prepare.js'] }];

/** @type {Step[]} */
const lint = [
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
];

/** @type {Step[]} */
const formatTypesAndBuild = [
  {
    name: 'format',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'types',
    command: ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings'],
  },
  { name: 'build', command: ['src/build/build-app.js'] },
];

/** @type {Step[]} */
const unit = [
  {
    name: 'unit',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`,
    ],
    read: vitestCounts,
  },
];

/** @type {Step[]} */
const endToEnd = [
  {
    name: 'end-to-end',
    command: [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config=tests/end-to-end/playwright.config.ts',
      '--reporter=list,json',
    ],
    read: playwrightCounts,
  },
];

/**
 * Stages come one after another; the lists of steps within one run beside each other, for most of
 * them use one core. Unit tests use all there are, and begin while linting goes on: a core that
 * waited for it would do nothing.
 *
 * @type {Step[][][]}
 */
const stages = [[prepare], [lint, [...formatTypesAndBuild, ...unit]], [endToEnd]];
const steps = stages.flat(2);

/**
 * @param {Step} step
 * @param {boolean} alone whether nothing runs beside it: what it prints is then shown as it comes
 */
async function runStep(step, alone) {
  if (alone) console.log(`\n── ${step.name} ──`);
  const started = performance.now();
  const { succeeded, printed } = await runs(step, alone);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = countsOf(step, succeeded);
  if (!alone) console.log(`\n── ${step.name} ──\n${printed.trimEnd()}`);
  console.log(`${step.name}: ${succeeded ? 'passed' : 'FAILED'} in ${seconds} s`);
  return counts;
}

/**
 * @param {Step} step
 * @param {boolean} alone
 * @returns {Promise<{ succeeded: boolean, printed: string }>} whether it ended well, and what it
 *   printed where that was kept
 */
function runs(step, alone) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.command, {
      cwd: root,
      stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
      timeout: (long ? limitHours.long : limitHours.usual) * 60 * 60 * 1000,
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'end-to-end.json'),
        ...(long ? { BIDE_LONG: '1' } : { BIDE_LINT_FAST: '1' }),
      },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text));
    }
    child.on('error', (error) => resolve({ succeeded: false, printed: printed + error.message }));
    child.on('close', (code) => resolve({ succeeded: code === 0, printed }));
  });
}

/**
 * @param {Step} step
 * @param {boolean} succeeded
 */
function countsOf(step, succeeded) {
  if (!step.read) return succeeded ? { ...none, passed: 1 } : failure(step.name);
  /** @type {import('./test-counts.js').Counts} */
  let counts;
  try {
    counts = step.read(JSON.parse(readFileSync(join(reports, `${step.name}.json`), 'utf8')));
  } catch {
    // No report: the runner ended before it could write one.
    return failure(`${step.name}: ended without a report`);
  }
  if (succeeded || counts.failed > 0) return counts;
  return add(counts, failure(`${step.name}: failed for a reason that no test names`));
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const long = process.argv.includes('--long');
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}: ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

/** @param {Step} step */
const wanted = (step) => asked.length === 0 || asked.includes(step.name);

mkdirSync(reports, { recursive: true });
let total = none;
for (const stage of stages) {
  const lanes = stage.map((lane) => lane.filter(wanted)).filter((lane) => lane.length > 0);
  const counts = await Promise.all(
    lanes.map(async (lane) => {
      let ofLane = none;
      for (const step of lane) ofLane = add(ofLane, await runStep(step, lanes.length === 1));
      return ofLane;
    }),
  );
  total = counts.reduce(add, total);
}
rmSync(reports, { recursive: true, force: true });

for (const name of total.skippedNames) console.log(`skipped: ${name}`);
for (const failed of total.failures) console.log(`FAILED: ${failed.replaceAll(root, '')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
