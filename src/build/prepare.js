/**
 * What has to exist before anything can be checked, tested or run. npm runs it after `npm ci`,
 * so it stays quick and prints nothing when all is well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kit = join(root, 'node_modules/@sveltejs/kit/svelte-kit.js');

if (existsSync(kit)) {
  await prepare();
} else {
  console.warn('The build tools were left out, so nothing was built. `npm ci` brings them.');
}

async function prepare() {
  const { freshCli } = await import('./build-cli.js');
  const { compileValidators } = await import('./compile-validators.js');

  const sync = spawnSync(process.execPath, [kit, 'sync'], { cwd: root, stdio: 'inherit' });
  if (sync.status !== 0) process.exitCode = 1;

  for (const file of await compileValidators()) {
    console.warn(`${file} is missing, so its validator could not be compiled.`);
  }
  try {
    await freshCli();
  } catch (error) {
    // An unfinished command line must not stop an install: `bide` says the same when it is run.
    console.warn(/** @type {Error} */ (error).message);
  }
}
