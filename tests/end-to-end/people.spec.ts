import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoWider, test } from './test.ts';

const small = '/portfolio/one-worker-one-contract/people?scenarios=thirty-six-months,seen-through';
const sketch = 'Independent sketch, not published by the ADP or the Scottish Government.';

/** Wait until every run is done: before, pictures are replaced while one looks. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByText('A first look, from')).toHaveCount(0, { timeout: 120_000 });
  await expect(page.getByText('being worked out for the first time')).toHaveCount(0);
}

test('the pictures of a small model are accessible, and never wider than the screen', async ({
  open,
  page,
}) => {
  await open(small);
  await settle(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See people');
  await expect(page.getByRole('link', { name: 'How ranges are widened' })).toBeVisible();
  for (const { width, colorScheme } of [
    { width: 320, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expectNoWider(page, width);
    await expectAccessible(page, colorScheme, colorScheme === 'dark' ? 'contrast' : 'all');
    // Text in drawings is never smaller than 12 pixels on the screen.
    const least = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('svg.chart-drawing')]
          .filter((svg) => svg.clientWidth > 0)
          .map((svg) => 13 * (svg.clientWidth / (svg as SVGSVGElement).viewBox.baseVal.width)),
      ),
    );
    expect(least, `text at ${width} pixels`).toBeGreaterThanOrEqual(12);
  }
});

test('where no place has coordinates, the numbers of the map stand alone', async ({
  open,
  page,
  request,
}) => {
  await open('/portfolio/one-worker-one-contract');
  const map = page.locator('#places figure').first();
  await expect(map).toContainText('there is no map');
  await expect(map.locator('svg')).toHaveCount(0);
  await expect(map.getByRole('rowheader', { name: 'Town' })).toBeVisible();
  await map.getByText('Take away').click();
  await expect(map.locator('.chart-take-list li')).toHaveText(['The numbers (CSV)']);
  const files = '/portfolio/one-worker-one-contract/charts/portfolio-map';
  expect((await request.get(`${files}.csv`)).status()).toBe(200);
  expect((await request.get(`${files}.svg`)).status()).toBe(404);
});

test('every chart can be taken away as numbers and as a picture', async ({
  open,
  page,
  request,
}) => {
  await open(small);
  await settle(page);
  const charts = await page.locator('figure.chart').count();
  const links = await page
    .locator('.chart-take-list a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links).toHaveLength(charts * 2);
  for (const address of links) {
    const file = await request.get(address);
    expect(file.status(), address).toBe(200);
    expect(file.headers()['content-disposition']).toMatch(
      /^attachment; filename="one-worker-one-contract-[a-z0-9-]+\.(csv|svg)"$/,
    );
    const text = await file.text();
    if (new URL(address).pathname.endsWith('.csv')) expectTidy(text);
    else await expectPicture(page, text);
  }
});

test('a picture as PNG is made by the browser', async ({ open, page }) => {
  await open(small);
  await settle(page);
  const chart = page.locator('#threads figure.chart');
  await chart.getByText('Take away').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    chart.getByRole('button', { name: 'The picture (PNG)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^one-worker-one-contract-threads-[0-9a-f]{12}\.png$/,
  );
  const stream = await download.createReadStream();
  const bytes = Buffer.concat(await stream.toArray());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  // Two points to a unit: 720 units of drawing, 20 of margin on each side.
  expect(bytes.readUInt32BE(16)).toBe(1520);
  expect(bytes.length).toBeGreaterThan(10_000);
});

test('South Ayrshire has its map, its vehicle and its ways without scripts', async ({
  browser,
  baseURL,
  request,
}) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
  const page = await context.newPage();
  await expect(async () => {
    await page.goto('/portfolio/south-ayrshire/people?scenarios=three-year');
    await expect(page.getByRole('heading', { name: 'Who is waiting, month by month' })).toBeVisible(
      {
        timeout: 1000,
      },
    );
  }).toPass({ timeout: 240_000 });
  await expect(page.getByRole('combobox')).toBeHidden();
  const days = page.getByRole('region', { name: 'Where the vehicle stops, by day of the week' });
  await expect(days.getByRole('rowheader')).toHaveText([
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ]);
  await expect(days).toContainText('Girvan');
  const numbers = page.locator('#passing-on figure.chart').first();
  await numbers.getByText('Take away').click();
  const address = await numbers
    .getByRole('link', { name: 'The numbers (CSV)' })
    .getAttribute('href');
  const text = await (await request.get(address!)).text();
  expectTidy(text);
  expect(text).toContain(sketch);
  await context.close();
});

/** One header row, as many cells in each row, nothing that a spreadsheet would run. */
function expectTidy(text: string): void {
  expect(text.charCodeAt(0)).not.toBe(0xfeff);
  const rows = readCsv(text);
  expect(rows[0].slice(-4)).toEqual(['model', 'model_version', 'runs', 'notice']);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter((row) => row.length !== rows[0].length)).toEqual([]);
  const isRun = (cell: string) => !/^(?![=+@\t])(?!-(?!\d))/.test(cell);
  expect(rows.flat().filter(isRun)).toEqual([]);
}

function readCsv(text: string): string[][] {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare,
      ),
    );
}

/** A picture that stands by itself: it parses, is named, and needs nothing from elsewhere. */
async function expectPicture(page: Page, text: string): Promise<void> {
  const found = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return {
      failed: parsed.querySelector('parsererror')?.textContent ?? '',
      title: parsed.querySelector('title')?.textContent ?? '',
      description: parsed.querySelector('desc')?.textContent ?? '',
      ids: [...parsed.querySelectorAll('[id]')].map(({ id }) => id),
    };
  }, text);
  expect(found.failed).toBe('');
  expect(found.title.length).toBeGreaterThan(10);
  expect(found.description).toContain('A model for learning. It describes no real service.');
  expect(new Set(found.ids).size).toBe(found.ids.length);
  // Dates of awards, and ways between services, are of no run.
  expect(text).toMatch(
    /Source: Bide, model “One worker, one award”, version [0-9a-f]{12}(, \d+ runs with different luck)?\. Scenarios?: /,
  );
  expect(text).not.toMatch(/<script|<style|class=|https?:\/\/(?!www\.w3\.org)/);
}
