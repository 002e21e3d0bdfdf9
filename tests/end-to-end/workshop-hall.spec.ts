/** A whole workshop in a hall with a bad network and a laptop that loses its power. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Page } from '@playwright/test';
import { openStore } from '../../src/lib/server/store/store.ts';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { serve } from './start-server.ts';
import { expect, test } from './test.ts';
import { beginHall, choose, joinByPhone, lead } from './workshop-people.ts';

const PHONES = 12;
const sent = (phone: Page) => expect(phone.getByRole('status')).toHaveText('Sent');
const waits = (phone: Page) => expect(phone.getByRole('status')).toContainText('Waiting to send');

let server: ChildProcess;
let folder: string;
let address: string;

test.describe.configure({ timeout: 180_000 });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bide-hall-'));
  const env = { BIDE_DATA: folder, BIDE_MODELS: process.env.BIDE_MODELS_OF_SERVER! };
  ({ server, address } = await serve(env));
});
test.afterAll(() => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('nothing that anybody said is lost or counted twice, whatever breaks', async ({ browser }) => {
  const { host, screen, code, id } = await beginHall(browser, address, 'Hall', folder);
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
  const env = { BIDE_DATA: folder, BIDE_MODELS: process.env.BIDE_MODELS_OF_SERVER! };
  ({ server } = await serve({ ...env, PORT: new URL(address).port }));
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
  await host.getByRole('button', { name: 'Save this paper' }).click();
  await expect(host.getByText('Paper 1 is saved')).toBeVisible();
  await host.getByRole('link', { name: /^Back to/ }).click();
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
  await host.getByRole('button', { name: 'End the workshop' }).click();
  const stays = host.getByText('12 people took part');
  await expect(stays).toContainText('1 of them on paper');
  await expect(stays).toContainText('1 took back what they had said');

  // Told to stop while thirteen streams are open, it stops by itself: it gives up after 1.9 s.
  server.kill('SIGINT');
  expect(await once(server, 'exit')).toEqual([0, null]);
  await expectWholeLog(id, asked);
});

/** Expect every answer once, between the opening and the end of its round, in a log without gaps. */
async function expectWholeLog(id: string, asked: number): Promise<void> {
  const store = await openStore({ folder });
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
