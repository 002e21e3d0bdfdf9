/**
 * Find a Chromium for the tests, wherever they run, and get one if there is none.
 *
 * Run by itself it prints what it found as JSON: `node src/build/find-browser.js`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string>} env what the browser needs in its environment
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The ways to come by a browser, in the order they are tried: quickest and most wished-for first. */
export const ways = {
  'the one BIDE_CHROMIUM names': named,
  'one installed on this machine': installed,
  "Playwright's own": playwrights,
  'downloading it with Playwright': downloaded,
  'the one packed in the npm package @sparticuz/chromium': packed,
  "Debian's package": debians,
};

/**
 * Return the first browser one of the ways leads to.
 *
 * @param {Array<() => Browser | undefined | Promise<Browser | undefined>>} [among]
 * @returns {Promise<Browser>}
 */
export async function findBrowser(among = Object.values(ways)) {
  for (const way of among) {
    const browser = await way();
    if (browser) return browser;
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Chrome, or set ' +
      'BIDE_CHROMIUM to the path of one.',
  );
}

function named() {
  const path = process.env.BIDE_CHROMIUM;
  if (!path) return undefined;
  if (!existsSync(path)) throw new Error(`BIDE_CHROMIUM names ${path}, which does not exist.`);
  return browserAt(path);
}

function installed() {
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  paths.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  const path = paths.find((candidate) => existsSync(candidate));
  return path ? browserAt(path) : undefined;
}

async function playwrights() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? browserAt(path) : undefined;
}

async function downloaded() {
  const tool = join(root, 'node_modules/playwright/cli.js');
  spawnSync(process.execPath, [tool, 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 });
  return playwrights();
}

/** @returns {Promise<Browser | undefined>} */
async function packed() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // Read by the package when it is imported: with it, it unpacks the libraries it needs as well.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    return { executablePath, env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib') } };
  } catch {
    // An optional dependency may be left out, or may not unpack here.
    return undefined;
  }
}

function debians() {
  if (process.getuid?.() !== 0) return undefined;
  spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 120_000 });
  spawnSync('apt-get', ['install', '--yes', 'chromium', 'fonts-liberation'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return installed();
}

/**
 * @param {string} executablePath
 * @returns {Browser}
 */
function browserAt(executablePath) {
  return { executablePath, env: {} };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(JSON.stringify(await findBrowser()));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
