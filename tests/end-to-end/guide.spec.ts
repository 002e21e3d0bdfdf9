import { guidePages } from '../../src/content/guide-pages.ts';
import { expect, test } from './test.ts';

test('the menu of the guide marks the page one is on', async ({ page }) => {
  await page.goto('/guide/limits');
  const menu = page.getByRole('navigation', { name: 'Guide' });
  await expect(menu.locator('[aria-current]')).toHaveText('Limits');
  const listed = guidePages.flatMap(({ pages }) => pages.map(({ name }) => name));
  await expect(menu.getByRole('listitem')).toHaveText(listed);
});

test('the guide sends no scripts', async ({ page }) => {
  for (const id of ['method', 'format']) {
    await page.goto(`/guide/${id}`);
    await expect(page.locator('script')).toHaveCount(0);
  }
});

test('the guide lists every measure and every key', async ({ page }) => {
  await page.goto('/guide/method#measure-wait-mean');
  await expect(page.locator('#measure-wait-mean')).toContainText('Mean wait');
  await page.goto('/guide/format#portfolio-role');
  await expect(page.locator('#portfolio-role')).toContainText('caseload: 12');
});

test('a page that the guide does not have is not there', async ({ request }) => {
  expect((await request.get('/guide/no-such-page')).status()).toBe(404);
});
