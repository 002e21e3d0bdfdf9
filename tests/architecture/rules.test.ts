/** The rules have rules: each is shown what it must catch, and what it must let pass. */
import { describe, expect, test } from 'vitest';
import { checkStopwatches } from './clock-rules.ts';
import { checkRoomCycles } from './cycle-rules.ts';
import { checkLength, checkNames } from './file-rules.ts';
import { checkNode, checkPackages, checkPools, checkRooms, checkSpelling } from './import-rules.ts';
import { checkPurity } from './pure-rules.ts';
import { readSource, type Breach, type Source } from './source.ts';

function caught(rule: (source: Source) => Breach[], path: string, text: string): string[] {
  return rule(readSource(path, text)).map(({ line, message }) => `${line}: ${message}`);
}

describe('rooms', () => {
  test.each([
    ['src/lib/engine/clock.ts', `import { a } from '../portfolio/portfolio.ts';`],
    ['src/lib/engine/clock.ts', `import type { A } from '../portfolio/portfolio.ts';`],
    ['src/lib/formula/evaluate.ts', `import { a } from '../engine/random.ts';`],
    ['src/lib/diagnostics/finding.ts', `import { exp } from '../engine/elementary.ts';`],
    ['src/lib/simulation/run.ts', `import { a } from '../portfolio/resolve.ts';`],
    ['src/lib/simulation/run.ts', `import { type A } from '../portfolio/portfolio.ts';`],
    ['src/lib/simulation/run.ts', `export { a } from '../measures/measure.ts';`],
    ['src/lib/portfolio/check.ts', `const a = await import('../measures/measure.ts');`],
    ['src/lib/words/say.ts', `import { a } from '../measures/measure.ts';`],
    [
      'src/lib/charts/Bars.svelte',
      `<p>1</p>\n<script>import a from '../state/a.svelte.ts';</script>`,
    ],
    ['src/lib/server/store.ts', `import { a } from '../../routes/a.ts';`],
    ['src/lib/server/store.test.ts', `import { a } from '../../routes/a.ts';`],
    ['src/routes/+page.ts', `import { a } from '../cli/main.ts';`],
    ['src/lib/engine/clock.ts', `import { version } from '../../../package.json';`],
    ['src/lib/tools/a.ts', ``],
  ])('%s may not: %s', (path, text) => {
    expect(caught(checkRooms, path, text)).toHaveLength(1);
  });

  test.each([
    ['src/lib/engine/clock.ts', `import { a } from './random.ts';`],
    ['src/lib/engine/clock.ts', `import { a } from '../diagnostics/finding.ts';`],
    ['src/lib/formula/evaluate.ts', `import { exp } from '../engine/elementary.ts';`],
    ['src/lib/simulation/run.ts', `import type { A } from '../portfolio/portfolio.ts';`],
    ['src/lib/simulation/run.ts', `export type { A } from '../portfolio/portfolio.ts';`],
    ['src/lib/words/say.ts', `type A = import('../measures/measure.ts').A;`],
    ['src/lib/ui/Table.svelte', `<script lang="ts">import { a } from '../charts/a.ts';</script>`],
    ['src/lib/simulation/run.test.ts', `import { a } from '../portfolio/parse.ts';`],
    ['src/routes/+page.ts', `import { a } from '$lib/experiment/run.ts';`],
    ['src/lib/server/version.ts', `import { version } from '../../../package.json';`],
    ['src/cli/bide.js', `import { a } from '../build/build-cli.js';`],
  ])('%s may: %s', (path, text) => {
    expect(caught(checkRooms, path, text)).toEqual([]);
  });

  test('a breach names its line', () => {
    const component = `<p>text</p>\n\n<script>\n  import a from '../server/a.ts';\n</script>`;
    expect(caught(checkRooms, 'src/lib/ui/A.svelte', component)).toEqual([
      '4: ui may import types of server only: write `import type`',
    ]);
  });
});

describe('pools', () => {
  const serverPool = `import { a } from '../experiment/server-pool.ts';`;
  const browserPool = `import { a } from '../experiment/browser-pool.ts';`;

  test.each([
    ['src/lib/state/comparison.svelte.ts', serverPool],
    ['src/lib/server/jobs.ts', browserPool],
    ['src/lib/comparison/compare.ts', browserPool],
    ['src/lib/experiment/plan.ts', `import { a } from './server-pool.ts';`],
  ])('%s may not: %s', (path, text) => {
    expect(caught(checkPools, path, text)).toHaveLength(1);
  });

  test.each([
    ['src/lib/state/comparison.svelte.ts', browserPool],
    ['src/lib/server/jobs.ts', serverPool],
    ['src/lib/experiment/browser-pool.ts', `import W from './browser.worker.ts?worker';`],
  ])('%s may: %s', (path, text) => {
    expect(caught(checkPools, path, text)).toEqual([]);
  });
});

describe('node and packages', () => {
  test.each([
    [checkNode, 'src/lib/measures/a.ts', `import { readFileSync } from 'node:fs';`],
    [checkNode, 'src/lib/experiment/plan.ts', `import { cpus } from 'node:os';`],
    [checkNode, 'src/routes/+page.server.ts', `import { readFileSync } from 'node:fs';`],
    [checkNode, 'src/lib/server/a.ts', `import { readFileSync } from 'fs';`],
    [checkPackages, 'src/lib/portfolio/a.ts', `import { parse } from 'mathjs/number';`],
    [checkPackages, 'src/lib/formula/a.ts', `import { parse } from 'yaml';`],
    [
      checkPackages,
      'src/lib/ui/A.svelte',
      `<script>import { scaleLinear } from 'd3-scale';</script>`,
    ],
    [checkPackages, 'src/lib/measures/a.ts', `import { onMount } from 'svelte';`],
    [checkPackages, 'src/lib/state/a.ts', `import { page } from '$app/state';`],
    [checkPackages, 'src/lib/engine/a.ts', `import pad from 'left-pad';`],
  ])('%o catches %s: %s', (rule, path, text) => {
    expect(caught(rule, path, text)).toHaveLength(1);
  });

  test.each([
    [checkNode, 'src/lib/server/a.ts', `import { readFileSync } from 'node:fs';`],
    [
      checkNode,
      'src/lib/experiment/server-pool.ts',
      `import { Worker } from 'node:worker_threads';`,
    ],
    [checkNode, 'src/lib/measures/a.test.ts', `import { readFileSync } from 'node:fs';`],
    [checkPackages, 'src/lib/formula/a.ts', `import { parse } from 'mathjs/number';`],
    [checkPackages, 'src/lib/charts/a.ts', `import { line } from 'd3-shape';`],
    [checkPackages, 'src/lib/engine/a.test.ts', `import { test } from 'vitest';`],
  ])('%o passes %s: %s', (rule, path, text) => {
    expect(caught(rule, path, text)).toEqual([]);
  });
});

describe('spelling', () => {
  test.each([
    ['src/lib/engine/a.ts', `import { b } from './b';`],
    ['src/lib/measures/a.ts', `import { b } from '$lib/engine/b.ts';`],
  ])('%s may not: %s', (path, text) => {
    expect(caught(checkSpelling, path, text)).toHaveLength(1);
  });

  test.each([
    ['src/routes/+page.ts', `import type { PageLoad } from './$types';`],
    ['src/routes/+page.ts', `import { b } from '$lib/engine/b.ts';`],
    ['src/lib/experiment/a.ts', `import code from './server.worker.ts?node-worker';`],
  ])('%s may: %s', (path, text) => {
    expect(caught(checkSpelling, path, text)).toEqual([]);
  });
});

describe('purity', () => {
  test.each([
    'Math.random();',
    'Math.exp(1);',
    'Math.pow(2, 3);',
    'Math.hypot(3, 4);',
    'const { exp } = Math;',
    "Math['exp'](1);",
    'globalThis.Math.sin(1);',
    '2 ** 3;',
    'let x = 2; x **= 3;',
    'Date.now();',
    'new Date();',
    'String(Date());',
    'performance.now();',
    'fetch("/");',
    'globalThis.fetch("/");',
    'console.log(1);',
    'crypto.randomUUID();',
    'process.env.HOME;',
    'setTimeout(f, 1);',
    '(1).toLocaleString();',
    '"a".localeCompare("b");',
    'new Intl.NumberFormat("en");',
  ])('no pure room says %s', (text) => {
    expect(caught(checkPurity, 'src/lib/simulation/a.ts', text)).not.toEqual([]);
  });

  test.each([
    'Math.max(1, Math.floor(2.5), Math.PI);',
    'new Date(0);',
    'crypto.subtle.digest("SHA-256", bytes);',
    'export function load(fetch: Fetch) { return fetch("/"); }',
    'const wait = { performance: 1, console: 2 };',
    'model.fetch();',
    'a * b;',
    '// Math.random() would be wrong here.',
  ])('a pure room may say %s', (text) => {
    expect(caught(checkPurity, 'src/lib/simulation/a.ts', text)).toEqual([]);
  });

  test('rooms at the edge, tests, pools and what they share are free', () => {
    for (const path of [
      'src/lib/server/a.ts',
      'src/lib/simulation/a.test.ts',
      'src/lib/experiment/server-pool.ts',
      'src/lib/experiment/browser.worker.ts',
      'src/lib/experiment/worker-pool.ts',
      'src/lib/experiment/node.worker.ts',
    ]) {
      expect(caught(checkPurity, path, 'Date.now(); console.log(Math.random());')).toEqual([]);
    }
  });

  test('words may format for a language, and nothing else', () => {
    const path = 'src/lib/words/numbers.ts';
    expect(caught(checkPurity, path, 'new Intl.NumberFormat("en");')).toEqual([]);
    expect(caught(checkPurity, path, 'Date.now();')).toHaveLength(1);
  });
});

describe('tests', () => {
  test.each([
    'const begun = performance.now();',
    'const begun = process.cpuUsage();',
    'process.hrtime.bigint();',
    "console.time('a');",
    'expect(Date.now() - begun).toBeLessThan(1000);',
    'const left = until - Date.now();',
  ])('none says %s', (text) => {
    expect(caught(checkStopwatches, 'tests/store/a.test.ts', text)).not.toEqual([]);
    expect(caught(checkStopwatches, 'src/lib/engine/a.test.ts', text)).not.toEqual([]);
    expect(caught(checkStopwatches, 'tests/benchmarks/a.ts', text)).toEqual([]);
  });

  test.each([
    'const old = Date.now() - 3 * 86_400_000;',
    'const now = Date.now();',
    '// performance.now() would be wrong here.',
    'vi.useFakeTimers(); const took = Date.now() - begun;',
  ])('one may say %s', (text) => {
    expect(caught(checkStopwatches, 'tests/store/a.test.ts', text)).toEqual([]);
  });
});

describe('files', () => {
  test('400 lines pass, 401 do not', () => {
    const path = 'src/lib/engine/clock.ts';
    expect(caught(checkLength, path, 'a;\n'.repeat(400))).toEqual([]);
    expect(caught(checkLength, path, 'a;\n'.repeat(401))).toHaveLength(1);
  });

  test('generated files may be long', () => {
    const path = 'src/lib/portfolio/generated/validators.js';
    expect(caught(checkLength, path, 'a;\n'.repeat(999))).toEqual([]);
  });

  test.each([
    'src/lib/engine/utils.ts',
    'src/lib/measures/data.ts',
    'src/lib/helpers/clock.ts',
    'src/lib/engine/eventQueue.ts',
    'src/lib/engine/event_queue.ts',
    'src/lib/charts/bar-chart.svelte',
    'src/routes/Portfolio/+page.svelte',
  ])('%s is no name', (path) => {
    expect(caught(checkNames, path, '')).not.toEqual([]);
  });

  test.each([
    'src/lib/engine/event-queue.ts',
    'src/lib/charts/BarChart.svelte',
    'src/lib/state/scenario-draft.svelte.ts',
    'src/lib/documents/data-package.ts',
    'src/lib/experiment/server.worker.ts',
    'src/lib/portfolio/generated/validators.d.ts',
    'src/hooks.server.ts',
    'src/routes/+page.svelte',
    'src/routes/+layout.server.ts',
    'src/routes/snapshots/[hash]/+server.ts',
    'src/routes/(app)/guide/[...path]/+page.svelte',
    'src/routes/portfolio/[name].yaml/+server.ts',
    'src/routes/robots.txt/+server.ts',
  ])('%s is a name', (path) => {
    expect(caught(checkNames, path, '')).toEqual([]);
  });
});

describe('cycles', () => {
  test('rooms that import each other are caught, types included', () => {
    const sources = [
      readSource('src/lib/words/a.ts', `import type { A } from '../charts/b.ts';`),
      readSource('src/lib/charts/b.ts', `import { a } from '../ui/c.ts';`),
      readSource('src/lib/ui/c.ts', `import { a } from '../words/d.ts';`),
    ];
    expect(checkRoomCycles(sources).map(({ message }) => message)).toEqual([
      'imports itself: words → charts → ui → words',
    ]);
  });

  test('files of one room may call each other, and two ways to one room are no cycle', () => {
    const sources = [
      readSource('src/lib/ui/a.ts', `import './b.ts'; import '../words/d.ts';`),
      readSource('src/lib/ui/b.ts', `import './a.ts'; import '../charts/c.ts';`),
      readSource('src/lib/charts/c.ts', `import '../words/d.ts';`),
    ];
    expect(checkRoomCycles(sources)).toEqual([]);
  });
});
