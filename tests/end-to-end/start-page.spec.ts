import { expect, expectAccessible, test } from './test.ts';

test('the keyboard reaches the content past the menu', async ({ open, page }) => {
  await open('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('pages and files carry a strict content policy', async ({ page, request }) => {
  const response = await page.goto('/portfolio/one-queue/compare');
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);

  const script = await page.locator('link[rel=modulepreload]').first().getAttribute('href');
  const file = await request.get(new URL(script!, page.url()).href);
  expect(file.ok()).toBe(true);
  expect(file.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(file.headers()['x-content-type-options']).toBe('nosniff');
});

test('the server answers to its own names only', async ({ request }) => {
  const answer = await request.get('/', { headers: { host: 'rebound.example' } });
  expect(answer.status()).toBe(421);
});

test('a page that does not exist says so in plain words', async ({ browser, baseURL }) => {
  // In a page of its own: the browser counts the 404 among the errors that fail other tests.
  const context = await browser.newContext({ baseURL: baseURL! });
  const page = await context.newPage();
  const response = await page.goto('/no-such-page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await expectAccessible(page);
  await context.close();
});
