import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './test.ts';

/** Start an own model from the small one with a pathway; return the address of its pages. */
async function begin(page: Page, open: (path: string) => Promise<void>): Promise<string> {
  await open('/portfolio/start');
  await page.getByLabel('Model', { exact: true }).selectOption('one-pathway');
  await page.getByRole('button', { name: 'Start from this model' }).click();
  await page.waitForURL(/\/portfolio\/own\/[0-9a-f]{16}$/);
  return page.url();
}

/** What the model says as text, in the plain box of the page of text. */
async function textOf(page: Page, base: string, open: (path: string) => Promise<void>) {
  await open(`${base}/yaml`);
  await page.getByText('Use a plain text box').click();
  // Until it stands there the editor has the same label.
  return page.locator('textarea').and(page.getByLabel('Text of portfolio.yaml')).inputValue();
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

test('figures are changed in place, and the text keeps its remarks', async ({ open, page }) => {
  const base = await begin(page, open);
  await open(`${base}/figures`);
  await page.getByLabel('Words to look for').fill('keyworker caseload');
  await expect(page.getByRole('heading', { name: /^1 of \d+ figures$/ })).toBeVisible();
  await page.getByRole('button', { name: /^Change .*Keyworker, Caseload/ }).click();
  const value = page.getByLabel('Value', { exact: true });
  await expect(value).toHaveValue('14');

  // What cannot be read is said at the field, stays as typed, and is not in the model.
  for (const [typed, said] of [
    ['', /left blank/],
    ['-3', /less than nothing/],
    ['12 weeks', /plain number/],
  ] as const) {
    await value.fill(typed);
    await value.blur();
    await expect(value).toHaveAttribute('aria-invalid', 'true');
    await expect(value).toHaveValue(typed);
    const ids = (await value.getAttribute('aria-describedby'))!.split(' ');
    await expect(page.locator(`[id="${ids.at(-1)}"]`)).toContainText(said);
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  }
  await page.getByLabel('Low').fill('20');
  await value.fill('15');
  await page.getByLabel('High').fill('30');
  await page.getByLabel('High').blur();
  await expect(page.getByLabel('Low')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  await page.getByLabel('Low').fill('12');
  await page.getByLabel('Low').blur();
  await expect(page.getByLabel('Low')).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();

  const text = await textOf(page, base, open);
  expect(text).toMatch(/caseload: \{ best: 15, low: 12, high: 30 \}/);
  expect(text).toContain('# Nothing here is real.');
  expect(text).toContain('with: # fitted to the same targets');
});

test('a service is added by a form, renamed where it is named, and undone', async ({
  open,
  page,
}) => {
  const base = await begin(page, open);
  await open(`${base}/structure`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  await page.getByLabel('What it is called').fill('Open door');
  await page.getByLabel('Kind', { exact: true }).selectOption('drop-in');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open door');
  await expect(page.getByLabel(/^Paid by/)).toHaveValue('money');
  await expect(page.locator('.ds_error-summary')).toHaveCount(0);
  await expectAccessible(page);

  // Another id for a need goes wherever the need is named.
  await open(`${base}/structure?at=needs.housing`);
  await page.getByLabel('Id in the file').fill('home');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.waitForURL(/at=needs\.home/);
  let text = await textOf(page, base, open);
  expect(text).not.toContain('housing:');
  expect(text).toMatch(/meets:\n\s+home: \{ by: keyworker/);
  expect(text).toContain('open-door:');
  expect(text).toContain('# Nothing here is real.');
  await expect(undo(page)).toHaveAccessibleName('Undo: Rename housing to home');
  await undo(page).click();
  await undo(page).click();
  text = await page.getByLabel('Text of portfolio.yaml').inputValue();
  expect(text).toContain('housing:');
  expect(text).not.toContain('open-door:');

  // What depends on something is listed before it is removed, and what is left to mend has a link.
  await open(`${base}/structure?at=services.pathway.roles.peer-worker`);
  await page.getByRole('button', { name: /^Remove Peer worker/ }).click();
  await expect(page.getByText('2 places depend on it')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.locator('.ds_error-summary a').first().click();
  await expect(page.locator('#at-services-pathway-pathway-2-with-input')).toBeFocused();
  await undo(page).click();
  await expect(page.locator('.ds_error-summary')).toHaveCount(0);

  // Stages change places by keyboard.
  await open(`${base}/structure?at=services.pathway.pathway`);
  await page.getByRole('button', { name: 'Move support up' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('ol.list li a').first()).toHaveText('support');
  await expect(page.getByRole('button', { name: 'Move support down' })).toBeFocused();
});

test('ten figures: for paper without scripts, and on screen with “I do not know”', async ({
  open,
  page,
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
  const paper = await context.newPage();
  await paper.goto('/portfolio/one-pathway/ten-figures');
  await expect(paper.getByText('Who usually holds it').first()).toBeVisible();
  await paper.emulateMedia({ media: 'print' });
  await paper.setViewportSize({ width: 688, height: 994 });
  const height = await paper
    .locator('main .ds_wrapper')
    .last()
    .evaluate((page) => page.lastElementChild!.getBoundingClientRect().bottom);
  expect(height, 'one side of A4').toBeLessThan(994);
  await context.close();

  const base = await begin(page, open);
  await open(`${base}/ten-figures`);
  const first = page.locator('main ol > li').first();
  await expect(first.getByLabel('Low')).toHaveValue('10');
  const other = page.locator('main ol > li').last();
  await other.getByRole('button', { name: 'I do not know' }).click();
  await expect(other.getByLabel('Source', { exact: true })).toHaveValue('not-known-yet');
  await expect(page.getByText(/^1 figure of \d+ changed so far/)).toBeVisible();
  await expectAccessible(page);
});

test('what is typed outlives another tab, and the browser asks before it is lost', async ({
  open,
  page,
  context,
}) => {
  const base = await begin(page, open);
  const change = async (of: Page, words: string) => {
    await of.goto(`${base}/figures`);
    await of.getByLabel('Words to look for').fill(`keyworker ${words}`);
    await of
      .getByRole('button', { name: new RegExp(`^Change .*Keyworker, ${words}`, 'i') })
      .click();
    return of.getByLabel('Value', { exact: true });
  };
  // What is decided is not offered to be not known.
  await change(page, 'posts');
  await expect(page.getByText('the model takes this exactly as it stands')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I do not know' })).toHaveCount(0);
  const value = await change(page, 'caseload');
  await expect(page.getByRole('button', { name: 'I do not know' })).toBeVisible();
  await value.fill('11');

  const other = await context.newPage();
  const theirs = await change(other, 'caseload');
  const why = other.getByLabel('Why this value');
  await why.fill('Counted');
  await why.blur();
  await expect(page.getByLabel('Why this value')).toHaveValue('Counted');
  await expect(value).toHaveValue('11');
  await theirs.fill('12');
  await theirs.blur();
  await expect(page.getByText('Value: you have “11”; the model says “12”.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep what I have' }).click();
  await expect(value).toBeFocused();
  await expect(theirs).toHaveValue('11');

  await value.fill('abc');
  await value.blur();
  await expect(page.getByText(/^Saved \d\d:\d\d, without what you typed last/)).toBeVisible();
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    }),
  );
  await page.getByRole('link', { name: 'Guide', exact: true }).first().click();
  expect(await asked).toBe('confirm');
  await expect(value).toHaveValue('abc');
  const unload = page.waitForEvent('dialog');
  const reload = page.reload();
  const dialog = await unload;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reload;
});
