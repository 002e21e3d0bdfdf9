import { expect, expectAccessible, test } from './test.ts';

const why = '/portfolio/one-worker-one-contract/why?of=thirty-six-months';

/** Ask again until the server has worked everything out: it does so in the background. */
test('the page says what drives the difference, what flips it and whether it stands', async ({
  open,
  page,
}) => {
  test.setTimeout(60_000);
  await open(why);
  await expect(page.getByText('From 10 possible futures')).toBeVisible({ timeout: 45_000 });
  const three = page.locator('dl.three');
  await expect(three).toContainText('Relationships cut short:');
  await expect(three).toContainText('Chance that funding is renewed');
  await expect(three.locator('dd')).toHaveCount(3);
  await expect(page.getByRole('img', { name: 'What moves the difference most' })).toBeVisible();
  await page.getByRole('link', { name: 'Mean wait' }).click();
  await expect(page.locator('dl.three')).toContainText('Mean wait');
  await expect(page).toHaveURL(/measure=wait-mean/);
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, `at ${width} pixels`).toBeLessThanOrEqual(width);
    await expectAccessible(page);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what the server has by now is there, with a link to look again', async ({ page }) => {
    test.setTimeout(60_000);
    await page.goto(`${why}&measure=spend`);
    await expect(async () => {
      const again = page.getByRole('link', { name: 'See what is there by now' });
      if (await again.isVisible()) await again.click();
      await expect(page.getByText('From 10 possible futures')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 45_000 });
    await expect(page.locator('dl.three')).toContainText('Spent, a year');
    await expect(
      page.getByRole('heading', { name: 'Does it stand, measure by measure' }),
    ).toBeVisible();
  });
});
