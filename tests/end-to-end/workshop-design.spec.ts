import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { beginHall, joinByPhone, lead } from './workshop-people.ts';
import { expect, expectAccessible, test } from './test.ts';

const address = () => process.env.BIDE_ADDRESS!;

test.describe.configure({ timeout: 180_000 });

/** Press a button of a phone’s lever some times, and wait for the first look. */
async function press(phone: Page, name: RegExp, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await phone.getByRole('button', { name }).first().click();
  await expect(phone.locator('.look[aria-busy=false]')).toBeVisible();
}

test('people design within a budget, and see side by side what the model says', async ({
  browser,
}) => {
  const { host, screen, code } = await beginHall(browser, address(), 'Design in May');
  const phones = await Promise.all(
    Array.from({ length: 5 }, () => joinByPhone(browser, address(), code)),
  );
  await lead(host, 'design', 'Open');
  const [first, second, ...others] = phones;
  await expect(first.getByRole('heading', { name: 'What would you change?' })).toBeVisible();
  await expect(first.getByText(/^Your design costs £[\d,]+ a year\.$/)).toBeVisible();
  await expect(first.getByText('A first look. It may change a little.')).toBeVisible();
  await expectAccessible(first);

  // Dearer than the money there is: said, and sent all the same.
  await press(first, /^More: How many outreach workers/, 6);
  await expect(first.getByText(/more than there is/)).toBeVisible();
  await first.getByRole('button', { name: 'Next' }).click();
  await expect(first.getByText('1 change')).toBeVisible();
  await second.getByRole('radio', { name: '36 months' }).check();
  await second.getByRole('button', { name: 'Next' }).click();
  for (const phone of others) {
    await phone.getByRole('button', { name: 'Next' }).click();
    await expect(phone.getByText('As it is now')).toBeVisible();
  }
  await expect(host.locator('[data-round=design]')).toContainText('5 people have answered');
  await expect(screen.locator('[data-design]')).toHaveCount(0);

  await lead(host, 'design', 'Close');
  await lead(host, 'design', 'Show to everybody');
  await expect(screen.locator('[data-design]')).toHaveCount(3);
  await expect(first.locator('[data-design]')).toHaveCount(3);
  await expect(first.getByText('They have no rank, and none of them wins.')).toBeVisible();
  await lead(host, 'see', 'Open');
  const longer = screen.locator('[data-design]', { hasText: '36 months' });
  await expect(longer.getByText(/^It costs £[\d,]+ a year\.$/)).toBeVisible();
  await expect(longer.getByRole('img', { name: /are not cut short/ })).toBeVisible();
  await expect(
    screen.locator('[data-design]', { hasText: 'outreach' }).getByText(/more than there is\.$/),
  ).toBeVisible();
  await expect(screen.getByText(/^From 40 runs/)).toHaveCount(3);
  await expect(
    second.getByRole('heading', { name: 'I believe what the model says of these designs.' }),
  ).toBeVisible();
  for (const width of [320, 1920]) {
    await screen.setViewportSize({ width, height: 1080 });
    const widest = await screen.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(width);
    await expectAccessible(screen);
  }
  await screen.screenshot({ path: '/tmp/design-screen.png' });

  await lead(host, 'see', 'Close');
  await host.getByRole('button', { name: 'End the workshop' }).click();
  // In its round, and in what stays.
  await expect(host.locator('[data-design]')).toHaveCount(6);
  // A design is a scenario like any other.
  const [file] = await Promise.all([
    host.waitForEvent('download'),
    host.getByRole('link', { name: /^take it away.*design A$/ }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^title: "Design A of a panel"\n/);
  await host.getByRole('link', { name: /^look into it.*design B$/ }).click();
  await expect(host.getByRole('heading', { level: 1 })).toContainText('Explore');
  await expect(host.getByText('Your scenario, from 10 runs')).toBeVisible({ timeout: 60_000 });
});

test('a phone without scripts designs too, and nothing that no lever can do is taken', async ({
  browser,
}) => {
  const { host, code } = await beginHall(browser, address(), 'Design without scripts');
  await lead(host, 'design', 'Open');
  const context = await browser.newContext({ baseURL: address(), javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto(`/join/${code}`);
  await phone.getByRole('button', { name: 'Join' }).click();
  await phone.getByRole('spinbutton', { name: 'How many outreach workers?' }).fill('4');
  await phone.getByRole('button', { name: 'Next' }).click();
  await expect(phone.getByText('1 change')).toBeVisible();

  const tried = (settings: unknown) =>
    context.request.post(`/join/${code}/try`, {
      headers: { origin: address() },
      data: { question: 'design', settings },
    });
  expect((await tried({ outreach: 1e9 })).status()).toBe(409);
  expect((await tried({ __proto__: null, constructor: 1 })).status()).toBe(409);
  await expect(host.locator('[data-round=design]')).toContainText('1 person has answered');
  await context.close();
});
