import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshBuild, newestBuild } from './fresh-build.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(root, 'node_modules/vite/bin/vite.js');

/** @type {import('./fresh-build.js').Part} */
const cli = {
  name: 'cli',
  sources: ['src/cli', 'src/lib', 'src/content', 'src/build', 'static/schema', 'package-lock.json'],
  build: async (output) => {
    const run = spawnSync(
      process.execPath,
      [vite, 'build', '--config', 'src/build/cli.config.ts', '--outDir', output],
      { cwd: root, encoding: 'utf8' },
    );
    if (run.status !== 0) {
      throw new Error(`The bide command could not be built.\n\n${run.stdout}${run.stderr}`);
    }
  },
};

/**
 * Return the path of the bundled command line, building it when sources changed.
 *
 * Where the build tools were left out (`npm ci --omit=dev`) the newest bundle there is has to do.
 */
export async function freshCli() {
  const bundle = existsSync(vite) ? await freshBuild(root, cli) : newestBuild(root, cli.name);
  if (!bundle) {
    throw new Error(`The bide command has not been built yet. Run this first:\n\n  npm ci`);
  }
  return join(bundle, 'main.js');
}
