import type { Browser, Locator, Page } from '@playwright/test';
import { collectComplaints, expect, expectAccessible, test } from './test.ts';

const model = 'one-worker-one-contract';
const explore = `/portfolio/${model}/explore`;

/** Wait until what the browser works out is as sharp as it gets. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^Done: as sharp as/)).toBeVisible({ timeout: 60_000 });
}

const results = (page: Page) => page.getByRole('table', { name: /^Your scenario, from/ });
const main = (page: Page) => page.getByRole('table', { name: 'The main measures, by scenario' });

/** Open an address as somebody else would, on another machine: nothing is kept there. */
async function elsewhere<T>(browser: Browser, url: string, look: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor();
  const seen = await look(page);
  await context.close();
  expect(complaints, 'what the other browser complained of').toEqual([]);
  return seen;
}

/** The text of `?s=` for a scenario that sets one path. */
async function packed([set, to]: [string, string], title = ''): Promise<string> {
  const made = [2, '', '', [[title, [{ set, to }]]]];
  const stream = new Blob([JSON.stringify(made)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

/** Go on with the keyboard until something has the focus, and press it. */
async function press(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

test('a commissioner moves levers by keyboard: undo, redo, replay, and an address that opens', async ({
  open,
  page,
  browser,
}) => {
  // Without motion a replay waits to be told to go on.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const rows = (table: Locator) => table.getByRole('rowheader').allInnerTexts();
  const now = page.getByRole('table', { name: 'How it is now' });
  // The server has what the page shows first once it has worked it out.
  await expect(async () => {
    await open(explore);
    await expect(now).toBeVisible({ timeout: 1000 });
  }).toPass();
  const before = await rows(now);
  expect(before.join()).toContain('funding ended');
  await page.getByRole('radio', { name: '12 months, as now' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '36 months' })).toBeChecked();
  await settled(page);
  await expect(page.getByRole('status').last()).toContainText('Your scenario is worked out.');
  await expect(page).toHaveURL(/[?&]s=[\w-]+/);
  const address = page.url();
  const beside = page.getByRole('link', { name: 'Compare scenarios side by side' });
  await expect(beside, 'takes the scenario along').toHaveAttribute(
    'href',
    `/portfolio/${model}/compare${new URL(address).search}`,
  );
  const said = await results(page).innerText();
  expect(said).toContain('fewer');
  expect(await rows(results(page)), 'the same rows as before').toEqual(before);
  await expect(page.locator('.outcome')).toContainText(
    /Where the change comes from: .*Contract dates alone/,
  );
  await expectAccessible(page);

  await page.getByRole('radio', { name: '36 months' }).focus();
  await page.keyboard.press('ArrowDown');
  await settled(page);
  const sixty = await results(page).innerText();
  await press(page, /^Undo: How long should the award last\? 60 months/);
  await expect(page.getByRole('radio', { name: '36 months' })).toBeChecked();
  expect(await results(page).innerText(), 'what was known is shown at once').toBe(said);
  await press(page, /^Redo/);
  expect(await results(page).innerText()).toBe(sixty);

  await press(page, /^Replay the last change/);
  await expect(page.locator('.replay')).toContainText('Before: How long should the award last?');
  await expect(page.getByRole('radio', { name: '36 months' })).toBeChecked();
  expect(await results(page).innerText()).toBe(said);
  await expectAccessible(page);
  await press(page, /^Show after/);
  await expect(page.getByRole('radio', { name: '60 months' })).toBeChecked();
  await expect(results(page)).toContainText('before:');
  await press(page, /^End the replay/);
  await press(page, /^Undo/);

  await expect(page).toHaveURL(address);
  const there = await elsewhere(browser, page.url(), async (other) => {
    await expect(other.getByRole('radio', { name: '36 months' })).toBeChecked();
    await settled(other);
    return results(other).innerText();
  });
  expect(there, 'the same figures').toBe(said);

  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page).not.toHaveURL(/[?&]s=/);
  await expect(beside).toHaveAttribute('href', `/portfolio/${model}/compare`);
});

test('two scenarios made by levers stand beside two prepared ones, here and elsewhere', async ({
  open,
  page,
  browser,
}) => {
  await open(explore);
  for (const [term, name] of [
    ['36 months', 'Mine, three years'],
    ['60 months', 'Mine, five years'],
  ]) {
    await page.getByText(term, { exact: true }).click();
    await page.getByLabel('Name of the scenario above').fill(name);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.getByText(`Kept: ${name}.`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Rename Mine, five years' }).click();
  await page.getByLabel('New name of Mine, five years').fill('Mine, long');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take away Mine, three years' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take Mine, long as a file' }).click();
  expect((await download).suggestedFilename()).toBe('mine-long.yaml');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Compare them side by side' }).click();
  await page.waitForURL(/\/compare\?s=/);
  await page.locator('html[data-ready]').waitFor();
  await page.getByText('Choose or add scenarios').click();
  // The three prepared ones stand there; one of them makes room.
  await expect(page.getByRole('checkbox', { name: 'Thirty-six months' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Sixty months' })).toBeChecked();
  await page.locator('label', { hasText: 'seen through' }).click();
  await page.getByRole('button', { name: 'Compare these' }).click();
  await settled(page);
  const columns = main(page).getByRole('columnheader');
  await expect(columns).toHaveCount(6);
  await expect(page.locator('#short')).toContainText('better in', { timeout: 30_000 });
  // Worked out here or on the server: the same changes have the same figures, to the letter.
  for (const row of await main(page).getByRole('row').all()) {
    const cells = await row.getByRole('cell').allInnerTexts();
    if (cells.length < 5) continue;
    // Prepared: sixty months, then thirty-six.
    expect([cells[4], cells[3]], 'the same changes').toEqual([cells[1], cells[2]]);
  }

  await page.getByText('Give weights').click();
  await page.getByLabel('Keeping a worker').selectOption('a lot (3)');
  await page.getByLabel('Waiting', { exact: true }).selectOption('not at all (0)');
  await page.getByRole('button', { name: 'Put in this order' }).click();
  const order = page.getByRole('table', { name: 'Scenarios in the order of your weights' });
  await expect(order.getByRole('row')).toHaveCount(6);
  await settled(page);
  const first = await order.getByRole('rowheader').first().innerText();
  await expect(columns.nth(2), 'the highest score stands first').toContainText(first);
  await expect(page).toHaveURL(/weight-keeping=3/);
  await expectAccessible(page);

  const figures = await main(page).innerText();
  const there = await elsewhere(browser, page.url(), async (other) => {
    await settled(other);
    return main(other).innerText();
  });
  expect(there, 'the same figures in the same order').toBe(figures);
});

test('what cannot be compared is refused, and what may mislead is said', async ({ open, page }) => {
  await open(`/portfolio/${model}/compare`);
  await page.getByText('Choose or add scenarios').click();
  const address = page.getByLabel('An address that somebody gave you');
  await address.fill(
    'https://elsewhere.example/portfolio/one-queue/compare?scenarios=a-short-list',
  );
  await page.getByRole('button', { name: 'Add its scenarios' }).click();
  await expect(page.getByText('This scenario is of another portfolio')).toBeVisible();
  await address.fill(await packed(['horizon', '20 years'], 'Ten years more'));
  await page.getByRole('button', { name: 'Add its scenarios' }).click();
  await expect(page.locator('#not-compared')).toContainText('looks another time ahead');
  await expect(main(page).getByText('Ten years more')).toHaveCount(0);
  const posts = 'services.outreach.roles.outreach-worker.posts';
  await address.fill(await packed([posts, '2'], 'Another post'));
  await page.getByRole('button', { name: 'Add its scenarios' }).click();
  await expect(page.getByRole('region', { name: 'What may mislead here' })).toContainText(
    'Another post. Award pays £45,000 a year for what costs £90,000 a year.',
    { timeout: 30_000 },
  );
  await expectAccessible(page);
});

test('a prepared scenario for which the time looked ahead is too short is refused', async ({
  open,
  page,
}) => {
  const short = 'is less than twice the longest award, 96 months';
  await open('/portfolio/too-short/compare?scenarios=thirty-six-months,eight-years');
  await expect(page.locator('#not-compared')).toContainText(`Eight years cannot stand beside`);
  await expect(page.locator('#not-compared')).toContainText(short);
  const table = page.getByRole('table', { name: /main measures/i });
  await expect(table.getByRole('columnheader', { name: 'Thirty-six months' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(table.getByText('Eight years')).toHaveCount(0);
  await expectAccessible(page);

  await open('/portfolio/too-short/compare?scenarios=eight-years');
  await expect(page.getByText(/^None of these scenarios can stand beside/)).toBeVisible();
  await expect(page.getByRole('table', { name: /main measures/i })).toHaveCount(0);

  await open('/portfolio/too-short/why?of=eight-years');
  await expect(page.locator('.refused').first()).toContainText(short);
  await expect(page.getByRole('heading', { name: 'What drives it' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Work it out here' })).toHaveCount(0);
  await expectAccessible(page);

  const answer = await page.request.get('/portfolio/too-short/why/why.json?of=eight-years');
  expect(answer.status()).toBe(409);
  await page.goto('/portfolio/too-short/mat?scenarios=eight-years,thirty-six-months');
  await expect(
    page.getByText(/“Eight years” cannot be shown\. .*Lengthen the horizon/),
  ).toBeVisible();
});

test('what does not fit together is said beside the lever', async ({ open, page }) => {
  await open(`${explore}?s=${await packed(['contracts.award.term', '10 years'])}`);
  await expect(page.getByRole('group', { name: /How long should the award last/ })).toContainText(
    'less than twice the longest award',
    { timeout: 30_000 },
  );
  await expectAccessible(page);
  await open('/portfolio/south-ayrshire/explore');
  const field = page.getByRole('spinbutton', { name: /How many Navigators/ });
  await field.fill('80');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/This lever goes from .* so it is set to/)).toBeVisible();
});

test('a run can be stopped and gone on with', async ({ open, page }) => {
  await open('/portfolio/south-ayrshire/explore');
  await page.getByRole('button', { name: 'More: How many Navigators?' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped')).toBeVisible();
  await expect(page.getByText('The first result comes in a moment.')).toBeHidden();
  await page.getByRole('button', { name: 'Take out: How many Navigators? 2.5' }).click();
  await expect(page.getByText('What you changed')).toBeHidden();
});

for (const ready of ['hover', 'focus'] as const) {
  test(`what is about to be pressed, by ${ready}, is worked out before`, async ({ open, page }) => {
    let patience = 0;
    await expect(async () => {
      // Afresh each time, for what was pressed is known; a slow machine is waited for longer.
      await open('/portfolio/one-queue/explore');
      patience += 500;
      const button = page.getByRole('button', { name: 'More: How many workers?' });
      await expect(button).toBeEnabled();
      await button[ready]();
      await page.waitForTimeout(patience);
      const shown = await button.evaluate(async (pressed: HTMLButtonElement) => {
        pressed.click();
        // No message from a worker comes in between.
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        return document.querySelector('.outcome caption')?.textContent?.trim();
      });
      expect(shown).toBe('First look, from 2 runs');
    }).toPass({ timeout: 60_000 });
  });
}

test('the levers can be moved by keyboard alone', async ({ open, page }) => {
  await open(`/portfolio/south-ayrshire/explore`);
  const slider = page.getByRole('slider', { name: 'How many Navigators?' });
  const field = page.getByRole('spinbutton', { name: /How many Navigators/ });
  await expect(slider).toBeEnabled();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(field).toHaveValue('2.5');
  await page.keyboard.press('ArrowRight');
  await expect(field).toHaveValue('3');

  await field.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4.2');
  await page.keyboard.press('Tab');
  await expect(field, 'the nearest step').toHaveValue('4');
  await expect(page.getByText('the nearest is 4')).toBeVisible();
  await expect(page.getByRole('button', { name: 'More: How many Navigators?' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(slider).toHaveValue('4.5');
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('prepared scenarios are compared and weighed, and the page says what is missing', async ({
    page,
  }) => {
    await page.goto(`/portfolio/${model}/compare?s=abc`);
    await expect(page.getByText('Opening them needs scripts')).toBeVisible();
    await expect(main(page)).toBeVisible();
    await page.getByText('Give weights').click();
    await page.getByRole('button', { name: 'Put in this order' }).click();
    await expect(page).toHaveURL(/s=abc.*weight-keeping=1|weight-keeping=1.*s=abc/);
    await expect(
      page.getByRole('table', { name: 'Scenarios in the order of your weights' }),
    ).toBeVisible();
    await page.goto(explore);
    await expect(page.getByText('This page needs scripts')).toBeVisible();
  });
});
