import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What runs through millions of times in a test: each with all that it imports. */
const entries = ['simulation/simulation.ts', 'measures/measure-replication.ts'].map(
  (path) => `${root}src/lib/${path}`,
);

const prefix = '\0packed:';

/**
 * Give tests the simulation and its measures as one file each, as the program has them.
 *
 * A test runner looks an import up wherever it is used, which makes a run three times as slow. The
 * rooms' own tests have their files as they stand.
 */
export const packedSimulation = (): Plugin => ({
  name: 'bide:packed-simulation',
  enforce: 'pre',
  async resolveId(source, importer) {
    const entry = entries.find((path) => path.endsWith(source.replace(/^.*\//, '/')));
    if (!entry || !importer || folderOf(importer) === folderOf(entry)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found?.id === entry ? prefix + entry : null;
  },
  load: (id) => (id.startsWith(prefix) ? pack(id.slice(prefix.length)) : null),
});

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

async function pack(entry: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { $lib: `${root}src/lib` } },
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return (result as Rolldown.RolldownOutput).output[0].code;
}
