import { guidePages } from '../../src/content/guide-pages.ts';
import { expect, expectAccessible, test } from './test.ts';

const listed = guidePages.flatMap(({ pages }) => pages);

for (const { id, name } of listed) {
  test(`the guide's page “${name}” is accessible, and never wider than the screen`, async ({
    page,
  }) => {
    // The longest pages have hundreds of examples to look at.
    test.setTimeout(180_000);
    await page.goto(`/guide/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const menu = page.getByRole('navigation', { name: 'Guide' });
    await expect(menu.getByRole('link', { name, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(widest, `at ${width} pixels`).toBeLessThanOrEqual(width);
    }
    await expectAccessible(page);
  });
}

test('the guide can be read on a dark screen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/guide/start');
  await expectAccessible(page);
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

test('on paper the guide has its text and not its menu', async ({ page }) => {
  await page.goto('/guide/method');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Guide' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Contracts' })).toBeVisible();
});

test('a page that the guide does not have is not there', async ({ request }) => {
  expect((await request.get('/guide/no-such-page')).status()).toBe(404);
});
