import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { freshValidators } from './src/build/fresh-validators.ts';
import { LongestFirst } from './src/build/longest-first.ts';
import { markdownPages } from './src/build/markdown-pages.ts';
import { nodeWorker } from './src/build/node-worker.ts';
import { packedSimulation } from './src/build/packed-simulation.ts';
import { resultsVersion } from './src/build/results-version.js';

export default defineConfig({
  plugins: [freshValidators(), markdownPages(), nodeWorker(), sveltekit()],
  define: resultsVersion,
  worker: { format: 'es' },
  test: {
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        plugins: [packedSimulation()],
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['tests/store/postgres.ts'],
          // No test is timed: this only ends one that hangs, on a machine that does much else too.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Loading the modules anew for each file took longer than half of the tests; none of them
          // keeps a state that another could see.
          isolate: false,
          // Published pages carry the style of charts as text; other style sheets have no part in tests.
          css: { include: [/charts\.css\?raw$/] },
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/end-to-end/**', 'node_modules/**'],
        },
      },
    ],
  },
});
