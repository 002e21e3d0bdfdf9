import { newOwnerToken } from './visitor.ts';
import { expect, test } from './test.ts';

/** Seven checks, and nothing to say of any but that it was done. */
const done = 'Done, and written down.';

test('somebody alone writes a snapshot, publishes a draft, corrects it and withdraws it', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(`/sign-in/owner?token=${newOwnerToken()}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
  await page.goto('/publish');
  await page.getByLabel('Which model?').selectOption('one-worker-one-contract');
  await page.getByRole('button', { name: 'Begin to write' }).click();
  await page.waitForURL(/\/publish\/[^/]+$/);
  const parts = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  for (const link of await parts.all()) {
    await expect(page.locator((await link.getAttribute('href'))!)).toHaveCount(1);
  }
  expect(await parts.count()).toBeGreaterThan(8);

  // What is typed is kept without a button, and the button keeps it too.
  await page.locator('html[data-ready]').waitFor();
  await page.getByLabel('Title').fill('Awards that last');
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  // What is open follows what is saved, in the words of the form, and no typing is lost to it.
  const open = page.locator('section[aria-labelledby="open"]');
  await expect(page.getByText('This is version 2.')).toBeVisible();
  await expect(open.getByRole('link', { name: 'Its address' })).toBeVisible();
  await expect(open).not.toContainText(/slug|review-by/);
  await expect(page.getByText('Checks that nobody has said anything about')).toBeVisible();
  await page.getByLabel('Its address').fill('awards-that-last');
  await expect(open.getByRole('link', { name: 'Its address' })).toHaveCount(0);
  await expect(page.getByLabel('Its address')).toHaveValue('awards-that-last');
  await page.getByRole('link', { name: 'See how it reads' }).click();
  await expect(page.getByText('There are no results yet')).toBeVisible();
  await expect(page.getByText('Nothing is written here yet.').first()).toBeVisible();
  await expect(page.getByText(/Nothing is written under .*“Who disagrees”/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to writing' }).click();
  await page.locator('html[data-ready]').waitFor();
  await page.getByLabel('The question it answers').fill('Do longer awards keep workers?');
  await page.getByLabel('Summary in plain words').fill('They do, for some.');
  await page.getByLabel('Limits on its use').fill('Not a forecast for any person.');
  await page.getByLabel('Look at it again by').fill('2028-04-01');
  for (const who of ['Commissioner', 'Analyst']) {
    await page.getByLabel(`${who}: job`).fill('Planning');
    await page.getByLabel(`${who}: organisation`).fill('Our partnership');
  }
  for (const check of await page.locator('textarea[name^="check-"]').all()) await check.fill(done);
  await page.getByLabel('Checks done', { exact: true }).fill('Read by two people.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nothing keeps it from being published.')).toBeVisible();

  await page.getByLabel(/Publish it as “Draft, not assured”/).check();
  await page.getByRole('button', { name: /^Run it and publish/ }).click();
  const first = page.getByRole('link', { name: 'Version 1', exact: true });
  await expect(first).toBeVisible({ timeout: 90_000 });
  const address = (await first.getAttribute('href'))!;

  const reader = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const board = await reader.newPage();
  await board.goto(address);
  await expect(board.getByRole('heading', { level: 1 })).toHaveText('Awards that last');
  await expect(board.getByText('Draft, not assured').first()).toBeVisible();
  await expect(board.getByText('They do, for some.').first()).toBeVisible();

  await page.getByLabel('Summary in plain words').fill('They do, for most.');
  await page.getByLabel('A correction: there was an error').check();
  await page.getByLabel(/what changed/i).fill('The summary said too little.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nothing keeps it from being published.')).toBeVisible();
  await page.getByLabel(/Publish it as “Draft, not assured”/).check();
  await page.getByRole('button', { name: /^Run it and publish/ }).click();
  await expect(page.getByRole('link', { name: 'Version 2', exact: true })).toBeVisible({
    timeout: 90_000,
  });
  await board.goto('/s/awards-that-last/');
  await expect(board.getByText('They do, for most.').first()).toBeVisible();
  await expect(board.getByText('An error was put right').first()).toBeVisible();

  await board.goto('/snapshots');
  await expect(
    board.getByText('An error was found in it: The summary said too little.'),
  ).toBeVisible();

  await page.getByLabel('Which version?').selectOption(address.split('/').at(-2)!);
  await page.getByLabel(/^Why\? The reason stays/).fill('Its summary misled.');
  await page.getByRole('button', { name: /^Withdraw it/ }).click();
  await expect(page.getByText(', withdrawn')).toBeVisible();
  const gone = await board.goto(address);
  expect(gone?.status()).toBe(410);
  await expect(board.getByText('Its summary misled.').first()).toBeVisible();
  expect(await board.content()).not.toContain('They do, for some.');
  await reader.close();
});
