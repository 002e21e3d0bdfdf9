import { build, type Plugin, type Rolldown } from 'vite';
import { resultsVersion } from './results-version.js';

const suffix = '?node-worker';

/**
 * Bundle `import source from './x.worker.ts?node-worker'` into one string of JavaScript.
 *
 * The string runs in a thread: `new Worker(new URL('data:text/javascript,' +
 * encodeURIComponent(source)))`. Vite leaves `new URL('./x.worker.ts', import.meta.url)` as it is
 * in server builds, where the file no longer exists; a string survives every kind of build.
 */
export const nodeWorker = (): Plugin => ({
  name: 'bide:node-worker',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(suffix)) return null;
    const output = (await build({
      configFile: false,
      logLevel: 'error',
      define: resultsVersion,
      ssr: { noExternal: true },
      build: {
        ssr: id.slice(0, -suffix.length),
        write: false,
        minify: true,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    })) as Rolldown.RolldownOutput;
    const chunk = output.output[0];
    for (const module of chunk.moduleIds) {
      if (!module.includes('node_modules')) this.addWatchFile(module);
    }
    return { code: `export default ${JSON.stringify(chunk.code)};`, map: null, moduleType: 'js' };
  },
});
