import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

/**
 * A commissioner's whole afternoon, from a model that comes with Bide to a file with figures of
 * one's own, with no other device than a keyboard. Nothing here may click, tap, fill or focus.
 */

/** No page here has more places to go to. */
const mostStops = 200;

/** Go on by Tab, and from the end of the page to its beginning, until something has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible({ timeout: 30_000 });
  for (let stop = 0; stop <= mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** Put text into a field in place of what is there, and leave it. */
async function put(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** Choose in a list by the first letters of what it says. */
async function choose(page: Page, list: Locator, letters: string): Promise<void> {
  await reach(page, list);
  await page.keyboard.type(letters);
}

const link = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name, exact: typeof name === 'string' });
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^Done: as sharp as/)).toBeVisible({ timeout: 90_000 });
}

/** Expect that a page can be read and gone through at other sizes too. */
async function expectReadable(page: Page, stop: Locator): Promise<void> {
  for (const width of [390, 1920]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 1080 });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, `at ${width} pixels, ${page.url()}`).toBeLessThanOrEqual(width);
    await page.keyboard.press('Tab');
    await reach(page, stop);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('the whole afternoon by keyboard: figures, structure, scenarios, comparison, download', async ({
  open,
  page,
}) => {
  test.setTimeout(600_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });

  await open('/portfolio/start');
  await choose(page, page.getByLabel('Model', { exact: true }), 'One worker');
  await press(page, button(page, 'Start from this model'));
  await page.waitForURL(/\/portfolio\/own\/[0-9a-f]{16}$/);

  // A figure, who says so, and why.
  await press(page, link(page, 'Change figures').first());
  await put(page, page.getByLabel('Words to look for'), 'caseload');
  await press(page, button(page, /^Change .*Caseload/));
  await put(page, page.getByLabel('Value', { exact: true }), '10');
  await put(page, page.getByLabel('Low'), '8');
  await put(page, page.getByLabel('High'), '12');
  // The list of figures can be filtered by source too.
  const source = page.locator('.rows').getByLabel('Source', { exact: true });
  await choose(page, source, 'Add');
  await put(page, page.getByLabel('New source: what it is called'), 'Our returns, 2026');
  await press(page, button(page, 'Add the source'));
  await expect(source).toHaveValue('our-returns-2026');
  await put(page, page.getByLabel('Why this value'), 'Counted at the end of every month');
  await expect(button(page, /^Undo: .*Caseload.*: 10$/)).toBeEnabled();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await expectReadable(page, button(page, 'Download'));

  // Structure: what the contract is called, and what else can be said of it.
  await press(page, link(page, /^Change structure/).first());
  await press(page, link(page, 'Contracts'));
  await press(page, link(page, 'The partnership'));
  await put(page, page.getByLabel(/^Funder/), 'Our partnership');
  await expect(button(page, /^Undo: Funder: Our partnership/)).toBeEnabled();
  await press(page, button(page, /^Undo: Funder/));
  await expect(page.getByLabel(/^Funder/)).toHaveValue('The partnership');
  await press(page, button(page, /^Redo: Funder/));
  await expect(page.getByLabel(/^Funder/)).toHaveValue('Our partnership');

  // Two scenarios by levers, each kept under a name.
  await press(page, menu(page, 'Compare'));
  await page.waitForURL(/\/compare$/);
  await press(page, link(page, 'Explore').first());
  const term = (months: number) => page.getByRole('radio', { name: `${months} months` });
  await reach(page, term(12));
  await page.keyboard.press('ArrowDown');
  await expect(term(36)).toBeChecked();
  await put(page, page.getByLabel('Name of the scenario above'), 'Three years');
  await press(page, button(page, 'Keep it'));
  await expect(page.getByText('Kept: Three years.')).toBeVisible();
  await reach(page, term(36));
  await page.keyboard.press('ArrowDown');
  await expect(term(60)).toBeChecked();
  await press(page, button(page, /^Undo: How long/));
  await expect(term(36)).toBeChecked();
  await press(page, button(page, /^Redo: How long/));
  await expect(term(60)).toBeChecked();
  await put(page, page.getByLabel('Name of the scenario above'), 'Five years');
  await press(page, button(page, 'Keep it'));
  await expect(page.getByText('Kept: Five years.')).toBeVisible();
  await settled(page);
  await expect(page.getByRole('table', { name: /^Your scenario, from/ })).toContainText('fewer');

  // Side by side, with how sure each difference is.
  await press(page, button(page, 'Compare them side by side'));
  await page.waitForURL(/\/compare\?s=/);
  await page.locator('html[data-ready]').waitFor();
  await settled(page);
  const main = page.getByRole('table', { name: 'The main measures, by scenario' });
  await expect(main.getByRole('columnheader', { name: /Three years/ })).toBeVisible();
  await expect(main.getByRole('columnheader', { name: /Five years/ })).toBeVisible();
  await expect(page.locator('#short')).toContainText('better in');

  // Why: a first look at what drives it, of one measure and then of another.
  await press(page, link(page, 'Why').first());
  await page.waitForURL(/\/why\?/);
  await page.locator('html[data-ready]').waitFor();
  await press(page, button(page, 'Work it out here'));
  const three = page.locator('dl.three');
  await expect(three).toContainText('Relationships cut short', { timeout: 60_000 });
  await press(page, button(page, 'Cancel'));
  await choose(page, page.getByLabel('Which measure?'), 'Mean wait');
  await press(page, button(page, 'Show'));
  await expect(three).toContainText('Mean wait');
  await press(page, link(page, 'Side by side').first());
  await page.waitForURL(/\/compare\?/);
  await page.locator('html[data-ready]').waitFor();

  // And away with it: the same text, with what was changed and nothing else.
  const coming = page.waitForEvent('download');
  await press(page, button(page, 'Download'));
  const files = Object.entries(unzipSync(readFileSync(await (await coming).path())));
  const [, bytes] = files.find(([path]) => path.endsWith('/portfolio.yaml'))!;
  const text = strFromU8(bytes);
  expect(text).toMatch(/caseload: \{ best: 10, low: 8, high: 12, source: our-returns-2026, why: /);
  expect(text).toContain('funder: Our partnership');
  expect(text).toContain('# One worker on one award: what the dates of funding do on their own.');

  await expectReadable(page, page.locator('summary', { hasText: 'Choose or add scenarios' }));
});
