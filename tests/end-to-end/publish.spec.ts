import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, expectAccessible, expectGoodOnEveryScreen, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bide-published-'));
const site = join(folder, 'site');
let version: string;
let key: string;

/** Run the command line as a person does. */
function bide(...argv: string[]): string {
  const run = spawnSync(process.execPath, ['src/cli/bide.js', ...argv], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  return run.stdout;
}

test.beforeAll(() => {
  test.setTimeout(240_000);
  const model = join(folder, 'one-worker-one-contract');
  cpSync(join(root, 'models/one-worker-one-contract'), model, { recursive: true });
  const portfolio = readFileSync(join(model, 'portfolio.yaml'), 'utf8');
  writeFileSync(
    join(model, 'portfolio.yaml'),
    portfolio
      .replace('horizon: 10 years', 'horizon: 2 years')
      .replace(/^warm-up:.*$/m, 'warm-up: 1 years'),
  );
  const keys = bide('keys', '--data', folder);
  key = /^Public key: (.*)$/m.exec(keys)![1];
  const scenarios = ['--scenarios', 'as-it-is,thirty-six-months'];
  const few = ['--replications', '4', '--draws', '2', '--threads', '1'];
  const text = ['--text', join(model, 'snapshot.yaml')];
  const signed = ['--key', join(folder, 'keys/publisher.key')];
  bide('publish', model, ...text, ...scenarios, ...few, ...signed, '--out', site);
  const hashes = readdirSync(join(site, 's/longer-awards'));
  version = join(
    site,
    's/longer-awards',
    hashes.find((name) => name.length === 64)!,
  );
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const pageOf = (...parts: string[]) => pathToFileURL(join(...parts)).href;

for (const [name, path] of [
  ['the newest version of a snapshot', () => pageOf(site, 's/longer-awards/index.html')],
  ['the list', () => pageOf(site, 'index.html')],
] as const) {
  test(`${name} is accessible, and never wider than the screen`, async ({ page }) => {
    await page.goto(path());
    await expectGoodOnEveryScreen(page);
  });
}

test('a snapshot is read with scripts off, asks for nothing, and prints on A4', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pageOf(version, 'snapshot.html'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Longer awards for one worker');
  await expect(page.getByText('Draft, not assured').first()).toBeVisible();
  await expect(page.getByText('We would rather have a second worker').first()).toBeVisible();
  const main = page.getByRole('table', { name: 'The main measures, by scenario' });
  await expect(main).toBeVisible();
  await page.setViewportSize({ width: 320, height: 900 });
  // On a phone nothing of the table lies beside the screen, and it is still a table.
  const [wide, room] = await main.evaluate((table) => [
    table.scrollWidth,
    table.parentElement!.clientWidth,
  ]);
  expect(wide).toBeLessThanOrEqual(room);
  await expect(main.getByRole('columnheader')).toHaveCount(3);
  await expect(main.getByRole('rowheader').first()).toBeVisible();
  // On paper nothing can be unfolded, so no mark says that it could.
  await page.emulateMedia({ media: 'print' });
  for (const fold of await page.locator('summary').all()) {
    const mark = await fold.evaluate((summary) => getComputedStyle(summary).listStyleType);
    expect(mark).toBe('none');
  }
  const pdf = join(folder, 'page.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const bytes = readFileSync(pdf, 'latin1');
  expect(bytes).toMatch(/\/MediaBox ?\[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([
    pageOf(version, 'snapshot.html'),
  ]);
  const read = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  if (read.error === undefined) {
    const sheets = read.stdout.split('\f').slice(0, -1);
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) {
      const words = sheet.replace(/\s+/g, ' ');
      expect(words).toMatch(
        /version 1, [0-9a-f]{12}, .*Draft, not assured\. Model result, not a forecast of/,
      );
    }
  }
  await context.close();
});

test('a snapshot is checked in the browser: fingerprint, signature, and the same numbers', async ({
  open,
  page,
}) => {
  await open('/verify');
  await expectAccessible(page);
  const file = page.getByLabel('The snapshot, a file named snapshot.json');
  await file.setInputFiles(join(version, 'snapshot.json'));
  await expect(page.getByRole('heading', { name: 'Longer awards for one worker' })).toBeVisible();
  await expect(page.getByText(version.slice(-64))).toBeVisible();
  await page.getByLabel(/signature, a file/).setInputFiles(join(version, 'snapshot.json.minisig'));
  await page.getByLabel(/public key/).fill(key);
  await page.getByLabel(/public key/).blur();
  await expect(page.getByText('The signature is good')).toBeVisible();
  await page.getByRole('button', { name: 'Run it again' }).click();
  await expect(page.getByText('The same: every number, to the last bit.')).toBeVisible({
    timeout: 90_000,
  });
  await expectAccessible(page);
  const tampered = readFileSync(join(version, 'snapshot.json'), 'utf8').replace(
    'second worker',
    'Second worker',
  );
  await file.setInputFiles({
    name: 'snapshot.json',
    mimeType: 'application/json',
    buffer: Buffer.from(tampered),
  });
  await expect(page.getByText('The signature is wrong')).toBeVisible();
  await expect(page.getByText(version.slice(-64))).toHaveCount(0);
  // One that says that it was withdrawn is told as that, and is worth what its signature is.
  const why = ['--because', 'It told too much.'];
  const signed = ['--key', join(folder, 'keys/publisher.key')];
  bide('publish', '--out', site, ...signed, '--withdraws', version.slice(-64), ...why);
  await file.setInputFiles(join(version, 'withdrawn.json'));
  await expect(page.getByText('It told too much.')).toBeVisible();
  await expect(page.getByText('The signature is wrong')).toBeVisible();
  const signature = join(version, 'withdrawn.json.minisig');
  await page.getByLabel('Its signature, a file named withdrawn.json').setInputFiles(signature);
  await expect(page.getByText('The signature is good')).toBeVisible();
  await expectAccessible(page);
});
