import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './test.ts';
import { pageOf, Visitor } from './visitor.ts';
import { beginDraft, fillDraft } from './write-snapshot.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.describe.configure({ timeout: 360_000 });

async function state(page: Page, kind: 'Assure' | 'Approve'): Promise<void> {
  const name = kind === 'Assure' ? 'assurance' : 'approval';
  await page.locator(`#${name}-says`).fill(`${kind}d: it fits the question.`);
  await page.locator(`#${name}-role`).fill(kind === 'Assure' ? 'Statistician' : 'Chief officer');
  await page.locator(`#${name}-organisation`).fill('Health board');
  await page.getByRole('button', { name: new RegExp(`^${kind} version`) }).click();
}

test('an analyst writes, an assurer assures, an approver approves, and all of them stand for it', async ({
  browser,
}) => {
  const owner = await new Visitor().signInAsOwner();
  const people = {
    analyst: await new Visitor().signUp(owner, ['analyst', 'assurer']),
    assurer: await new Visitor().signUp(owner, ['assurer']),
    approver: await new Visitor().signUp(owner, ['approver']),
  };
  const analyst = await pageOf(browser, people.analyst);
  const assurer = await pageOf(browser, people.assurer);
  const approver = await pageOf(browser, people.approver);

  await analyst.goto('/snapshots');
  await analyst.getByRole('link', { name: 'Write and publish snapshots' }).click();
  await expect(analyst).toHaveURL(/\/publish$/);
  await beginDraft(analyst, 'one-worker-one-contract');
  const address = new URL(analyst.url()).pathname;
  await fillDraft(analyst, 'Three people stand for this', 'three-people');

  // Whoever wrote it does not assure it, with that role as well; nobody approves before that.
  await state(analyst, 'Assure');
  await expect(analyst.getByText(/Your account wrote some of this/)).toBeVisible();
  await expect(analyst.locator('#assurance-says')).toHaveValue('Assured: it fits the question.');
  await expect(analyst.locator('#assurance-role')).toHaveValue('Statistician');
  await expect(analyst.locator('#assurance-organisation')).toHaveValue('Health board');
  await expect(analyst.getByText('What you typed is not on the record')).toHaveCount(0);
  await approver.goto(address);
  await expect(approver.getByText('It has to be assured first.')).toBeVisible();
  await expect(approver.locator('#approval-says')).toHaveCount(0);

  await assurer.goto(address);
  await expectAccessible(assurer);
  await state(assurer, 'Assure');
  await expect(assurer.getByText('Assured: it fits the question.')).toBeVisible();
  // What was typed of a text that is another by now is refused, and is there to be copied.
  await approver.reload();
  await analyst.goto(address);
  await analyst.locator('html[data-ready]').waitFor();
  await analyst.getByLabel('The question it answers').fill('Do longer awards keep the worker?');
  await analyst.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(analyst.getByText('Void, because the text was changed afterwards')).toBeVisible();
  await state(approver, 'Approve');
  await expect(approver.getByText(/The text was changed meanwhile/)).toBeVisible();
  await expect(approver.getByText('What you typed is not on the record')).toBeVisible();
  await expect(approver.getByText('Approved: it fits the question.')).toBeVisible();
  await expectAccessible(approver);
  await assurer.reload();
  await state(assurer, 'Assure');
  await expect(assurer.getByText('Assured: it fits the question.').first()).toBeVisible();
  await approver.goto(address);
  await state(approver, 'Approve');
  await expect(approver.getByText('Approved: it fits the question.')).toBeVisible();
  await expect(approver.getByText('It is assured and approved')).toBeVisible();
  await expect(approver.getByLabel(/Publish it as “Draft, not assured”/)).toHaveCount(0);
  await approver.getByRole('button', { name: /^Run it and publish/ }).click();
  const first = approver.getByRole('link', { name: 'Version 1', exact: true });
  await expect(first).toBeVisible({ timeout: 120_000 });
  const fixed = (await first.getAttribute('href'))!;

  // A board reads it, without scripts and without an account.
  const context = await browser.newContext({
    ...{ baseURL: owner.address, javaScriptEnabled: false },
  });
  const board = await context.newPage();
  await board.goto(fixed);
  await expect(board.locator('.status')).toHaveText('Assured and approved');
  await expect(board.getByText('Draft, not assured')).toHaveCount(0);
  await expect(board.getByText('Statistician, Health board').first()).toBeVisible();
  await expect(board.getByText('Chief officer, Health board').first()).toBeVisible();
  await expect(board.locator('figure.chart')).toHaveCount(1);

  const verified = spawnSync(
    process.execPath,
    ['src/cli/bide.js', 'verify', fixed, '--data', process.env.BIDE_DATA_OF_SERVER!],
    { cwd: root, encoding: 'utf8' },
  );
  expect(verified.stderr).toBe('');
  expect(verified.stdout).toContain('run again, its model gives every number of it');
  expect(verified.status).toBe(0);

  // A correction makes what was said before void: without new statements it is a draft.
  await analyst.reload();
  await analyst.locator('html[data-ready]').waitFor();
  await analyst.getByLabel('Summary in plain words').fill('They do, for most.');
  await analyst.getByLabel('A correction: there was an error').check();
  await analyst.getByLabel(/what changed/i).fill('The summary said too little.');
  await analyst.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(analyst.getByText('Void, because the text was changed afterwards')).toBeVisible();
  await expect(analyst.getByLabel(/Publish it as “Draft, not assured”/)).toBeVisible();
  await assurer.reload();
  await state(assurer, 'Assure');
  await approver.reload();
  await state(approver, 'Approve');
  await approver.getByRole('button', { name: /^Run it and publish/ }).click();
  await expect(approver.getByRole('link', { name: 'Version 2', exact: true })).toBeVisible({
    timeout: 120_000,
  });
  await board.goto('/s/three-people/');
  await expect(board.locator('.status')).toHaveText('Assured and approved');
  await expect(board.getByText('An error was put right').first()).toBeVisible();

  // An analyst does not withdraw; an approver does, and the address answers with the reason.
  await analyst.reload();
  await expect(analyst.getByLabel('Which version?')).toHaveCount(0);
  await approver.getByLabel('Which version?').selectOption(fixed.split('/').at(-2)!);
  const reason = approver.getByLabel(/^Why\? The reason stays/);
  await reason.fill('Mrs Smith rang 01292 123456.');
  await approver.getByRole('button', { name: /^Withdraw it/ }).click();
  await expect(approver.getByText(/looks as if it held personal data/).first()).toBeVisible();
  await expect(reason).toHaveValue('Mrs Smith rang 01292 123456.');
  await expect(approver.getByLabel('Which version?')).toHaveValue(fixed.split('/').at(-2)!);
  await reason.fill('Its summary misled.');
  await approver.getByRole('button', { name: /^Withdraw it/ }).click();
  await expect(approver.getByText(', withdrawn')).toBeVisible();
  expect((await board.goto(fixed))?.status()).toBe(410);
  await expect(board.getByText('Its summary misled.').first()).toBeVisible();

  // The paper in a board's own look is made from what stands, and a wrong file is refused in words.
  await analyst.goto('/snapshots/paper');
  await expectAccessible(analyst);
  await analyst
    .getByLabel('Which snapshot?')
    .selectOption({ label: 'Three people stand for this, version 2' });
  const file = { name: 'own.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') };
  await analyst.getByLabel(/Your Word file/).setInputFiles(file);
  await analyst.getByRole('button', { name: 'Make the paper' }).click();
  await expect(analyst.getByRole('link', { name: /This is no Word file/ })).toBeVisible();
});
