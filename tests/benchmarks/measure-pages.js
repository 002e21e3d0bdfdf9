/**
 * `npm run bench -- page`: how long pages for South Ayrshire take to answer, in a real Chromium whose
 * page is slowed down four times, from a key to the next paint. It prints, and judges nothing: a busy
 * machine is slower, and its load is printed beside. Workers are not slowed down by the browser.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from '../../src/build/find-browser.js';

/** @typedef {import('playwright').Page} Page */

const root = fileURLToPath(new URL('../..', import.meta.url));
const slowed = 4;

/** Between two keys of a person who is in no hurry, in milliseconds. */
const pause = 250;

const data = mkdtempSync(join(tmpdir(), 'bide-pages-'));
const server = spawn(process.execPath, ['src/build/start.js'], {
  cwd: root,
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', BIDE_DATA: data, BIDE_RUNS: '10' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await printedAddress();
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

try {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' });
  const page = await context.newPage();
  // Nothing is judged here: a machine that is busy only has to be waited for.
  page.setDefaultTimeout(180_000);
  await page.addInitScript(watchInteractions);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  for (const path of ['compare', 'people']) await worked(`/portfolio/south-ayrshire/${path}`);
  console.log(`Page slowed ${slowed} times; load of this machine ${loadavg()[0].toFixed(1)}.`);
  console.log('From a key to the next paint, in ms: half of them below, and the longest.\n');
  await explore(page);
  await compare(page);
  await why(page);
  await people(page);
  await own(page);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}

/**
 * Wait until the server, which is on another machine elsewhere, has worked out what a page shows.
 *
 * @param {string} path
 */
async function worked(path) {
  for (;;) {
    const answer = await fetch(address + path);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
    if (!(await answer.text()).includes('A first look, from')) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** @param {Page} page */
async function explore(page) {
  await open(page, '/portfolio/south-ayrshire/explore');
  const more = page.getByRole('button', { name: 'More: How many Navigators?' });
  await measured(page, 'explore: a lever by its button, while it simulates', async () => {
    await more.focus();
    await keys(page, 'Enter', 5);
  });
  const slider = page.getByRole('slider', { name: 'How many Navigators?' });
  await measured(page, 'explore: a lever dragged by arrow keys, while it simulates', async () => {
    await slider.focus();
    await keys(page, 'ArrowLeft', 3);
  });
}

/** @param {Page} page */
async function compare(page) {
  await page.waitForURL(/[?&]s=/);
  const scenario = new URL(page.url()).searchParams.get('s') ?? '';
  await open(page, `/portfolio/south-ayrshire/compare?s=${scenario}`);
  await measured(page, 'compare: scenarios ticked, while one of them is worked out', async () => {
    await page.getByText('Choose or add scenarios').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().focus();
    await keys(page, 'Space', 4);
  });
}

/** @param {Page} page */
async function why(page) {
  const scenario = new URL(page.url()).searchParams.get('s') ?? '';
  await open(page, `/portfolio/south-ayrshire/why?s=${scenario}`);
  await measured(page, 'why: what is folded opened and closed, while runs go on', async () => {
    await page.getByText('Choose or add scenarios').focus();
    await keys(page, 'Enter', 3);
    await page.getByRole('checkbox').first().focus();
    await keys(page, 'Space', 2);
  });
}

/** @param {Page} page */
async function people(page) {
  await open(page, '/portfolio/south-ayrshire/people');
  const folded = page.locator('main summary:visible');
  await measured(page, 'people: figures under charts opened and closed', async () => {
    for (let i = 0; i < Math.min(3, await folded.count()); i += 1) {
      await folded.nth(i).focus();
      await keys(page, 'Enter', 2);
    }
  });
}

/** @param {Page} page */
async function own(page) {
  await open(page, '/portfolio/start');
  await page.getByLabel('Model', { exact: true }).selectOption('south-ayrshire');
  await page.getByRole('button', { name: 'Start from this model' }).click();
  await page.waitForURL(/\/portfolio\/own\/[0-9a-f]{16}$/);
  const base = new URL(page.url()).pathname;

  await open(page, `${base}/figures`);
  await measured(page, 'figures: looking for words', async () => {
    await page.getByLabel('Words to look for').focus();
    for (const key of 'caseload') await keys(page, key, 1);
  });
  await page
    .getByRole('button', { name: /^Change / })
    .first()
    .click();
  await measured(page, 'figures: a value typed and left, three times', async () => {
    for (const value of ['11', '12', '13']) {
      await page.getByLabel('Value', { exact: true }).focus();
      await page.keyboard.press('ControlOrMeta+A');
      for (const key of value) await keys(page, key, 1);
      await keys(page, 'Tab', 1);
      await page.waitForTimeout(4 * pause);
    }
  });

  await open(page, `${base}/structure?at=services.connect4change`);
  await measured(page, 'structure: a text typed and left', async () => {
    await page.getByLabel(/^Name/).first().focus();
    for (const key of ' now') await keys(page, key, 1);
    await keys(page, 'Tab', 1);
    await page.waitForTimeout(8 * pause);
  });

  await open(page, `${base}/yaml`);
  const text = page.getByRole('textbox', { name: 'Text of portfolio.yaml' });
  await text.waitFor();
  await measured(page, 'text: typing in the editor', async () => {
    await text.focus();
    for (const key of '# a remark, and more of it') await keys(page, key, 1);
    await page.waitForTimeout(8 * pause);
  });
}

/**
 * @param {Page} page
 * @param {string} path
 */
async function open(page, path) {
  await page.goto(path);
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(2000);
}

/**
 * @param {Page} page
 * @param {string} key
 * @param {number} times
 */
async function keys(page, key, times) {
  for (let i = 0; i < times; i += 1) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(pause);
  }
}

/**
 * Print how long what is done takes.
 *
 * @param {Page} page
 * @param {string} name
 * @param {() => Promise<void>} act
 */
async function measured(page, name, act) {
  await page.evaluate(() => {
    const all = /** @type {any} */ (globalThis);
    all.seen = { interactions: {}, tasks: [] };
  });
  await act();
  await page.waitForTimeout(1000);
  const { interactions, tasks } = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
  const took = /** @type {number[]} */ (Object.values(interactions)).sort((a, b) => a - b);
  const longest = took.at(-1) ?? 0;
  const half = took[Math.floor(took.length / 2)] ?? 0;
  const task = Math.max(0, .../** @type {number[]} */ (tasks));
  const long = tasks.length === 1 ? 'one long task' : `${tasks.length} long tasks`;
  console.log(
    `${name.padEnd(62)} ${String(half).padStart(5)} ${String(longest).padStart(6)}` +
      `   (${took.length} keys; ${long}, the longest ${Math.round(task)} ms)`,
  );
}

/** Run in the page, before all else: the longest of the events of each interaction. */
function watchInteractions() {
  const all = /** @type {any} */ (globalThis);
  all.seen = { interactions: {}, tasks: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId: id, duration } = /** @type {any} */ (entry);
      if (id) all.seen.interactions[id] = Math.max(all.seen.interactions[id] ?? 0, duration);
    }
  }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) all.seen.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** @returns {Promise<string>} where the server is, once it says so */
async function printedAddress() {
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /http:\S+/.exec(line)?.[0];
    if (found) return found;
  }
  throw new Error('The server ended before it said where it is.');
}
