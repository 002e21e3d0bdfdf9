/**
 * A whole workshop in a hall with a bad network and a laptop that loses its power. Nothing of it may
 * lean on a network beyond the hall: what tries to reach one is counted.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { hallAddresses } from '../../src/build/hall-addresses.js';
import { openStore } from '../../src/lib/server/store/store.ts';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { Phone } from '../benchmarks/hall-clients.js';
import { serve } from './start-server.ts';
import { expect, test } from './test.ts';
import { beginHall, choose, joinByPhone, lead, ready } from './workshop-people.ts';

const PHONES = 12;
const sent = (phone: Page) => expect(phone.getByRole('status')).toHaveText('Sent');
const waits = (phone: Page) => expect(phone.getByRole('status')).toContainText('Waiting to send');

let server: ChildProcess;
let folder: string;
let address: string;

test.describe.configure({ timeout: 300_000 });

const guard = pathToFileURL(fileURLToPath(new URL('no-outside.js', import.meta.url))).href;
const tried = () => join(folder, 'tried-outside');

/** How the server of this hall is started: what it says to another machine is written down. */
const surroundings = () => ({
  BIDE_DATA: join(folder, 'data'),
  BIDE_MODELS: process.env.BIDE_MODELS_OF_SERVER!,
  BIDE_TRIED_OUTSIDE: tried(),
  NODE_OPTIONS: `--import=${guard}`,
});

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bide-hall-'));
  ({ server, address } = await serve(surroundings()));
});
test.afterAll(() => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('nothing that anybody said is lost or counted twice, whatever breaks', async ({ browser }) => {
  const { host, screen, code, id } = await beginHall(
    browser,
    address,
    'Hall',
    join(folder, 'data'),
  );
  await letTheHallIn(host, screen);
  const phones: Page[] = [];
  for (let at = 0; at < PHONES; at++) phones.push(await joinByPhone(browser, address, code));
  await expect(screen.locator('header').getByRole('status')).toHaveText(
    `${PHONES} people are here`,
  );

  // Two lose the network in the middle of an answer, and go on.
  await lead(host, 'matters', 'Open');
  const lost = phones.slice(0, 2);
  await Promise.all(
    phones.map(async (phone, at) => {
      // Were all alike, nothing would be shown.
      const first = ['Keeping the same worker', 'Not having to wait'];
      if (at === 5) first.reverse();
      await choose(phone, first[0]);
      if (lost.includes(phone)) await phone.context().setOffline(true);
      await choose(phone, first[1]);
      await choose(phone, 'Help for my family');
      await expect(phone.getByText('You are done for now')).toBeVisible();
      await (lost.includes(phone) ? waits(phone) : sent(phone));
    }),
  );
  for (const phone of lost) await phone.context().setOffline(false);
  for (const phone of lost) {
    await sent(phone);
    expect(await phone.evaluate(() => ({ ...localStorage }))).toEqual({});
  }
  await lead(host, 'matters', 'Close');
  await lead(host, 'matters', 'Show to everybody');
  await expect(screen.getByText('First: Keeping the same worker.')).toBeVisible();

  // The laptop loses its power while six answer, and comes back while the others have gone on.
  await lead(host, 'now', 'Open');
  const asked = await host.locator('[data-round=now] details li').count();
  for (const phone of phones) await expect(phone.getByRole('radio').first()).toBeVisible();
  const answerAll = async (phone: Page) => {
    for (let at = 0; at < asked; at++) await choose(phone, at % 2 ? 'Mostly' : 'Never');
    await expect(phone.getByText('You are done for now')).toBeVisible();
  };
  const answering = Promise.all(phones.slice(0, 6).map(answerAll));
  server.kill('SIGKILL');
  await once(server, 'exit');
  await answering;
  await Promise.all(phones.slice(6).map(answerAll));
  for (const phone of phones.slice(6)) await waits(phone);
  ({ server } = await serve({ ...surroundings(), PORT: new URL(address).port }));
  for (const phone of phones) await sent(phone);
  await expect(screen.locator('header').getByRole('status')).toHaveText(
    `12 people have answered, of 12 who are here`,
  );

  // One on paper, entered by the facilitator; one takes all back.
  await host.getByRole('link', { name: 'Enter an answer on paper' }).click();
  await expect(host.getByLabel('Which paper?')).toBeVisible();
  for (const field of await host.getByRole('combobox').all()) {
    const name = (await field.getAttribute('name'))!;
    if (name.startsWith('now-')) await field.selectOption('Sometimes');
  }
  // Half of what was said is missing: nothing is saved, and nothing has to be typed again.
  await host.getByLabel('In their words').first().fill('A bus on Sundays');
  await host.getByRole('button', { name: 'Save this paper' }).click();
  await expect(host.getByRole('alert')).toContainText('choose what it is');
  await host.getByLabel('What is it?').first().selectOption('A lever that is missing');
  await host.getByRole('button', { name: 'Save this paper' }).click();
  await expect(host.getByText('Paper 1 is saved')).toBeVisible();
  await host.getByRole('link', { name: /^Back to/ }).click();
  await expect(host.locator('[data-point]')).toContainText(['A bus on Sundays']);
  await expect(host.locator('[data-point]')).toContainText(['From paper.']);
  await phones[11].getByRole('link', { name: 'Stop' }).click();
  await phones[11].getByRole('button', { name: 'Take back all I said' }).click();
  await expect(phones[11].getByText('All you said is taken back')).toBeVisible();
  await expect(screen.locator('header').getByRole('status')).toHaveText(
    `12 people have answered, of 13 who are here`,
  );
  await lead(host, 'now', 'Close');
  await lead(host, 'now', 'Show to everybody');
  await expect(screen.locator('.result')).toHaveCount(1);
  await screen.getByRole('button', { name: 'Next' }).click();
  await expect(screen.getByText(`2 of ${asked}`)).toBeVisible();
  const atTheDoor = await joinAtTheDoor(host, code);
  await host.getByRole('button', { name: 'End the workshop' }).click();
  const stays = host.getByText('12 people took part');
  await expect(stays).toContainText('1 of them on paper');
  await expect(stays).toContainText('1 took back what they had said');

  await expectNothingOutside(browser);

  // Told to stop while fourteen streams are open, it stops by itself: after 1.9 s it is ended, and does
  // not say 0.
  server.kill('SIGINT');
  expect(await once(server, 'exit')).toEqual([0, null]);
  atTheDoor?.leave();
  await expectWholeLog(id, asked);
});

/** Expect that neither the server nor any page turned to another machine; and that it would be seen. */
async function expectNothingOutside(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const loaded = await Promise.all(
    pages.map((page) =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
    ),
  );
  expect(loaded.flat().length).toBeGreaterThan(pages.length);
  expect(loaded.flat().filter((name) => new URL(name).origin !== address)).toEqual([]);
  expect(existsSync(tried()) ? readFileSync(tried(), 'utf8') : '').toBe('');
  const asks =
    'fetch("http://bide.invalid/").catch(() => fetch("http://192.0.2.1/")).catch(() => 0)';
  const env = { ...process.env, BIDE_TRIED_OUTSIDE: tried() };
  execFileSync(process.execPath, [`--import=${guard}`, '--eval', asks], { env });
  expect(readFileSync(tried(), 'utf8')).toContain('bide.invalid');
  expect(readFileSync(tried(), 'utf8')).toContain('192.0.2.1');
}

/** Press the button that serves the network of the hall, see what it gets, and close it again. */
async function letTheHallIn(host: Page, screen: Page): Promise<void> {
  const [first] = hallAddresses();
  if (first === undefined) {
    await expect(host.getByText('This laptop is on no network.')).toBeVisible();
    return;
  }
  const letIn = host.getByRole('button', { name: 'Let the phones of the hall in' });
  await letIn.click();
  const at = `http://${first}:${new URL(address).port}`;
  await expect(host.getByText('Can phones reach this laptop?')).toBeVisible();
  await expect(screen.getByText(`${at}/join`)).toBeVisible();
  const status = async (path: string) =>
    (await fetch(at + path, { headers: { accept: 'text/html' } })).status;
  expect(await status('/join')).toBe(200);
  for (const path of ['/portfolio', '/workshops', '/guide']) expect(await status(path)).toBe(403);
  // What the laptop asks of itself is no phone.
  await host.getByRole('link', { name: 'look again' }).click();
  await ready(host);
  await expect(host.getByText('None has yet.')).toBeVisible();
  await host.getByRole('button', { name: 'Close it to phones' }).click();
  await expect(letIn).toBeVisible();
  await expect(fetch(`${at}/join`)).rejects.toThrow();
  // Open again, it ends with everything else.
  await letIn.click();
  await expect(screen.getByText(`${at}/join`)).toBeVisible();
}

/** Let the hall in once more, as the laptop was restarted, and have a phone listen there. */
async function joinAtTheDoor(host: Page, code: string): Promise<Phone | null> {
  const [first] = hallAddresses();
  if (first === undefined) return null;
  await host.getByRole('button', { name: 'Let the phones of the hall in' }).click();
  await expect(host.getByRole('button', { name: 'Close it to phones' })).toBeVisible();
  const phone = new Phone(`http://${first}:${new URL(address).port}`, code);
  await phone.join();
  return phone;
}

/** Expect every answer once, between the opening and the end of its round, in a log without gaps. */
async function expectWholeLog(id: string, asked: number): Promise<void> {
  const store = await openStore({ folder: join(folder, 'data') });
  const rows = await store.db
    .selectFrom('workshop_act')
    .selectAll()
    .where('workshop', '=', id)
    .orderBy('seq')
    .execute();
  await store.close();
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
  const log = rows.map(({ deed, device }) => ({ ...(JSON.parse(deed) as Deed), device }));
  const round = (act: string, of: string) =>
    log.findIndex((one) => one.act === act && 'round' in one && one.round === of);
  const given = log.flatMap((one, at) =>
    one.act === 'answered' && one.question.startsWith('now-')
      ? [{ at, who: `${one.device} ${one.question}` }]
      : [],
  );
  // Eleven phones, as one took it back, and one on paper.
  expect(given).toHaveLength(PHONES * asked);
  expect(new Set(given.map(({ who }) => who)).size).toBe(PHONES * asked);
  expect(given.every(({ at }) => at > round('opened', 'now'))).toBe(true);
  expect(given.every(({ at }) => at < round('closed', 'now'))).toBe(true);
  // What was taken back: three choices in the ranking, and each promise.
  expect(log.filter(({ act }) => act === 'taken back')).toHaveLength(3 + asked);
  const ranked = log.filter((one) => one.act === 'answered' && one.question === 'matters');
  expect(ranked).toHaveLength(3 * (PHONES - 1));
}
