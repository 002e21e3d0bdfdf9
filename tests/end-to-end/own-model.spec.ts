import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './test.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const queue = readFileSync(`${root}models/one-queue/portfolio.yaml`, 'utf8');

/** Start a model from the small one that waits, and wait until it was read. */
async function startFromQueue(page: Page): Promise<void> {
  await page.getByLabel('Model', { exact: true }).selectOption('one-queue');
  await page.getByRole('button', { name: 'Start from this model' }).click();
  await expect(page.getByText('Yes. It holds 1 service')).toBeVisible({ timeout: 20_000 });
}

async function openText(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Edit as text' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Text of portfolio.yaml' })).toBeVisible();
}

/** The YAML that a download holds. */
async function downloaded(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  return readFileSync(await (await coming).path());
}

test('from a shipped model to one of our own: changed as text, undone, kept over a reload', async ({
  open,
  page,
}) => {
  await open('/portfolio');
  await page.getByRole('link', { name: 'Bring your own figures' }).click();
  await expectAccessible(page);
  await startFromQueue(page);
  await expect(page.getByText('Nothing: both are the same, letter by letter.')).toBeVisible();
  await expectAccessible(page);
  await openText(page);
  await page.getByRole('textbox', { name: 'Text of portfolio.yaml' }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('mistake: 1\n');
  await expect(page.getByText('“mistake” is not known here.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go to line 1', exact: true }).click();
  // Out of the editor by keyboard: Escape, then Tab.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Text of portfolio.yaml' })).not.toBeFocused();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('“mistake” is not known here.')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Undo: Typing in portfolio.yaml' }).click();
  await expect(page.getByText('The model can be used.', { exact: true }).first()).toBeVisible();
  // The box itself lies under what is drawn in its place.
  await page.getByText('Use a plain text box').click();
  const box = page.getByRole('textbox', { name: 'Text of portfolio.yaml' });
  await expect(box).toHaveValue(queue);
  await box.fill(queue.replace('caseload: 20', 'caseload: 15'));
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.getByRole('link', { name: 'What is commissioned' }).click();
  const row = page.getByRole('row', { name: /Caseload of a full-time post/ });
  await expect(row.getByRole('cell').first()).toHaveText('20');
  await expect(row.getByRole('cell').last()).toHaveText('15');
  await expectAccessible(page);
});

test('what can be written is suggested, with its description', async ({ open, page }) => {
  await open('/portfolio/start');
  await startFromQueue(page);
  await openText(page);
  await page.getByRole('textbox', { name: 'Text of portfolio.yaml' }).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('princ');
  await expect(page.getByRole('option', { name: 'principles' })).toBeVisible();
  await expectAccessible(page);
});

test('a download with scenarios opens again, and one file gives its own bytes', async ({
  open,
  page,
}) => {
  await open('/portfolio/start');
  await startFromQueue(page);
  // A new scenario has only a title to begin with, and the model goes on being usable.
  await page.getByLabel('Title of a new scenario').fill('Portfolio');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('The model can be used.', { exact: true }).first()).toBeVisible();
  const zip = await downloaded(page);
  await open('/portfolio/start');
  await page
    .getByLabel('Files or a zip')
    .setInputFiles({ name: 'ours.zip', mimeType: 'application/zip', buffer: zip });
  await expect(page.getByText('Yes. It holds 1 service')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: 'Half a worker more' })).toBeVisible();
  await expect(page.getByText('3 scenarios to compare')).toBeVisible();
  const odd = Buffer.from(`\uFEFF${queue.replaceAll('\n', '\r\n')}`);
  await open('/portfolio/start');
  await page
    .getByLabel('Files or a zip')
    .setInputFiles({ name: 'odd.yaml', mimeType: 'text/yaml', buffer: odd });
  await expect(page.getByText('Yes. It holds 1 service')).toBeVisible({ timeout: 20_000 });
  expect((await downloaded(page)).equals(odd)).toBe(true);
  await openText(page);
  await page.getByRole('textbox', { name: 'Text of portfolio.yaml' }).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('# ours');
  await expect(page.getByRole('button', { name: 'Undo: Typing in portfolio.yaml' })).toBeVisible();
  expect((await downloaded(page)).equals(Buffer.concat([odd, Buffer.from('# ours')]))).toBe(true);
});

test('scenarios at a wrong place are named when a zip is opened', async ({ open, page }) => {
  await open('/portfolio/start');
  const buffer = Buffer.from(
    zipSync({ 'm/portfolio.yaml': strToU8(queue), 'm/longer.yaml': strToU8('changes: []\n') }),
  );
  await page
    .getByLabel('Files or a zip')
    .setInputFiles({ name: 'm.zip', mimeType: 'application/zip', buffer });
  await expect(page.getByText('0 scenarios to compare')).toBeVisible({ timeout: 20_000 });
  const said = page.getByText('What looks like a scenario was left out: m/longer.yaml.');
  await expect(said).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Title of a new scenario').fill('Longer');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: 'What is commissioned' }).click();
  await expect(page.getByRole('link', { name: 'Longer' })).toBeVisible();
  await expect(said).toBeHidden();
});

test('what is no model is refused, said why, and nothing is kept', async ({ open, page }) => {
  await open('/portfolio/start');
  const files = page.getByLabel('Files or a zip');
  for (const [name, content, says] of [
    ['map.png', '\u0089PNG\r\n', 'This is a picture (PNG), not a model.'],
    ['model.json', '{"bide": 1}', 'This is JSON, and a model is written in YAML.'],
    ['empty.txt', '', 'The file is empty.'],
  ]) {
    const buffer = Buffer.from(content, 'latin1');
    await files.setInputFiles({ name, mimeType: 'text/plain', buffer });
    await expect(page.getByText(says)).toBeVisible();
  }
  await expectAccessible(page);
  // Half a model, and one from a newer version, are opened: they can be mended here.
  await files.setInputFiles({
    name: 'newer.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(queue.replace('bide: 1', 'bide: 2')),
  });
  await expect(page.getByText('Not yet: 1 thing has to be mended first.')).toBeVisible();
  await expect(page.getByText('How to mend it:').first()).toBeVisible();
});

test('two tabs never overwrite each other', async ({ open, page, context }) => {
  await open('/portfolio/start');
  await startFromQueue(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText('Yes. It holds 1 service')).toBeVisible({ timeout: 20_000 });
  // One tab does not hear of the other, as when a machine has slept.
  await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
  await other.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
  for (const [tab, title] of [
    [page, 'First'],
    [other, 'Second'],
  ] as const) {
    await tab.getByLabel('Title of a new scenario').fill(title);
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(tab.getByRole('textbox', { name: /^Text of scenarios/ })).toBeVisible();
  }
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  const asked = other.getByRole('heading', { name: 'also changed in another tab' });
  await expect(asked).toBeVisible();
  await expect(other.getByText('scenarios/first.yaml').first()).toBeVisible();
  await expectAccessible(other);
  // Within the app nothing is lost by going on: it waits, and is said where models are listed.
  await other.getByRole('link', { name: 'Guide', exact: true }).first().click();
  await expect(other).toHaveURL(/\/guide$/);
  await other.goBack();
  await expect(asked).toBeVisible();
  await expect(other.getByText('scenarios/second.yaml').first()).toBeVisible();
  await other.getByRole('button', { name: 'Keep both, as two models' }).click();
  await expect(asked).toBeHidden();
  await other.goto('/portfolio/own');
  await expect(other.getByRole('heading', { level: 2 })).toHaveCount(2);
});

test('models are renamed, copied, deleted and had back', async ({ open, page }) => {
  await open('/portfolio/start');
  await page.getByRole('button', { name: 'Start from a blank model' }).click();
  await expect(page.getByText('Yes. It holds 1 service')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Sample figures.', { exact: true })).toBeVisible();
  await open('/portfolio/own');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('New name').fill('Girvan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Girvan' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Girvan' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo: bring back' }).click();
  await expect(page.getByRole('link', { name: 'Girvan' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Girvan (copy)' })).toBeVisible();
});

test('a browser that keeps nothing says so', async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
  });
  await open('/portfolio/start');
  await expect(page.getByText('Your browser does not keep anything')).toBeVisible();
  await startFromQueue(page);
  await expect(page.getByText('Download your file before you leave.').first()).toBeVisible();
  await expectAccessible(page);
});

test('a full disk is said, and nothing is lost', async ({ open, page }) => {
  await open('/portfolio/start');
  await startFromQueue(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByLabel('Title of a new scenario').fill('Late');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Not saved: this browser has no room left.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.getByRole('link', { name: 'What is commissioned' }).click();
  await expect(page.getByRole('link', { name: 'Late' })).toBeVisible();
  await expect(page.getByText('Not saved: this browser has no room left.').first()).toBeVisible();
  // Nor by going to other pages of Bide: only with the page itself it would be gone.
  const address = page.url();
  await page.getByRole('link', { name: 'Guide', exact: true }).first().click();
  await expect(page).toHaveURL(/\/guide$/);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.evaluate(() => location.assign('/verify'));
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('link', { name: 'Late' })).toBeVisible();
  await expect(page.getByText('Not saved: this browser has no room left.').first()).toBeVisible();
});

test('a model deleted in another tab and brought back is here again', async ({
  open,
  page,
  context,
}) => {
  await open('/portfolio/start');
  await startFromQueue(page);
  const other = await context.newPage();
  await other.goto('/portfolio/own');
  await other.getByRole('button', { name: 'Delete', exact: true }).click();
  const isGone = page.getByRole('heading', { name: 'This model was deleted in another tab' });
  await expect(isGone).toBeVisible();
  await other.getByRole('button', { name: 'Undo: bring back' }).click();
  await expect(isGone).toBeHidden();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('each page says what it needs and what works instead', async ({ page }) => {
    for (const path of ['/portfolio/start', '/portfolio/own', '/portfolio/own/abc']) {
      await page.goto(path);
      await expect(page.getByText(/needs scripts/)).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
    }
  });
});
