import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, expectAccessible, test } from './test.ts';

const compare = '/portfolio/one-worker-one-contract/compare?scenarios=thirty-six-months';

test('a broken portfolio says what is wrong, where, why and how to mend it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL! });
  const page = await context.newPage();
  const response = await page.goto('/portfolio/broken');
  expect(response?.status()).toBe(500);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This portfolio has to be mended first',
  );
  await expect(page.getByText('“contrats” is not known here.')).toBeVisible();
  await expect(page.getByText(/portfolio\.yaml, line 9, column 1/)).toBeVisible();
  await expect(page.getByText('How to mend it:').first()).toBeVisible();
  await expect(page.getByText(/at .*\.js:\d+/)).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/');
  await expect(page.getByText('cannot be used yet')).toBeVisible();
  await context.close();
});

test('the numbers of a model can be looked through', async ({ open, page }) => {
  await open('/portfolio/south-ayrshire/numbers');
  await expect(page.locator('#list tbody tr')).toHaveCount(100);
  await page.getByRole('link', { name: 'Page 2' }).click();
  await expect(page.locator('#list tbody tr')).toHaveCount(100);
  const total = await page.getByRole('heading', { name: /^All \d+ numbers$/ }).innerText();
  const all = Number(/\d+/.exec(total)?.[0]);
  expect(all).toBeGreaterThan(300);
  await page.getByRole('link', { name: 'All on one page' }).click();
  await expect(page.locator('#list tbody tr')).toHaveCount(all);
  await page.getByLabel('Words to look for').fill('navigator caseload');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: /^\d+ of \d+ numbers$/ })).toBeVisible();
  const found = await page.locator('#list tbody tr').count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.getByRole('heading', { name: `All ${all} numbers` })).toBeVisible();
});

test('what is folded away on the screen is there on paper', async ({ open, page }) => {
  await open(compare);
  await expect(page.locator('#endings details').first()).toBeVisible({ timeout: 60_000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#endings table').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Undo/ })).toBeHidden();
});

test('the answer comes first, then what to know before the table, then the table', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await open('/portfolio/one-worker-one-contract/compare');
  const answers = page.locator('#short .lead');
  await expect(answers).toHaveCount(3, { timeout: 60_000 });
  await expect(answers.last(), 'on the first screen').toBeInViewport({ ratio: 1 });
  const parts = [
    answers.last(),
    page.getByRole('heading', { name: 'Before you read on' }),
    page.getByRole('table', { name: 'The main measures, by scenario' }),
  ];
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())!.y));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  const contents = page.getByRole('navigation', { name: 'On this page' });
  expect((await contents.boundingBox())!.y).toBeLessThan(tops[2]);
});

test('a table that is wider than the screen says so, and its headings are no wider', async ({
  open,
  page,
}) => {
  await open('/portfolio/one-worker-one-contract/compare');
  const table = page.getByRole('table', { name: 'The main measures, by scenario' });
  await expect(table).toBeVisible({ timeout: 60_000 });
  const said = table.getByText('This table goes on sideways');
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.setViewportSize({ width: 1366, height: 768 });
    await expect(said).toBeHidden();
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(said).toBeVisible();
  }
  for (const heading of await table.locator('th[scope=rowgroup] > span').all()) {
    const { x, width } = (await heading.boundingBox())!;
    expect(x + width, await heading.innerText()).toBeLessThanOrEqual(320);
  }
});

test('on paper nothing that names a fold stands alone at the foot of a sheet', async ({
  open,
  page,
}, testInfo) => {
  await open(compare);
  await expect(page.locator('#endings details').first()).toBeVisible({ timeout: 60_000 });
  const summaries = await page.locator('main summary').allTextContents();
  const names = summaries.map((name) => name.trim()).filter(Boolean);
  expect(names.length).toBeGreaterThan(3);
  const pdf = testInfo.outputPath('page.pdf');
  writeFileSync(pdf, await page.pdf({ format: 'A4' }));
  const read = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  // Without the program that reads them back, the sheets cannot be looked at.
  test.skip(read.error !== undefined);
  const last = read.stdout.split('\f').map((sheet) => sheet.trim().split('\n').at(-1)!.trim());
  expect(last.length).toBeGreaterThan(3);
  expect(last.filter((line) => names.includes(line))).toEqual([]);
});

test('a portfolio folds away what is long, and shows all of it on paper', async ({
  open,
  page,
}) => {
  await open('/portfolio/one-worker-one-contract');
  const story = page.locator('#scenarios dd').first();
  const grades = page.locator('#numbers dd').first();
  await expect(story).toBeHidden();
  await expect(grades).toBeHidden();
  await page.getByText('What each scenario changes').click();
  await expect(story).toBeVisible();
  await page.getByText('What each scenario changes').click();
  await page.emulateMedia({ media: 'print' });
  await expect(story).toBeVisible();
  await expect(grades).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a portfolio is read and its scenarios compared', async ({ page }) => {
    await page.goto('/portfolio/one-worker-one-contract');
    // The box itself lies under what is drawn in its place.
    await page.locator('label', { hasText: 'Sixty months' }).click();
    await page.getByRole('button', { name: 'Compare these' }).click();
    const table = page.getByRole('table', { name: 'The main measures, by scenario' });
    await expect(table.getByRole('columnheader', { name: 'Thirty-six months' })).toBeVisible();
    await expect(table.getByRole('columnheader', { name: 'Sixty months' })).toHaveCount(0);
    await page.getByText('The pictures of how relationships end').click();
    const picture = page.locator('#endings').getByRole('img', { name: /^How relationships end/ });
    await expect(picture).toBeVisible();
    // What comes later comes when the page is asked for again.
    await expect(async () => {
      await page.reload();
      await page.locator('#words summary').first().click({ timeout: 1000 });
      await expect(page.locator('#words h4').first()).toBeVisible({ timeout: 1000 });
      const leads = page.locator('#short .lead');
      await expect(leads.last()).toHaveText(/^Thirty-six months: .*\.$/, { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
  });

  test('an address with somebody’s scenario says what it needs', async ({ page }) => {
    await page.goto('/portfolio/one-queue/compare?s=abc');
    await expect(page.getByText('Opening them needs scripts')).toBeVisible();
  });
});

test('the report of a comparison has its results, and can be taken away', async ({
  open,
  page,
  request,
}) => {
  await open(compare);
  await page.getByRole('link', { name: 'Report of the method (STRESS)' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report of the method (STRESS)');
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(20);
  await expect(page.getByRole('table', { name: /^Headlines, with 95% ranges/ })).toBeVisible();
  await expect(page.getByText('Only a run can fill this')).toHaveCount(0);
  await expect(page.getByText('Only you can fill this').first()).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'as Markdown' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  for (const [name, says] of [
    ['as Markdown', '\n### 4.3 Estimation approach\n'],
    ['as a page that opens from anywhere', '<h3 id="item-4.3">4.3 Estimation approach</h3>'],
  ]) {
    const address = await page.getByRole('link', { name }).getAttribute('href');
    const file = await request.get(address!);
    expect(file.headers()['content-disposition']).toContain('attachment');
    expect(await file.text()).toContain(says);
  }
});
