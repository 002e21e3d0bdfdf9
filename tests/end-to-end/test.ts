import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

interface Fixtures {
  /** Closes what browsers a test opened beside its own: their pages would go on until the last test. */
  closing: void;
  /** Open a path of the app, and wait until it can answer clicks. */
  open: (path: string) => Promise<void>;
}

/**
 * The test every end-to-end test starts from.
 *
 * It fails when the page reports anything: an error, a warning, a file that is missing, a breach
 * of the content policy.
 */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names in the braces.
  baseURL: async ({}, use) => use(process.env.BIDE_ADDRESS),
  closing: [
    async ({ browser }, use) => {
      const before = browser.contexts();
      await use();
      const opened = browser.contexts().filter((context) => !before.includes(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    const complaints = collectComplaints(page);
    await use(page);
    expect(complaints, 'what the browser complained of').toEqual([]);
  },
  open: async ({ page, javaScriptEnabled }, use) =>
    use(async (path) => {
      // A browser would ask whether to leave what is not saved yet; nobody here would answer.
      await expect(page.getByText('Saving …', { exact: true })).toHaveCount(0);
      await page.goto(path);
      // A page to read sends no scripts, and is ready at once.
      if (javaScriptEnabled)
        await page.locator('html[data-ready], html:not(:has(script))').waitFor();
    }),
});

/** Return a list that grows with every problem the page reports from now on. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

/** What axe looks at: contrast takes it longer than all else together, and is the same at every width. */
type Look = 'all' | 'all but contrast' | 'contrast';

const lookOptions: Record<Look, Parameters<AxeBuilder['options']>[0]> = {
  all: { rules: { 'target-size': { enabled: true } } },
  'all but contrast': {
    rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } },
  },
  contrast: { runOnly: ['color-contrast', 'link-in-text-block'] },
};

/**
 * Expect no breach of WCAG 2.2 A or AA, nor of good practice, that axe can find; `state` says in which
 * state the page is.
 */
export async function expectAccessible(page: Page, state = '', look: Look = 'all'): Promise<void> {
  await settleColours(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...lookOptions[look] })
    // There are no frames, and looking for them takes twice as long.
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }));
  expect(found, state ? `what axe found, ${state}` : 'what axe found').toEqual([]);
}

export async function expectNoWider(page: Page, width: number, what = page.url()): Promise<void> {
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest, `${what}, at ${width} pixels`).toBeLessThanOrEqual(width);
}

/** Every light on every page takes minutes: `npm run test:long` takes them. */
export const inEveryLight = Boolean(process.env.BIDE_LONG);

/** Expect a page to be accessible and no wider than its screen: on a phone, in the dark, in forced colours. */
export async function expectGoodOnEveryScreen(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 900 });
  await expectNoWider(page, 320);
  await expectAccessible(page, '320 pixels wide');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectNoWider(page, 1280);
  await expectAccessible(page, 'dark', 'contrast');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await expectNoWider(page, 1280);
  await expectAccessible(page, 'in forced colours', inEveryLight ? 'all' : 'contrast');
}

/** Wait until colours that change with the light have changed: axe would judge one between two. */
async function settleColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect, playState }) => {
      return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
    });
    // What a browser does not draw, for it is far below, stands still until somebody comes to it.
    const enough = new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), enough]);
  });
}
