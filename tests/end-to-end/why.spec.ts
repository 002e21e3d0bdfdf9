import { writeAddress } from '../../src/lib/state/scenario-address.ts';
import { expect, expectAccessible, expectGoodOnEveryScreen, test } from './test.ts';

const why = '/portfolio/one-worker-one-contract/why?of=thirty-six-months';

/** The address of a scenario that somebody made: awards of four years, and a post that nobody pays. */
async function ofTheirOwn(): Promise<string> {
  const changes = [
    { set: 'contracts.award.term', to: '48 months' },
    { set: 'services.outreach.roles.outreach-worker.posts', to: 2 },
  ];
  return `/portfolio/one-worker-one-contract/why?s=${await writeAddress({ model: '', engine: '', scenarios: [{ title: '', changes }] })}`;
}

test('the page says what drives the difference, what flips it and whether it stands', async ({
  open,
  page,
}) => {
  await open(why);
  await expect(page.getByText('From 10 possible futures')).toBeVisible({ timeout: 90_000 });
  const three = page.locator('dl.three');
  await expect(three).toContainText('Relationships cut short:');
  await expect(three).toContainText('Chance that funding is renewed');
  await expect(three.locator('dd')).toHaveCount(3);
  await expect(page.getByText('by itself has narrower ranges than')).toBeVisible();
  await expect(page.getByRole('img', { name: 'What moves the difference most' })).toBeVisible();
  const money = page.getByRole('img', { name: 'Money, and unmet need' });
  await expect(money).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Mean wait' }).click();
  await expect(page.locator('dl.three')).toContainText('Mean wait');
  await expect(page).toHaveURL(/measure=wait-mean/);
  await expectGoodOnEveryScreen(page);
});

test('a scenario of one’s own is looked into here, and can be cancelled', async ({
  open,
  page,
}) => {
  await open(await ofTheirOwn());
  // It stands in the pictures of money too, beside the prepared scenarios.
  const numbers = page.locator('#frontier table').first();
  await expect(numbers.getByRole('rowheader', { includeHidden: true }).last()).toHaveText(
    'Your scenario',
    { timeout: 60_000 },
  );
  const unpaid = page.getByRole('region', { name: 'What may mislead here' });
  await expect(unpaid).toContainText('Award pays £45,000 a year for what costs £90,000');
  await page.getByRole('button', { name: 'Work it out here' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled.')).toBeVisible();
  await page.getByRole('button', { name: 'Work it out again' }).click();
  await expect(page.getByText('From 5 possible futures')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('dl.three')).toContainText('Relationships cut short: ');
  await expect(page.getByText('“Your scenario” less “Twelve months”').first()).toBeVisible();
  await expect(page.getByText('Worked out here, in your browser.')).toBeVisible({
    timeout: 90_000,
  });

  await page.getByRole('button', { name: 'Choose where' }).click();
  const where = page.getByLabel('Where shall the money come from or go to?');
  await where.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Find how much' }).click();
  await expect(page.getByText('commits the same as “Twelve months”')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('nobody pays £45,000 a year')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open it as a scenario of its own' }).click();
  await expect(page).toHaveURL(/compare\?s=/);
  // With what pays for it raised too, nothing is left unpaid.
  await expect(
    page.getByRole('table', { name: 'The main measures, by scenario' }).getByText('same money'),
  ).toBeVisible({ timeout: 60_000 });
  await expect(unpaid).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what the server has by now is there, with a link to look again', async ({ page }) => {
    await page.goto(`${why}&measure=spend`);
    await expect(async () => {
      const again = page.getByRole('link', { name: 'See what is there by now' }).first();
      if (await again.isVisible()) await again.click();
      await expect(page.getByText('From 10 possible futures')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 90_000 });
    await expect(page.locator('dl.three')).toContainText('Spent, a year');
    await expect(
      page.getByRole('heading', { name: 'Does it stand, measure by measure' }),
    ).toBeVisible();
  });
});
