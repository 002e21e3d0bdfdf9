import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import LibSql from 'libsql';
import { serve } from './start-server.ts';
import { expect, expectAccessible, test } from './test.ts';
import { pageOf, Visitor } from './visitor.ts';
import { beginDraft, fillDraft } from './write-snapshot.ts';

/** A model that changes under a page, and a store that cannot be written, on a server of their own. */

const shipped = fileURLToPath(new URL('../../models/one-queue', import.meta.url));
const changedWords =
  'The model was changed since this page was loaded. Load the page again: what you made is in its address.';

let server: ChildProcess;
let address: string;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bide-bad-conditions-'));
  cpSync(shipped, join(folder, 'models/one-queue'), { recursive: true });
  const env = { BIDE_MODELS: join(folder, 'models'), BIDE_DATA: join(folder, 'data') };
  ({ server, address } = await serve(env));
});

test.afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

test('a page gets no part of another model than it was made of', async ({ browser }) => {
  const file = join(folder, 'models/one-queue/portfolio.yaml');
  const before = readFileSync(file, 'utf8');
  const change = (text: string) => writeFileSync(file, text);
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto('/portfolio/one-queue/explore');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: /^More/ }).first().click();
  await page.waitForURL(/s=/);
  const { search } = new URL(page.url());
  const twice = before.replace('best: 3 per week, low: 2.7', 'best: 3.1 per week, low: 2.7');
  expect(twice).not.toBe(before);
  for (const at of ['explore', 'compare', 'why'])
    await test.step(at, async () => {
      change(before);
      const late = await context.newPage();
      const asked: string[] = [];
      await late.route('**/model.json*', async (route) => {
        change(twice);
        const answer = await route.fetch();
        asked.push(String(answer.status()));
        await route.fulfill({ response: answer });
      });
      await late.goto(`/portfolio/one-queue/${at}${search}`);
      await expect(late.getByText(changedWords).first()).toBeVisible();
      expect(asked[0]).toBe('412');
      await late.close();
    });
  // What the server worked out meanwhile would be of the other model too.
  const { request } = page;
  const parts = ['model.json?', 'compare/results.json?scenarios=a-short-list&'];
  for (const part of [...parts, 'why/why.json?of=a-short-list&']) {
    const answer = await request.get(`/portfolio/one-queue/${part}texts=${'0'.repeat(64)}`);
    expect(answer.status(), part).toBe(412);
  }
  change('bide: 1\n');
  const broken = await request.get(`/portfolio/one-queue/model.json?texts=${'0'.repeat(64)}`);
  expect(broken.status()).toBe(412);
  change(before);
  await context.close();
});

test('where nothing can be written, a page says so in words, and does not say what is not true', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  // As soon as anything is asked that needs it, the store is there.
  await page.goto('/sign-in');
  const store = new LibSql(join(folder, 'data/bide.db'));
  store.exec(
    "CREATE TRIGGER no_room BEFORE INSERT ON pace BEGIN SELECT RAISE(FAIL, 'no room'); END",
  );
  await page.getByLabel('E-mail address').fill('kim@example.org');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong');
  await expect(page.getByText(/nothing of it was saved. Go back in your browser/)).toBeVisible();
  await expect(page.getByText('Nothing you made is lost')).toHaveCount(0);
  await expectAccessible(page);
  store.exec('DROP TRIGGER no_room');
  store.close();
  await context.close();
});

test('the page that publishes says when it hears nothing of the run, and why', async ({
  browser,
}) => {
  const page = await pageOf(browser, await new Visitor().signInAsOwner());
  await beginDraft(page, 'one-worker-one-contract');
  await fillDraft(page, 'A run that is not heard of', 'not-heard-of');
  let isAnswered = false;
  await page.route('**/run.json', (route) =>
    isAnswered ? route.fulfill({ status: 401, body: 'no' }) : route.abort(),
  );
  await page.getByLabel(/Publish it as “Draft, not assured”/).check();
  await page.getByRole('button', { name: /^Run it and publish/ }).click();
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await expect(page.getByText('The run is under way')).toHaveCount(0);
  isAnswered = true;
  await expect(page.getByText('You are signed out, so how far the run is')).toBeVisible();
});
