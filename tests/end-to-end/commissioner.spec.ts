import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './test.ts';

const model = 'one-worker-one-contract';

/** The part of the page with levers and what they do. */
const tryIt = (page: Page) => page.locator('#try');

/** Wait until the draft's result is as sharp as it gets. */
async function settled(page: Page): Promise<void> {
  await expect(tryIt(page).getByText('Done: as sharp as')).toBeVisible({ timeout: 60_000 });
}

test('a commissioner compares, moves a lever, takes it back and sends the address', async ({
  open,
  page,
  context,
}) => {
  test.setTimeout(150_000);
  await open('/');
  await page.getByRole('link', { name: 'One worker, one award' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One worker, one award');

  await page.getByRole('button', { name: 'Compare these' }).click();
  await page.locator('html[data-ready]').waitFor();
  const table = page.getByRole('table', { name: 'The main measures, by scenario' });
  await expect(table.getByRole('row', { name: /Relationships cut short/ })).toBeVisible({
    timeout: 60_000,
  });
  // The first look says nothing of what is clear; what follows does.
  await expect(table.getByText(/contract dates alone/i).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#words').getByText('than as it is').first()).toBeVisible();

  await tryIt(page).getByText('36 months').click();
  await expect(tryIt(page).getByRole('table')).toContainText('Yours', { timeout: 30_000 });
  await settled(page);
  await expect(tryIt(page).getByRole('table')).toContainText('Difference');
  await expect(table.getByRole('columnheader', { name: 'Your scenario' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Your scenario is worked out.');
  await expect(page).toHaveURL(/[?&]s=[\w-]+/);
  await expectAccessible(page);

  await tryIt(page).getByText('60 months').click();
  await tryIt(page)
    .getByRole('button', { name: 'Undo: How long should the award last? 60 months' })
    .click();
  await expect(tryIt(page).getByRole('radio', { name: '36 months' })).toBeChecked();
  await tryIt(page).getByRole('button', { name: /^Redo/ }).click();
  await expect(tryIt(page).getByRole('radio', { name: '60 months' })).toBeChecked();
  await tryIt(page).getByRole('button', { name: /^Undo/ }).click();
  await settled(page);

  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('html[data-ready]').waitFor();
  await expect(tryIt(other).getByRole('radio', { name: '36 months' })).toBeChecked();
  await settled(other);
  const said = await tryIt(page).getByRole('table').innerText();
  expect(await tryIt(other).getByRole('table').innerText(), 'the same figures').toBe(said);
  await other.close();

  await tryIt(page).getByRole('button', { name: 'Start again' }).click();
  await expect(page).not.toHaveURL(/[?&]s=/);
  await expect(tryIt(page).getByText('Move a lever, and what changes')).toBeVisible();
});

test('a scenario worked out in the browser is the one the server worked out', async ({
  open,
  page,
}) => {
  test.setTimeout(120_000);
  await open(`/portfolio/${model}/compare?scenarios=thirty-six-months`);
  const table = page.getByRole('table', { name: 'The main measures, by scenario' });
  await expect(table.getByText('how it is now', { exact: true })).toBeVisible({ timeout: 60_000 });
  await tryIt(page).getByLabel('Start from').selectOption({ label: 'Thirty-six months' });
  await tryIt(page).getByRole('button', { name: 'Start', exact: true }).click();
  await settled(page);
  const rows = table.getByRole('row');
  for (const row of await rows.all()) {
    const cells = await row.getByRole('cell').allInnerTexts();
    if (cells.length === 3) expect(cells[2], 'the draft').toBe(cells[1]);
  }
});

test('a run can be stopped and gone on with', async ({ open, page }) => {
  test.setTimeout(120_000);
  await open('/portfolio/south-ayrshire/compare?scenarios=three-year');
  await tryIt(page).getByRole('button', { name: 'More: How many Navigators?' }).click();
  await tryIt(page).getByRole('button', { name: 'Stop' }).click();
  await expect(tryIt(page).getByText('Stopped.')).toBeVisible();
  await tryIt(page).getByRole('button', { name: 'Take out: How many Navigators? 2.5' }).click();
  await expect(tryIt(page).getByText('What you changed')).toBeHidden();
});

test('the levers can be moved by keyboard alone', async ({ open, page }) => {
  await open(`/portfolio/south-ayrshire/compare?scenarios=three-year`);
  const slider = page.getByRole('slider', { name: 'How many Navigators?' });
  const field = page.getByRole('spinbutton', { name: /How many Navigators/ });
  await expect(slider).toBeEnabled();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(field).toHaveValue('2.5');
  await page.keyboard.press('ArrowRight');
  await expect(field).toHaveValue('3');

  await field.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4.2');
  await page.keyboard.press('Tab');
  await expect(field, 'the nearest step').toHaveValue('4');
  await expect(page.getByRole('button', { name: 'More: How many Navigators?' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(slider).toHaveValue('4.5');

  await page.getByRole('radio', { name: '12 months, as now' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '24 months' })).toBeChecked();
  await page.getByRole('button', { name: /^Undo/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '12 months, as now' })).toBeChecked();
});

test('the page of comparisons sends no more script than it may', async ({ page }) => {
  const sizes: number[] = [];
  page.on('response', async (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    // Workers are loaded later, and not by the page.
    if (/worker/.test(response.url())) return;
    sizes.push((await response.request().sizes()).responseBodySize);
  });
  await page.goto(`/portfolio/${model}/compare`);
  await page.locator('html[data-ready]').waitFor();
  await page.waitForLoadState('networkidle');
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  expect(kilobytes).toBeGreaterThan(10);
  expect(kilobytes).toBeLessThan(120);
});
