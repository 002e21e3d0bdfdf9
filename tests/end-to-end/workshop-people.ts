/** Those who take part in a workshop: the facilitator, phones and a projector, in real browsers. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Cookie, Page } from '@playwright/test';
import { expect } from './test.ts';
import { newOwnerToken } from './visitor.ts';

export interface Hall {
  host: Page;
  screen: Page;
  code: string;
  id: string;
}

export const ready = (page: Page) => page.locator('html[data-ready]').waitFor();

/** What the owner of a server is known by, by its address: nobody may sign in as often as tests begin. */
const owners = new Map<string, Cookie[]>();

async function signInAsOwner(
  context: BrowserContext,
  baseURL: string,
  data: string | undefined,
): Promise<void> {
  const known = owners.get(baseURL);
  if (known) return context.addCookies(known);
  const page = await context.newPage();
  for (;;) {
    await page.goto(`/sign-in/owner?token=${newOwnerToken(data, baseURL)}`);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      page.getByRole('button', { name: 'Sign in' }).click(),
    ]);
    if (answer.status() !== 429) break;
    await wait(1000);
  }
  await page.waitForURL('**/account');
  owners.set(baseURL, await context.cookies());
  await page.close();
}

/** Sign in, plan a workshop, and open the screen. `plan` changes what the page is filled in with. */
export async function beginHall(
  browser: Browser,
  baseURL: string,
  title: string,
  data?: string,
  plan: (host: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Hall> {
  const context = await browser.newContext({ baseURL });
  await signInAsOwner(context, baseURL, data);
  const host = await context.newPage();
  await host.goto('/workshops');
  await host.getByLabel('About which portfolio?').selectOption('small');
  await host.getByRole('button', { name: 'Plan' }).click();
  await host.getByLabel('Name of the workshop').fill(title);
  await host.getByLabel('Whom can people speak to').fill('Kim at the door');
  await host.getByLabel('Whom can people call').fill('A helpline, 0000');
  await host.getByRole('textbox', { name: 'Statements' }).fill('Awards should last longer.');
  await plan(host);
  await host.getByRole('button', { name: 'Plan it' }).click();
  await host.waitForURL(/\/workshops\/[\w-]{36}$/);
  const id = new URL(host.url()).pathname.split('/').at(-1)!;
  const [shown] = await host.getByText(/^[A-Z\d]{3} [A-Z\d]{3}$/).allTextContents();
  const screen = await context.newPage();
  await screen.goto(`/workshops/${id}/screen`);
  await ready(screen);
  return { host, screen, code: shown.replace(' ', ''), id };
}

/** A phone that joins by its own browser, with nothing in common with the others. */
export async function joinByPhone(browser: Browser, baseURL: string, code: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(`/join/${code}`);
  await ready(phone);
  await phone.getByRole('button', { name: 'Join' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).not.toContainText('Join');
  await ready(phone);
  return phone;
}

/** Do something in a round of the facilitator's page, and see that the room has it. */
export async function lead(host: Page, round: string, button: string): Promise<void> {
  // A phone without scripts asks once: it must not ask before the room knows.
  const [taken] = await Promise.all([
    host.waitForResponse((answer) => answer.request().method() === 'POST'),
    host.locator(`[data-round=${round}]`).getByRole('button', { name: button }).click(),
  ]);
  expect(taken.ok()).toBe(true);
}

/** Choose an answer to the question that is shown, and go on. */
export async function choose(phone: Page, text: string): Promise<void> {
  await phone.getByRole('radio', { name: text, exact: true }).check();
  await phone.getByRole('button', { name: 'Next' }).click();
}
