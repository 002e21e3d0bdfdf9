import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeAddress } from '../../src/lib/state/scenario-address.ts';
import { expect, expectGoodOnEveryScreen, test } from './test.ts';

/** Make an own model of a shipped one; return the address of its first page. */
async function makeOwn(page: Page, model: string): Promise<string> {
  await page.getByLabel('Model', { exact: true }).selectOption(model);
  await page.getByRole('button', { name: 'Start from this model' }).click();
  await page.waitForURL(/\/portfolio\/own\/[0-9a-f]{16}$/);
  return new URL(page.url()).pathname;
}

async function downloaded(page: Page, name: string): Promise<string[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFileSync(await (await coming).path(), 'utf8').split('\r\n');
}

const settled = 'The ranges come from 10 runs';

test('promises, fairness and principles of one’s own model are worked out in the browser', async ({
  open,
  page,
}) => {
  await open('/portfolio/start');
  const own = await makeOwn(page, 'small');

  await open(`${own}/mat?scenarios=three-year`);
  await expect(page.getByText('This page gives no official rating.')).toBeVisible();
  await expect(page.getByText(settled)).toBeVisible({ timeout: 60_000 });
  const promise = page.locator('#promise-same-place');
  await expect(promise.getByRole('heading', { level: 4, name: 'Reached' })).toBeVisible();
  const overview = page.getByRole('table', { name: /^Promises reached in time, by locality/ });
  await expect(overview.getByRole('row', { name: /Mental health care/ })).toContainText('of 100');
  const [columns, row] = await downloaded(page, 'Every promise, place and scenario (CSV)');
  expect(columns).toMatch(/^standard,promise,within/);
  expect(row).toMatch(/,[0-9a-f]{16},[0-9a-f]{12},10,/);
  await expectGoodOnEveryScreen(page);

  await page.getByRole('link', { name: 'Fairness', exact: true }).click();
  await expect(page).toHaveURL(/\/fairness\?scenarios=three-year$/);
  await expect(page.getByText(settled)).toBeVisible({ timeout: 60_000 });
  const waits = page.getByRole('table', { name: /^Started by day 21.*: most deprived fifth/ });
  await expect(waits.getByRole('row', { name: /^Three-year awards/ })).toContainText(
    /Wider|Narrower|No clear difference|A gap opens|Turned round/,
  );
  await expectGoodOnEveryScreen(page);
  await page.getByRole('link', { name: 'on a page of its own' }).click();
  await expect(page).toHaveURL(
    /\/portfolio\/own\/[0-9a-f]{16}\/mat\?scenarios=three-year#reached$/,
  );

  await open(`${own}/principles?scenarios=three-year`);
  await expect(page.getByText(settled)).toBeVisible({ timeout: 60_000 });
  const principle = page.getByRole('row', { name: /^Awards last three years or more/ });
  await expect(principle.getByRole('cell')).toHaveText([
    'Cannot tell (as assumed: not met)',
    'Met',
  ]);
  await expectGoodOnEveryScreen(page);
});

test('what assumptions of one’s own model do to the answer is worked out in the browser', async ({
  open,
  page,
}) => {
  await open('/portfolio/start');
  const own = await makeOwn(page, 'small');
  await open(`${own}/assumptions`);
  const log = page.locator('#assumption-familiarity-effect');
  await expect(log).toContainText('not worked out yet');
  await page.getByRole('button', { name: 'Work it out here' }).click();
  await expect(log).toContainText(/not looked at closely|at the low end of its range/, {
    timeout: 120_000,
  });
  await expect(
    page.getByText(/^Effect on the answer: what becomes of the difference/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  // Another answer, of the same runs.
  await page.getByLabel('Which measure?').selectOption('wait-mean');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/measure=wait-mean/);
  await expect(page.getByText(/^Effect on the answer: .* in “Mean wait/)).toBeVisible();
  await expect(log).toContainText(/not looked at closely|at the low end of its range/);
  const [columns] = await downloaded(page, 'The assumptions (CSV)');
  expect(columns).toContain('effect');
  await expectGoodOnEveryScreen(page);
});

test('why a scenario of one’s own model differs, prepared or made', async ({ open, page }) => {
  await open('/portfolio/start');
  const own = await makeOwn(page, 'one-worker-one-contract');
  const changes = [{ set: 'contracts.award.term', to: '48 months' }];
  const scenarios = [{ title: 'Four years', changes }];
  const s = await writeAddress({ model: '', engine: '', scenarios });
  await open(`${own}/why?scenarios=thirty-six-months&of=thirty-six-months&s=${s}`);
  // A scenario that somebody made stands in the pictures of money beside the prepared one.
  const numbers = page.locator('#frontier table').first();
  await expect(numbers.getByRole('rowheader', { includeHidden: true })).toHaveText(
    ['Twelve months', 'Thirty-six months', 'Four years'],
    { timeout: 60_000 },
  );
  await page.getByRole('button', { name: 'Work it out here' }).click();
  await expect(page.getByText('Worked out here, in your browser.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('dl.three')).toContainText('Relationships cut short');
  await page.getByRole('link', { name: 'Mean wait' }).click();
  await expect(page).toHaveURL(/measure=wait-mean/);
  await expect(page.locator('dl.three')).toContainText('Mean wait');
  await expectGoodOnEveryScreen(page);
});

test('a scenario removed in another tab while it is compared is said, not passed over', async ({
  open,
  page,
  context,
}) => {
  await open('/portfolio/start');
  const own = await makeOwn(page, 'one-worker-one-contract');
  await open(`${own}/compare?scenarios=thirty-six-months`);
  const said = page.getByText('There is no scenario “thirty-six-months” in this portfolio.');
  await expect(page.getByText('Choose or add scenarios')).toBeVisible();
  await expect(said).toHaveCount(0);
  const other = await context.newPage();
  await other.goto(own);
  await other.getByRole('button', { name: 'Remove the scenario Thirty-six months' }).click();
  await expect(said).toBeVisible();
  await other.getByRole('button', { name: /^Undo/ }).click();
  await expect(said).toHaveCount(0);
});
