import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectGoodOnEveryScreen, test } from './test.ts';

const small = '/portfolio/small';
const chosen = '?scenarios=three-year';

/** Results come sharper; these pages show that when they are asked for again. */
async function openFull(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText('The ranges come from 10 runs')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  // A page to read: it sends no scripts, so it is complete without.
  await expect(page.locator('script')).toHaveCount(0);
}

test('promises stand place by place, in three kinds of evidence that are never merged', async ({
  page,
}) => {
  await openFull(page, `${small}/mat${chosen}`);
  await expect(page.getByText('This page gives no official rating.')).toBeVisible();
  const overview = page.getByRole('table', { name: /^Promises reached in time, by locality/ });
  await expect(overview.getByRole('columnheader')).toHaveText([
    ...['Promise', 'Everywhere', 'The town', 'The coast'],
  ]);
  await expect(overview.getByRole('row', { name: /Mental health care/ })).toContainText('of 100');
  const promise = page.locator('#promise-same-place');
  for (const kind of ['Designed in', 'Reached', 'Experienced']) {
    await expect(promise.getByRole('heading', { level: 4, name: kind })).toBeVisible();
  }
  await expect(promise).toContainText('Nobody has asked yet');
  await expect(promise).toContainText('Working words and target');
  const places = promise.getByRole('table', { name: /reached in each place, by scenario/ });
  await expect(places.getByRole('columnheader', { name: 'Three-year awards' })).toBeVisible();
  await expect(places.getByRole('row', { name: /^The coast/ })).toContainText(
    /one real year may look quite different/,
  );
  await expect(page.getByText('Nobody has said anything about these results yet.')).toBeVisible();
  await expectGoodOnEveryScreen(page);
});

test('fairness says who gets less, and whether a scenario makes the gap wider', async ({
  page,
}) => {
  await openFull(page, `${small}/fairness${chosen}`);
  const waits = page.getByRole('table', { name: /^Started by day 21.*: most deprived fifth/ });
  await expect(waits.getByRole('columnheader')).toHaveCount(6);
  await expect(waits.getByRole('row', { name: /^Three-year awards/ })).toContainText(
    /Wider|Narrower|No clear difference|A gap opens|Turned round/,
  );
  await expect(page.getByText('Not held against need')).toBeVisible();
  await expect(page.locator('#places .chart-drawing--wide').first()).toBeVisible();
  await expect(page.getByRole('table', { name: /: groups by scenario/ }).first()).toBeVisible();
  // The choice is kept on the way to another page.
  await page.getByRole('link', { name: 'on a page of its own' }).click();
  await expect(page).toHaveURL(/\/mat\?scenarios=three-year#reached$/);
  await page.goBack();
  await expectGoodOnEveryScreen(page);
});

test('each principle has its test in words, its figures and what would make it pass', async ({
  page,
}) => {
  await openFull(page, `${small}/principles${chosen}`);
  const row = page.getByRole('row', { name: /^Awards last three years or more/ });
  await expect(row.getByRole('cell')).toHaveText(['Cannot tell (as assumed: not met)', 'Met']);
  const principle = page.locator('#principle-three-years');
  await expect(principle).toContainText('the length of an award is at least 36 months');
  await expect(principle).toContainText('Assumed, and would not pass: Outreach award');
  await principle.getByText('Figures it used').click();
  await expect(principle.getByRole('cell', { name: 'Term 36 months: passes' })).toBeVisible();
  await expectGoodOnEveryScreen(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'light', forcedColors: 'none' });
  await expect(principle.getByRole('table')).toBeVisible();
  await expect(page.locator('#principle-short-waits').getByRole('table')).toBeVisible();
});

test('every table can be taken away as a file that says what it is of', async ({
  page,
  request,
}) => {
  await openFull(page, `${small}/fairness${chosen}`);
  for (const [name, columns] of [
    ['The most deprived fifth and elsewhere (CSV)', 'measure,unit,scenario,scenario_title,most'],
    ['Places and groups (CSV)', 'measure,unit,scenario,scenario_title,by,of'],
  ]) {
    const address = await page.getByRole('link', { name }).getAttribute('href');
    expect(address).toContain('?scenarios=three-year');
    const file = await request.get(address!);
    expect(file.headers()['content-disposition']).toContain('attachment');
    const lines = (await file.text()).split('\r\n');
    expect(lines[0].startsWith(columns)).toBe(true);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines[1]).toMatch(/,small,[0-9a-f]{12},10,/);
  }
  for (const name of ['mat', 'principles', 'assumptions', 'decisions', 'checks']) {
    const file = await request.get(`${small}/tables/${name}.csv${chosen}`);
    expect(file.ok(), name).toBe(true);
  }
  expect((await request.get(`${small}/tables/nothing.csv`)).status()).toBe(404);
});

test('the log holds assumptions, decisions and checks, each with a role and a date', async ({
  page,
}) => {
  await page.goto('/portfolio/south-ayrshire/assumptions');
  const turnover = page.locator('#assumption-turnover');
  await expect(turnover).toContainText('10 to 33% per year');
  await expect(turnover).toContainText('authors of the sketch');
  await expect(turnover).toContainText('22 November 2026');
  const decisions = page.getByRole('table', { name: 'Decisions about the model' });
  await expect(decisions.getByRole('row')).not.toHaveCount(1);
  await expect(page.getByText('Only those who noted the figures have checked them.')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 900 });
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});

test('South Ayrshire says what people said, summed up, with source and date', async ({ page }) => {
  await page.goto('/portfolio/south-ayrshire');
  await page.getByRole('link', { name: 'See the test of each' }).click();
  const said = page.locator('#cannot-show');
  await expect(said.getByText('Families:').first()).toBeVisible();
  await expect(said).toContainText('Corra Foundation, 2019');
  await expect(said).toContainText('No panel has been asked about these results yet.');
  await expect(page.getByRole('link', { name: 'Awards last three years or more' })).toBeVisible();
});
