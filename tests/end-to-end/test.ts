import { test as base, expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

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

const ofContrast = ['color-contrast', 'link-in-text-block'];

/**
 * Expect no breach of WCAG 2.2 A or AA, nor of good practice, that axe can find; `state` says in which
 * state the page is.
 */
export async function expectAccessible(page: Page, state = '', look: Look = 'all'): Promise<void> {
  await settleColours(page);
  const rules = Object.fromEntries(ofContrast.map((id) => [id, { enabled: false }]));
  const found: object[] = [];
  if (look !== 'contrast') {
    const others = { ...rules, 'target-size': { enabled: true } };
    found.push(...(await violations(page, { rules: others })));
  }
  if (look !== 'all but contrast') {
    expect(await page.evaluate(markOneOfEachLook), state).toBeGreaterThan(0);
    found.push(...(await violations(page, { runOnly: ofContrast }, '[data-look]')));
  }
  expect(found, state ? `what axe found, ${state}` : 'what axe found').toEqual([]);
}

/** What breaks a rule, in what a page shows now or in a part of it. */
async function violations(page: Page, options: RunOptions, within = 'html'): Promise<object[]> {
  // Once for as long as a page stays: reading it takes longer than most of its rules.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ({ within, options }) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      return run(within, options) as Promise<AxeResults>;
    },
    // What is right would be told too, with each element of it, and takes as long as all else.
    { within, options: { ...options, resultTypes: ['violations' as const] } },
  );
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }));
}

/**
 * Mark one text of each look on a page, and return how many there are: texts of one colour, size and
 * weight, of one kind, on the same grounds, differ in contrast from no other, and a long page has
 * thousands of them, each of which takes axe as long as the first.
 */
function markOneOfEachLook(): number {
  for (const marked of document.querySelectorAll('[data-look]'))
    marked.removeAttribute('data-look');
  const grounds = new Map<Element | null, string>([[null, '']]);
  const groundOf = (element: Element | null): string => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element!);
    // What lies over others may have any of them below it.
    const own =
      position === 'static' ? '' : `${element!.tagName} ${element!.className} ${position}`;
    const ground = [
      groundOf(element!.parentElement),
      backgroundColor,
      backgroundImage,
      opacity,
      own,
    ];
    const said = ground.join(' ');
    grounds.set(element, said);
    return said;
  };
  const seen = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    const isText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '',
    );
    if (!isText || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
    const around = element.parentElement!;
    const look = [
      element.tagName,
      around.tagName,
      getComputedStyle(around).color,
      color,
      fontSize,
      fontWeight,
      textDecorationLine,
      groundOf(element),
    ].join(' ');
    if (seen.has(look)) continue;
    seen.add(look);
    element.setAttribute('data-look', '');
  }
  return seen.size;
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
  await expectAccessible(page, '320 pixels wide', 'all but contrast');
  await expectAccessible(page, 'light', 'contrast');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectNoWider(page, 1280);
  await expectAccessible(page, 'dark', 'contrast');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await expectNoWider(page, 1280);
  if (inEveryLight) await expectAccessible(page, 'in forced colours');
}

/** End what changes colours with the light: axe would judge one between two. */
async function settleColours(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ending = () =>
      document.getAnimations().filter(({ effect, playState, timeline }) => {
        // What goes by how far something is scrolled stays as it is.
        const isOfTime = timeline === document.timeline;
        const ends = effect?.getComputedTiming().endTime !== Infinity;
        return isOfTime && ends && playState !== 'finished';
      });
    // What ends around an element may begin a change of its own.
    for (let left = 10, now = ending(); left > 0 && now.length > 0; left -= 1, now = ending())
      for (const animation of now) animation.finish();
  });
}
