import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { freshValidators } from './fresh-validators.ts';
import { nodeWorker } from './node-worker.ts';
import { resultsVersion } from './results-version.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How the benchmarks become one file of plain JavaScript, as the program itself does. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: 'error',
  plugins: [freshValidators(), nodeWorker()],
  define: resultsVersion,
  resolve: { alias: { $lib: `${root}src/lib` } },
  ssr: { noExternal: true },
  build: {
    ssr: `${root}tests/benchmarks/main.ts`,
    outDir: `${root}build/bench`,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'bench.js', codeSplitting: false } },
  },
});
