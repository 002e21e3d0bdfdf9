/**
 * `npm run bench`: bundle the benchmarks, so that they run as the program does, and print ratios.
 *
 * `npm run bench -- --quick` takes one short sitting, to see that it works; `npm run bench -- page`
 * measures how long pages take to answer instead, `npm run bench -- hall` a hall full of phones, and
 * `npm run bench -- readers` how many readers of a published page are served.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string[]} words */
function run(words) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const words = process.argv.slice(2);
const loads = new Map([
  ['page', 'measure-pages'],
  ['hall', 'load-hall'],
  ['readers', 'load-readers'],
]);
const load = loads.get(words[0]);
if (load) {
  run([`tests/benchmarks/${load}.js`, ...words.slice(1)]);
  process.exit();
}
run(['node_modules/vite/bin/vite.js', 'build', '--config', 'src/build/bench.config.ts']);
run(['build/bench/bench.js', ...words]);
