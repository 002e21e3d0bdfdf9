import { expect, test } from './test.ts';

const compare = '/portfolio/one-queue/compare';
const explore = '/portfolio/one-queue/explore';

/** The text of `?s=` for anything at all. */
async function packed(content: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(content)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

test('an address that was cut says so, and the page works', async ({ open, page }) => {
  const whole = await packed([1, 'abc', [{ set: 'services.team.roles.worker.posts', to: 2 }]]);
  await open(`${compare}?s=${whole.slice(0, -6)}`);
  await expect(page.getByRole('alert')).toContainText('part of the address is missing');
  await open(`${explore}?s=${whole.slice(0, -6)}`);
  await expect(page.getByRole('alert')).toContainText('part of the address is missing');
  await expect(page.locator('.levers fieldset').first()).toBeEnabled();
});

test('an address of a newer version says so', async ({ open, page }) => {
  await open(`${compare}?s=${await packed([9, 'abc', []])}`);
  await expect(page.getByRole('alert')).toContainText('newer version');
});

test('an address made with another model says so', async ({ open, page }) => {
  await open(`${compare}?s=${await packed([1, '0123456789ab', [{ remove: 'services.none' }]])}`);
  await expect(page.getByText('another version of this model')).toBeVisible();
});

test('changes that make no portfolio are told as findings', async ({ open, page }) => {
  await open(`${explore}?s=${await packed([1, '0123456789ab', [{ remove: 'services.none' }]])}`);
  await expect(page.getByRole('heading', { name: 'This scenario cannot be run' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('How to mend it:').first()).toBeVisible();
  await page.getByRole('button', { name: /^Take out: Without none/ }).click();
  await expect(page.getByRole('heading', { name: 'This scenario cannot be run' })).toBeHidden();

  await open(`${compare}?s=${await packed([1, '', [{ remove: 'services.none' }]])}`);
  await expect(page.locator('#not-compared')).toContainText('It cannot be run.', {
    timeout: 30_000,
  });
});

test('a scenario that is not there is named, and the others are shown', async ({ open, page }) => {
  await open(`${compare}?scenarios=a-short-list,no-such-thing`);
  await expect(
    page.getByText('There is no scenario “no-such-thing” in this portfolio.'),
  ).toBeVisible();
});

for (const path of [
  '/portfolio/none',
  '/portfolio/..%2F..%2Fetc',
  '/portfolio/None',
  '/guide/none',
]) {
  test(`${path} does not exist, in plain words`, async ({ browser, baseURL }) => {
    // In a page of its own: the browser counts the 404 among the errors that fail other tests.
    const context = await browser.newContext({ baseURL: baseURL! });
    const page = await context.newPage();
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
    await context.close();
  });
}
