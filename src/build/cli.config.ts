import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { freshValidators } from './fresh-validators.ts';
import { markdownPages } from './markdown-pages.ts';
import { nodeWorker } from './node-worker.ts';
import { resultsVersion } from './results-version.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Packages with compiled parts, which cannot be put into a bundle.
 * Everything else is bundled: one file starts several times faster than hundreds.
 */
const external = ['libsql', 'pg', 'pg-boss', '@resvg/resvg-js'];

/** How `src/cli/main.ts` becomes the bundle that `src/cli/bide.js` loads. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: 'warn',
  plugins: [freshValidators(), markdownPages(), nodeWorker(), svelte()],
  define: resultsVersion,
  resolve: { alias: { $lib: `${root}src/lib` } },
  ssr: { noExternal: true, external },
  build: {
    ssr: `${root}src/cli/main.ts`,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
});
