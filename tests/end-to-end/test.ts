import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

interface Fixtures {
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
  page: async ({ page }, use) => {
    const complaints = collectComplaints(page);
    await use(page);
    expect(complaints, 'what the browser complained of').toEqual([]);
  },
  open: async ({ page, javaScriptEnabled }, use) =>
    use(async (path) => {
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

/** Expect no breach of WCAG 2.2 A or AA, nor of good practice, that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  await settleColours(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }));
  expect(found, 'what axe found').toEqual([]);
}

/** Wait until colours that change with the light have changed: axe would judge one between two. */
async function settleColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect, playState }) => {
      return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
