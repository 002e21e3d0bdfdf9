/**
 * `npm run bench -- readers`: a board's day, a thousand readers a second of one published page.
 *
 * It publishes a snapshot through the pages, in a real browser, and then has `wrk` (Debian has it) ask
 * for the page as fast as it is answered, without compression and with it. It prints how many answers
 * a second there were and how long they took; it fails where one was no page.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from '../../src/build/find-browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seconds = process.argv.includes('--quick') ? 3 : 20;
const connections = 64;

if (spawnSync('wrk', ['-v']).error) {
  console.error('There is no wrk here, which does the reading. Debian has it: apt-get install wrk');
  process.exit(1);
}

const data = mkdtempSync(join(tmpdir(), 'bide-readers-'));
const server = spawn(process.execPath, ['src/build/start.js'], {
  cwd: root,
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', BIDE_DATA: data, BIDE_RUNS: '10' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

try {
  const address = await printedAddress();
  const page = await publishedPage(address);
  console.log(
    `Load of this machine ${loadavg()[0].toFixed(1)}; ${connections} readers at a time.\n`,
  );
  for (const encoding of ['identity', 'gzip']) {
    const answer = await fetch(address + page, { headers: { 'accept-encoding': encoding } });
    if (!answer.ok) throw new Error(`The published page answered ${answer.status}.`);
    const sent = answer.headers.get('content-length') ?? 'an unknown number of';
    console.log(`${page.slice(0, 24)}…, ${encoding}: ${sent} bytes`);
    read(address + page, encoding, 2);
    console.log(read(address + page, encoding, seconds));
  }
} finally {
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}

/**
 * Read a page as fast as it is answered; return what `wrk` says of it.
 *
 * @param {string} url
 * @param {string} encoding
 * @param {number} long in seconds
 */
function read(url, encoding, long) {
  const said = execFileSync(
    'wrk',
    [
      ...['--latency', '-t', '1', '-c', String(connections), '-d', `${long}s`],
      ...['-H', `accept-encoding: ${encoding}`, url],
    ],
    { encoding: 'utf8' },
  );
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(said);
  return said;
}

/**
 * Publish a snapshot as its owner does; return where it always stands.
 *
 * @param {string} address
 * @returns {Promise<string>}
 */
async function publishedPage(address) {
  const printed = execFileSync(
    process.execPath,
    ['src/cli/bide.js', 'sign-in', '--data', data, '--address', address],
    { cwd: root, encoding: 'utf8' },
  );
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await (await browser.newContext({ baseURL: address })).newPage();
    page.setDefaultTimeout(180_000);
    await page.goto(/http:\S+token=\w+/.exec(printed)?.[0] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/account');
    await page.goto('/publish');
    await page.getByLabel('Which model?').selectOption('one-worker-one-contract');
    await page.getByRole('button', { name: 'Begin to write' }).click();
    await page.waitForURL(/\/publish\/[^/]+$/);
    await page.locator('html[data-ready]').waitFor();
    for (const [label, text] of Object.entries({
      Title: 'Longer awards',
      'Its address': 'longer-awards',
      'The question it answers': 'Do longer awards keep workers?',
      'Summary in plain words': 'They do, for some.',
      'Limits on its use': 'Not a forecast for any person.',
      'Look at it again by': '2028-04-01',
      'Commissioner: job': 'Planning',
      'Commissioner: organisation': 'Our partnership',
      'Analyst: job': 'Planning',
      'Analyst: organisation': 'Our partnership',
    })) {
      await page.getByLabel(label).fill(text);
    }
    for (const check of await page.locator('textarea[name^="check-"]').all()) {
      await check.fill('Done, and written down.');
    }
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Nothing keeps it from being published.').waitFor();
    await page.getByLabel(/Publish it as “Draft, not assured”/).check();
    await page.getByRole('button', { name: /^Run it and publish/ }).click();
    const first = page.getByRole('link', { name: 'Version 1', exact: true });
    await first.waitFor();
    return (await first.getAttribute('href')) ?? '';
  } finally {
    await browser.close();
  }
}

/** @returns {Promise<string>} */
async function printedAddress() {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/127\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The server ended before it said where it is.');
}
