import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { beginHall, joinByPhone, lead, ready } from './workshop-people.ts';
import { expect, expectAccessible, test } from './test.ts';

const address = () => process.env.BIDE_ADDRESS!;

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
  await expect(first.getByText(/^Your design costs (about|between) £[\d,]+0/)).toBeVisible();
  // A few runs tell little, and more come by themselves until there are as many as on the screen.
  await expect(first.getByText('This is from 40 runs with different luck.')).toBeVisible();
  await expect(first.getByText(/^Your design costs about £[\d,]+000 a year\.$/)).toBeVisible();
  await expectAccessible(first);

  // Dearer than the money there is: said, and sent all the same.
  await press(first, /^More: How many outreach workers/, 6);
  await expect(first.getByText(/more than there is/)).toBeVisible();
  // A figure is marked where it stands, and the design is as it was afterwards.
  await first.getByRole('link', { name: /^We do not believe this ?: Your design costs/ }).click();
  await expect(first.getByRole('radio', { name: 'We do not believe this number' })).toBeChecked();
  await expect(first.getByLabel('Which number do you not believe?')).toHaveValue(
    /^Your design costs /,
  );
  await first.getByLabel('Say it in your own words').fill('It was half of that');
  await first.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(first.getByLabel('Which number do you not believe?')).toHaveValue('');
  await expect(first.getByLabel('Which number do you not believe?')).toBeHidden();
  await expectAccessible(first);
  await first.getByRole('link', { name: 'Go back' }).click();
  await expect(host.locator('[data-point]')).toContainText('Your design costs');
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
  await expect(longer.getByText(/^It costs about £[\d,]+ a year/)).toBeVisible();
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
  // Each design once more, as a step from how it is now: by keyboard, and without movement.
  await screen.emulateMedia({ reducedMotion: 'reduce' });
  await screen.getByRole('button', { name: 'Show the last change again' }).press('Enter');
  await expect(screen.getByText(/^From how it is now to design A:/)).toBeVisible();
  await expect(screen.locator('.now').getByRole('img', { name: /not cut short/ })).toBeVisible();
  await screen.getByRole('button', { name: 'Next design' }).press('Enter');
  await expect(screen.getByText(/^From how it is now to design B:/)).toBeVisible();
  await expectAccessible(screen);

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

test('a phone without scripts spends and designs too, and nothing that cannot be is taken', async ({
  browser,
}) => {
  const title = 'Tokens, and design without scripts';
  const { host, code } = await beginHall(browser, address(), title, undefined, async (page) => {
    await page.getByRole('radio', { name: /spends tokens/ }).check();
    await page.getByLabel('How many tokens').fill('5');
  });
  await lead(host, 'matters', 'Open');
  const other = await joinByPhone(browser, address(), code);
  await other.getByRole('button', { name: 'Next' }).click();
  await expect(other.getByRole('alert')).toHaveText(/^Give a token to something/);
  const family = other.getByRole('spinbutton', { name: 'Help for my family' });
  await family.fill('9');
  await other.getByRole('button', { name: 'Less: Help for my family' }).click();
  await expect(other.locator('.left')).toHaveText('You have spent 4 of 5. 1 left.');
  await other.getByRole('button', { name: 'More: Not having to wait' }).click();
  await expect(other.getByRole('button', { name: /^More: Help close/ })).toBeDisabled();
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Next' }).click();
  await expect(other.getByText('Not having to wait: 1; Help for my family: 4')).toBeVisible();

  const context = await browser.newContext({ baseURL: address(), javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto(`/join/${code}`);
  await phone.getByRole('button', { name: 'Join' }).click();
  await phone.getByRole('spinbutton', { name: 'Help for my family' }).fill('3');
  await phone.getByRole('spinbutton', { name: 'Not having to wait' }).fill('3');
  await phone.getByRole('button', { name: 'Next' }).click();
  await expect(phone.getByRole('alert')).toHaveText(
    'You have 5 tokens in all. Take some away first.',
  );
  await phone.getByRole('spinbutton', { name: 'Not having to wait' }).fill('2');
  await phone.getByRole('button', { name: 'Next' }).click();
  await expect(phone.getByText('Not having to wait: 2; Help for my family: 3')).toBeVisible();
  await lead(host, 'matters', 'Close');
  await lead(host, 'design', 'Open');
  await phone.reload();
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

  // A page that is older than its place in the room says so in the phone's language.
  await phone.goto(`/join/${code}?say&language=plain`);
  await phone.getByRole('radio', { name: /leaves something out/ }).check();
  await phone.getByLabel('Say it in your own words').fill('Nobody asks twice');
  await context.clearCookies({ name: 'bide-seat' });
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(phone.getByRole('alert')).toContainText('We sent nothing.');
  await expect(phone.getByText('Nobody asks twice')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Join' })).toBeVisible();
  await context.close();
});

test('a table that was chosen wrongly is freed, and its phone loses nothing', async ({
  browser,
}) => {
  const { host, screen, code } = await beginHall(
    browser,
    address(),
    'Tables in May',
    undefined,
    async (page) => {
      await ready(page);
      await page.getByRole('radio', { name: /^Each table, on one phone/ }).check();
      await page.getByLabel('How many tables are there?').fill('3');
    },
  );
  const [first, second] = await Promise.all([
    joinByPhone(browser, address(), code),
    joinByPhone(browser, address(), code),
  ]);
  await lead(host, 'design', 'Open');
  const tables = host.locator('[data-round=design]');
  const send = (phone: Page) => phone.getByRole('button', { name: 'Next' }).click();

  await first.getByRole('radio', { name: '36 months' }).check();
  await send(first);
  await expect(first.getByRole('alert')).toHaveText('Choose your table first.');
  await first.getByLabel('Which table are you at?').selectOption('Table 2');
  await send(first);
  await expect(first.getByText('1 change')).toBeVisible();
  await expect(tables).toContainText('Tables that have answered: 2. Not yet: 1, 3.');

  // Those who sit at the second table are told, and lose nothing.
  await second.getByRole('button', { name: /^More: How many outreach workers/ }).click();
  await second.getByLabel('Which table are you at?').selectOption('Table 2');
  await second.getByLabel('Our table may be shown').check();
  await send(second);
  await expect(second.getByRole('alert')).toContainText('sent one from another phone');

  await tables.getByText('A table was chosen wrongly').click();
  await tables.getByRole('button', { name: 'Free table 2' }).click();
  await expect(tables).toContainText('A design waits to be sent again');
  await expect(first.getByRole('alert')).toContainText('Are you at table 2?');
  await expect(first.getByRole('radio', { name: '36 months' })).toBeChecked();
  await expect(first.getByLabel('Which table are you at?')).toHaveValue('');
  await expectAccessible(first);
  await expectAccessible(host);
  await expect(second.getByLabel('Which table are you at?')).toHaveValue('2');
  await expect(second.getByLabel('Our table may be shown')).toBeChecked();
  await send(second);
  await expect(second.getByText('1 change')).toBeVisible();

  // The phone goes on as if it had no scripts: the page alone has all of it.
  const context = await browser.newContext({
    ...{ baseURL: address(), javaScriptEnabled: false },
    storageState: await first.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`/join/${code}`);
  await expect(plain.getByRole('alert')).toContainText('Are you at table 2?');
  await plain.getByLabel('Which table are you at?').selectOption('Table 2');
  await send(plain);
  await expect(plain.getByRole('alert').first()).toContainText('sent one from another phone');
  await expect(plain.getByRole('radio', { name: '36 months' })).toBeChecked();
  await plain.getByLabel('Which table are you at?').selectOption('Table 1');
  await send(plain);
  await expect(plain.getByText('1 change')).toBeVisible();
  await context.close();
  await expect(tables).toContainText('Tables that have answered: 1, 2. Not yet: 3.');
  await expect(screen.getByText('2 of 3 tables have answered')).toBeVisible();

  // One design each; the first table did not say that its own may be shown.
  await lead(host, 'design', 'Close');
  await lead(host, 'design', 'Show to everybody');
  await expect(screen.locator('[data-design]')).toHaveCount(1);
  await expect(screen.locator('[data-design]')).toContainText('outreach');
});
