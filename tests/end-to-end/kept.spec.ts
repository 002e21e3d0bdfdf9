import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, expectAccessible, test } from './test.ts';
import { pageOf, Visitor } from './visitor.ts';

const model = fileURLToPath(new URL('../../models/one-worker-one-contract', import.meta.url));
const scenarios = ['as-it-is', 'thirty-six-months'];

test.describe.configure({ timeout: 360_000 });

/** The files of a small model as a person chooses them, with another title. */
function filesWith(title: string) {
  const text = (name: string) => readFileSync(join(model, name), 'utf8');
  const file = (name: string, content: string) => ({
    ...{ name, mimeType: 'application/yaml', buffer: Buffer.from(content) },
  });
  return [
    file('portfolio.yaml', text('portfolio.yaml').replace(/^title:.*$/m, `title: ${title}`)),
    ...scenarios.map((id) => file(`${id}.yaml`, text(`scenarios/${id}.yaml`))),
  ];
}

test('a model is kept on the server by two people, with its history, and published from there', async ({
  browser,
}) => {
  const owner = await new Visitor().signInAsOwner();
  const commissioner = await pageOf(browser, await new Visitor().signUp(owner, ['commissioner']));
  const analyst = await pageOf(browser, await new Visitor().signUp(owner, ['analyst']));

  // A commissioner keeps files, opens them in the browser and sends them back from there.
  await commissioner.goto('/portfolio/kept');
  await expectAccessible(commissioner);
  await commissioner.getByLabel('What is it called?').fill('Awards of our town');
  await commissioner.getByLabel(/^Its files/).setInputFiles(filesWith('Our awards'));
  await commissioner.getByRole('button', { name: 'Keep it here' }).click();
  await commissioner.waitForURL('**/portfolio/kept/awards-of-our-town');
  await expect(commissioner.getByText('It can be run and published')).toBeVisible();
  await expect(commissioner.getByText(/^Saved /)).toBeVisible();
  await commissioner.locator('html[data-ready]').waitFor();
  await commissioner.getByRole('button', { name: 'Open it in this browser' }).click();
  await commissioner.waitForURL(/\/portfolio\/own\/[0-9a-f]+$/);

  // An analyst saves over it meanwhile.
  await analyst.goto('/portfolio/kept/awards-of-our-town');
  await analyst.getByLabel(/^All of its files/).setInputFiles(filesWith('Theirs'));
  await analyst.getByLabel(/^Why, for the history/).fill('A better title');
  await analyst.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(analyst.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await expect(analyst.getByText(/version 2:[\s\S]*by role analyst: A better title/)).toBeVisible();

  // The commissioner's goes on from before that: both are shown, and nothing is overwritten.
  await commissioner.goto('/portfolio/kept');
  await commissioner.getByRole('button', { name: /^Save to this server again/ }).click();
  await expect(commissioner.getByText(/Nothing was overwritten/)).toBeVisible();
  await expect(commissioner.getByText('title: Our awards')).toBeVisible();
  await expect(commissioner.getByText('title: Theirs')).toBeVisible();
  await expectAccessible(commissioner);
  await commissioner.getByLabel(/^Why yours is to be the newest/).fill('The name is agreed');
  await commissioner.getByRole('button', { name: /^Save mine as the newest/ }).click();
  await expect(
    commissioner.getByText(/version 3:[\s\S]*by role commissioner: The name is agreed/),
  ).toBeVisible();
  // The model of the browser goes on from there: sent again, it holds nothing new.
  await commissioner.locator('html[data-ready]').waitFor();
  await commissioner.goto('/portfolio/kept');
  await commissioner.getByRole('button', { name: /^Save to this server again/ }).click();
  await expect(commissioner.getByText('Nothing in it is new')).toBeVisible();

  // An earlier version comes back as a new one.
  await analyst.reload();
  await analyst.getByRole('button', { name: 'Bring version 2 back of portfolio.yaml' }).click();
  await expect(analyst.getByText(/version 4:[\s\S]*\(brings back version 2\)/)).toBeVisible();

  // It is published from there; a change of the model has to be looked at before that.
  await analyst.goto('/publish');
  await analyst.getByLabel('Which model?').selectOption({ label: 'Awards of our town' });
  await analyst.getByRole('button', { name: 'Begin to write' }).click();
  await analyst.waitForURL(/\/publish\/[^/]+$/);
  const address = analyst.url();
  await analyst.locator('html[data-ready]').waitFor();
  await analyst.getByLabel('Its address').fill('kept-awards');
  await analyst.getByLabel('The question it answers').fill('Do longer awards keep workers?');
  await analyst.getByLabel('Summary in plain words').fill('They do.');
  await analyst.getByLabel('Limits on its use').fill('Not a forecast.');
  await analyst.getByLabel('Look at it again by').fill('2028-04-01');
  for (const who of ['Commissioner', 'Analyst']) {
    await analyst.getByLabel(`${who}: job`).fill('Planning');
    await analyst.getByLabel(`${who}: organisation`).fill('Our partnership');
  }
  for (const check of await analyst.locator('textarea[name^="check-"]').all()) {
    await check.fill('Done.');
  }
  await analyst.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(analyst.getByText('Nothing keeps it from being published.')).toBeVisible();
  await commissioner.goto('/portfolio/kept/awards-of-our-town');
  await commissioner
    .getByRole('button', { name: 'Bring version 3 back of portfolio.yaml' })
    .click();
  await expect(commissioner.getByText(/version 5:[\s\S]*\(brings back version 3\)/)).toBeVisible();
  await analyst.goto(address);
  await expect(analyst.getByText(/The model was changed since this text was saved/)).toBeVisible();
  await expect(analyst.getByText('Nothing keeps it from being published.')).toHaveCount(0);
  await analyst.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(analyst.getByText('Nothing keeps it from being published.')).toBeVisible();
  await analyst.getByLabel(/Publish it as “Draft, not assured”/).check();
  await analyst.getByRole('button', { name: /^Run it and publish/ }).click();
  const first = analyst.getByRole('link', { name: 'Version 1', exact: true });
  await expect(first).toBeVisible({ timeout: 120_000 });
  const file = await analyst.request.get(`${await first.getAttribute('href')}portfolio.yaml`);
  expect(await file.text()).toContain('title: Our awards');
});

test('a model of the browser goes on from what it wrote, however often its page is loaded', async ({
  browser,
}) => {
  const owner = await new Visitor().signInAsOwner();
  const analyst = await pageOf(browser, await new Visitor().signUp(owner, ['analyst']));
  const commissioner = await pageOf(browser, await new Visitor().signUp(owner, ['commissioner']));
  await commissioner.goto('/portfolio/start');
  await commissioner.locator('html[data-ready]').waitFor();
  await commissioner
    .locator('main input[type=file]')
    .first()
    .setInputFiles(filesWith('Of this browser'));
  await commissioner.waitForURL(/\/portfolio\/own\/[0-9a-f]+/);
  await expect(commissioner.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
  await commissioner.goto('/portfolio/kept');
  const key = await commissioner.locator('input[name="key"]').inputValue();
  await commissioner.getByRole('button', { name: /^Save to this server\s*:/ }).click();
  await commissioner.waitForURL(/\/portfolio\/kept\/[^/?]+$/);
  const address = commissioner.url();

  await analyst.goto(address);
  await analyst.getByLabel(/^All of its files, or a zip of them \(at most 8 MB\)$/).waitFor();
  await analyst.getByLabel(/^All of its files/).setInputFiles(filesWith('Theirs'));
  await analyst.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(analyst.getByText(/version 2:[\s\S]*by role analyst/)).toBeVisible();

  await commissioner.reload();
  await commissioner.locator('html[data-ready]').waitFor();
  await expect(commissioner.getByText(/version 2:[\s\S]*by role analyst/)).toBeVisible();
  // As an address that somebody kept.
  await commissioner.goto(`${address}?key=${key}`);
  await commissioner.waitForURL(address);
  await commissioner.goto('/portfolio/kept');
  await commissioner.getByRole('button', { name: /^Save to this server again/ }).click();
  await expect(commissioner.getByText(/Nothing was overwritten/)).toBeVisible();
  await expect(commissioner.getByText('title: Theirs')).toBeVisible();
});

test('a scenario that was taken away is brought back', async ({ browser }) => {
  const page = await pageOf(browser, await new Visitor().signInAsOwner());
  await page.goto('/portfolio/kept');
  await page.getByLabel('What is it called?').fill('Taken away');
  await page.getByLabel(/^Its files/).setInputFiles(filesWith('Whole'));
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await page.waitForURL('**/portfolio/kept/taken-away');
  const less = filesWith('Whole').filter(({ name }) => !name.startsWith('thirty-six'));
  await page.getByLabel(/^All of its files/).setInputFiles(less);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/version 2, taken away/)).toBeVisible();
  await expect(page.getByText(/To be published it needs a scenario/)).toBeVisible();
  await page
    .getByRole('button', { name: 'Bring version 1 back of scenarios/thirty-six-months.yaml' })
    .click();
  await expect(page.getByText(/version 3:[\s\S]*\(brings back version 1\)/)).toBeVisible();
  await expect(page.getByText('It can be run and published')).toBeVisible();
  // What is the newest of its file is not brought back.
  await expect(page.getByRole('button', { name: /^Bring version 3 back/ })).toHaveCount(0);
  const held = await page.request.get('/portfolio/kept/taken-away/model');
  expect(held.status()).toBe(200);
});

test('a file that is too large is said to be', async ({ browser }) => {
  const page = await pageOf(browser, await new Visitor().signInAsOwner());
  await page.goto('/portfolio/kept');
  await page.getByLabel('What is it called?').fill('Too large');
  const buffer = Buffer.alloc(9_000_000, 1);
  const file = { name: 'large.zip', mimeType: 'application/zip', buffer };
  await page.getByLabel(/^Its files.*\(at most 8 MB\)/).setInputFiles(file);
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('That is too large');
  await expect(page.getByText(/our fault/)).toHaveCount(0);
  await expectAccessible(page);
});

test('files that make no model are refused in words, and nothing is kept', async ({ browser }) => {
  const owner = await new Visitor().signInAsOwner();
  const page = await pageOf(browser, owner);
  await page.goto('/portfolio/kept');
  await page.getByLabel('What is it called?').fill('No model');
  const file = {
    name: 'notes.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK nothing'),
  };
  await page.getByLabel(/^Its files/).setInputFiles(file);
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect(page.getByRole('alert').first()).toContainText('There is a problem');
  expect((await owner.ask('/portfolio/kept/no-model')).status).toBe(404);
  expect((await owner.ask('/portfolio/kept/no-model/model')).status).toBe(404);
  const odd = { from: '[1]', again: Buffer.from('bide: 1\n').toString('base64') };
  expect((await owner.post('/portfolio/kept/no-model?/save', odd)).status).toBe(404);
});
