import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshBuild } from './fresh-build.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {import('./fresh-build.js').Part} */
const app = {
  name: 'app',
  sources: [
    'src',
    'models',
    'static',
    'package.json',
    'package-lock.json',
    'svelte.config.js',
    'tsconfig.json',
    'vite.config.ts',
  ],
  build: runVite,
};

/**
 * Return the folder with the built web app, building it when sources changed.
 *
 * @param {() => void} [onBuild] called when there is something to build
 */
export const freshApp = (onBuild) => freshBuild(root, app, onBuild);

/**
 * Build in a process of its own: a bundler leaves memory and threads behind that a server should
 * not carry. What it prints is shown only when it fails.
 *
 * @param {string} output
 * @param {string} version
 * @returns {Promise<void>}
 */
function runVite(output, version) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: root,
        env: { ...process.env, BIDE_APP_OUT: output, BIDE_APP_VERSION: version },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stdout.on('data', (chunk) => (printed += chunk));
    child.stderr.on('data', (chunk) => (printed += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The app could not be built.\n\n${printed}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const folder = await freshApp(() => console.log('Building the app …'));
    console.log(`The app is in ${folder}`);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
