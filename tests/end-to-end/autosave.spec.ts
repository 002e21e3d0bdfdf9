import type { Browser, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { pageOf, Visitor } from './visitor.ts';
import { beginDraft } from './write-snapshot.ts';

/** Begin a draft; return its page, and a list of what the browser asked before it left a page. */
async function begin(
  browser: Browser,
  answers: (type: string) => boolean = () => true,
): Promise<{ page: Page; asked: string[]; address: string }> {
  const page = await pageOf(browser, await new Visitor().signInAsOwner());
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void (answers(dialog.type()) ? dialog.accept() : dialog.dismiss());
  });
  await beginDraft(page, 'one-worker-one-contract');
  return { page, asked, address: page.url() };
}

test('what was typed is saved before another page is shown, and nobody is asked', async ({
  browser,
}) => {
  const { page, asked, address } = await begin(browser);
  await page.getByLabel('Summary in plain words').fill('Typed in a hurry');
  await page.getByRole('link', { name: 'See how it reads' }).first().click();
  await expect(page.getByText('Typed in a hurry')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Summary in plain words')).toHaveValue('Typed in a hurry');
  // The buttons of the browser too.
  await page.getByLabel('Summary in plain words').fill('Typed before going on');
  await page.goForward();
  await expect(page.getByText('Typed before going on')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await page.getByLabel('Title').fill('Saved with the button');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved with the button');
  expect(asked).toEqual([]);
});

test('without a network nothing typed is left without a warning, and it is saved when there is one', async ({
  browser,
}) => {
  let mayLeave = false;
  const { page, asked, address } = await begin(browser, () => mayLeave);
  await page.context().setOffline(true);
  await page.getByLabel('Title').fill('Typed without a network');
  await expect(page.getByText(/^Not saved: the server cannot be reached/)).toBeVisible();
  await page.getByRole('link', { name: 'Guide', exact: true }).first().click();
  await expect.poll(() => asked).toEqual(['confirm']);
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel('Title')).toHaveValue('Typed without a network');
  // The button waits for the server too: a browser would show its own page in place of the form.
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Title').fill('Typed on without a network');
  await expect(page.getByText(/^Not saved: the server cannot be reached/)).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Typed on without a network');
  await page.evaluate(() => location.assign('/guide'));
  await expect.poll(() => asked).toEqual(['confirm', 'beforeunload']);
  await page.context().setOffline(false);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  mayLeave = true;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Typed on without a network');
  expect(asked).toHaveLength(2);
});

test('signed out, nothing typed is left without a warning, and it is saved once signed in', async ({
  browser,
}) => {
  const { page, asked, address } = await begin(browser, () => false);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByLabel('Title').fill('Typed while signed out');
  await expect(page.getByText(/^Not saved: you are signed out/)).toBeVisible();
  await page.getByRole('link', { name: 'Guide', exact: true }).first().click();
  await expect.poll(() => asked).toEqual(['confirm']);
  await expect(page).toHaveURL(address);
  await page.evaluate(() => location.assign('/guide'));
  await expect.poll(() => asked).toEqual(['confirm', 'beforeunload']);
  await page.context().addCookies(cookies);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
});

test('going back to a draft never saves what its fields held then over what is newer', async ({
  browser,
}) => {
  const { page, address } = await begin(browser);
  const summary = page.getByLabel('Summary in plain words');
  const saved = () => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await summary.fill('MINE');
  await expect(page.getByText('Saving …')).toBeVisible();
  await saved();
  await page.goto('/snapshots');
  const theirs = await page.context().newPage();
  await theirs.goto(address);
  await theirs.locator('html[data-ready]').waitFor();
  await theirs.getByLabel('Summary in plain words').fill('THEIRS, saved later');
  await expect(theirs.getByText('Saving …')).toBeVisible();
  await expect(theirs.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.goBack();
  await page.locator('html[data-ready]').waitFor();
  await expect(summary).toHaveValue('THEIRS, saved later');
  // Longer than it waits before it saves.
  await page.waitForTimeout(2500);
  await theirs.reload();
  await expect(theirs.getByLabel('Summary in plain words')).toHaveValue('THEIRS, saved later');
});

test('where the server cannot save, what was typed stays, and is saved when it can', async ({
  browser,
}) => {
  const { page, address } = await begin(browser);
  let isFull = true;
  await page.route('**/publish/*?/save', (route) =>
    isFull
      ? route.fulfill({ status: 500, json: { message: 'The server cannot write just now.' } })
      : route.continue(),
  );
  await page.getByLabel('Title').fill('Typed on a full disk');
  await expect(page.getByText(/^Not saved: the server cannot save just now/)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Title').fill('Typed on, on a full disk');
  await expect(page).toHaveURL(address);
  isFull = false;
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Typed on, on a full disk');
});
