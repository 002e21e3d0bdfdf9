/** Every state of a phone and of the projector, on the smallest screen and on a large one. */
import type { Page } from '@playwright/test';
import { Phone } from '../benchmarks/hall-clients.js';
import { expect, expectAccessible, expectNoWider, test } from './test.ts';
import { beginHall, choose, joinByPhone, lead, ready } from './workshop-people.ts';

test.describe.configure({ timeout: 300_000 });

/** Expect nothing that axe finds, nor a page that is wider than its screen. */
async function expectFine(page: Page, state: string): Promise<void> {
  for (const [width, height, look] of [
    [320, 640, 'all but contrast'],
    [1920, 1080, 'contrast'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectAccessible(page, `${state}, ${width} pixels wide`, look);
    await expectNoWider(page, width, state);
  }
}

/** Expect what people join by to be large enough for the back of a hall, and all of it on the screen. */
async function expectLargeInHall(screen: Page, height: number): Promise<void> {
  const qr = await screen.getByRole('img', { name: /^QR code/ }).boundingBox();
  expect(qr!.height).toBeGreaterThan(0.55 * height);
  const letters = screen.getByText(/^[A-Z\d]{3} [A-Z\d]{3}$/);
  const size = await letters.evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  expect(size).toBeGreaterThan(height / 8);
  const long = await screen.evaluate(() => document.documentElement.scrollHeight);
  expect(long).toBeLessThanOrEqual(height);
}

test('every state of a phone and of the projector can be read by everybody', async ({
  browser,
}) => {
  const address = process.env.BIDE_ADDRESS!;
  const { host, screen, code } = await beginHall(browser, address, 'States');
  const status = screen.locator('header').getByRole('status');
  const phone = await joinByPhone(browser, address, code);
  const heading = phone.getByRole('heading', { level: 1 });
  const others = Array.from({ length: 5 }, () => new Phone(address, code));
  for (const one of others) await one.join();

  await expect(status).toHaveText('6 people are here');
  await expectFine(screen, 'the screen before the first round');
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ]) {
    await screen.setViewportSize({ width, height });
    await expectLargeInHall(screen, height);
  }
  await expectFine(phone, 'a phone before the first round');

  await lead(host, 'matters', 'Open');
  await expect(status).toContainText('of 6 who are here');
  await expectFine(screen, 'the screen while a round is open');
  await expectFine(phone, 'a ranking');
  await phone.getByRole('button', { name: 'Next' }).click();
  await expect(phone.getByRole('alert')).toBeVisible();
  await expectFine(phone, 'a ranking without a choice');
  await choose(phone, 'Help for my family');
  await expect(phone.getByText('Which one comes next?')).toBeVisible();
  await expectFine(phone, 'a ranking that goes on');
  await phone.getByRole('button', { name: 'That is all' }).click();
  await expect(heading).toHaveText('You are done for now');
  await expectFine(phone, 'a round that is gone through');
  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: /^Change/ }).click();
  await choose(phone, 'Not having to wait');
  await expect(phone.getByText('Waiting to send')).toBeVisible();
  await expectFine(phone, 'an answer that waits');
  await phone.context().setOffline(false);
  await expect(phone.getByText('Sent', { exact: true })).toBeVisible();
  await phone.getByRole('link', { name: 'Take a break' }).click();
  await expect(heading).toHaveText('Take your time');
  await expectFine(phone, 'a break');
  await phone.getByRole('link', { name: 'Go on' }).click();
  await phone.getByRole('link', { name: 'Stop' }).click();
  await expect(heading).toHaveText('You have stopped');
  await expectFine(phone, 'somebody who stopped');
  await phone.getByRole('button', { name: 'Take back all I said' }).click();
  await expect(phone.getByText('All you said is taken back')).toBeVisible();
  await expectFine(phone, 'all taken back');
  await phone.getByRole('link', { name: 'Go on' }).click();
  await lead(host, 'matters', 'Close');
  await expect(phone.getByText('This round is closed')).toBeVisible();
  await expectFine(phone, 'a round that is closed');
  await expect(status).toHaveText('The round is closed');
  await expectFine(screen, 'the screen while a round is closed');
  await lead(host, 'matters', 'Show to everybody');
  await expect(screen.getByText('Not shown')).toBeVisible();
  await expectFine(screen, 'the screen where nothing may be shown');

  await lead(host, 'decide', 'Open');
  await expect(phone.getByLabel('Do you want to say why?')).toBeVisible();
  await expectFine(phone, 'a statement');
  await phone.getByLabel('Do you want to say why?').fill('word '.repeat(5000));
  await choose(phone, 'I agree');
  await expect(phone.getByRole('alert')).toContainText('too long by');
  await expect(phone.getByLabel('Do you want to say why?')).toHaveValue(/^(word ){5000}$/);
  await expectFine(phone, 'words that are too long');
  await phone.getByLabel('Do you want to say why?').fill('Chan eil fhios agam 😀 لا أعرف');
  await choose(phone, 'I agree');
  for (const [at, one] of others.entries()) await one.answer(at);
  await lead(host, 'decide', 'Close');
  await lead(host, 'decide', 'Show to everybody');
  await expect(heading).toHaveText('What people said');
  await expectFine(phone, 'what people said');
  await expect(screen.getByText('Agree: about half.')).toBeVisible();
  await expectFine(screen, 'the screen with what people said');
  await expectFine(host, 'the page of the facilitator');
  await host.getByRole('button', { name: 'Show the last change again on the screen' }).click();
  await expect(screen.getByRole('heading', { name: 'What changed last' })).toBeFocused();
  await expect(screen.locator('.now').getByText('Agree: about half.')).toBeVisible();
  await expectFine(screen, 'the last change once more');
  await screen.keyboard.press('Escape');
  await expect(screen.getByRole('heading', { name: 'What changed last' })).toHaveCount(0);

  await host.getByRole('button', { name: 'End the workshop' }).click();
  await expect(heading).toHaveText('Thank you for taking part');
  await expectFine(phone, 'the end');
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Thank you for taking part');
  await expectFine(screen, 'the screen at the end');
  for (const one of others) one.leave();

  // Too late for whoever comes now.
  const late = await (await browser.newContext({ baseURL: address })).newPage();
  await late.goto(`/join/${code}`);
  await ready(late);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('This workshop is over.');
  await expectFine(late, 'a workshop that is over');
});

test('every size, contrast and language of a phone can be read by everybody', async ({
  browser,
}) => {
  const address = process.env.BIDE_ADDRESS!;
  const { host, code } = await beginHall(browser, address, 'Sizes');
  const phone = await joinByPhone(browser, address, code);
  const press = (name: string) => phone.getByRole('button', { name }).click();
  await lead(host, 'decide', 'Open');
  await expect(phone.getByLabel('Do you want to say why?')).toBeVisible();
  await press('Text size: usual');
  await expectFine(phone, 'larger text');
  await press('Text size: larger');
  await expectFine(phone, 'the largest text');
  await press('High contrast');
  await phone.getByRole('radio', { name: 'I agree', exact: true }).check();
  await expectFine(phone, 'the largest text in high contrast');
  await phone.emulateMedia({ colorScheme: 'dark' });
  await expectFine(phone, 'high contrast in a dark theme');
  await phone.getByRole('link', { name: 'Gàidhlig' }).click();
  await expectFine(phone, 'Gaelic');
  await phone.getByRole('link', { name: 'Stad' }).click();
  await press('Hand this device');
  await expectFine(phone, 'a slip');
  await phone.getByRole('link', { name: 'The next person' }).click();
  await phone.getByText('I have a slip code').click();
  await expectFine(phone, 'the way back with a slip');
});
