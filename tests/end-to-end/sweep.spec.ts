import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect as expectIn, test as plain, type Browser, type Page } from '@playwright/test';
import { guidePages } from '../../src/content/guide-pages.ts';
import { pagesThereAre, type PageToSweep } from './pages-there-are.ts';
import { collectComplaints, expectAccessible, expectNoWider, inEveryLight } from './test.ts';
import { newOwnerToken } from './visitor.ts';

/**
 * What every page must do, whatever it is about: opened once in one browser, and looked at as it
 * changes its width, its colours and its paper. What a page itself promises is tested elsewhere.
 */
const routes = fileURLToPath(new URL('../../src/routes', import.meta.url));

const oneWorker = fileURLToPath(
  new URL('../../models/one-worker-one-contract/portfolio.yaml', import.meta.url),
);

const listed = new Set(pagesThereAre.map(({ route }) => route));

/** The pages of the guide that are text alone stand in the guide's own list. */
const guideTexts: PageToSweep[] = guidePages.flatMap(({ pages }) =>
  pages
    .map(({ id }) => ({ route: '/guide/[page]', path: `/guide/${id}`, says: /./ }))
    .filter(({ path }) => !listed.has(path)),
);

const pages = [...pagesThereAre, ...guideTexts];

/** Enough height for a menu on a phone that lies on its side, at 400 per cent of a laptop. */
const smallest = { width: 320, height: 256 };

/** No page of these has more places to go to by keyboard. */
const mostStops = 300;

/** The width of A4 without its margins, in pixels of a style sheet. */
const paper = 688;

let scripted: Page;
let unscripted: Page;
let complaints: string[];
/** Key of a model of one's own, made from the blank one. */
let own: string;
/** Id of a draft of a snapshot, begun here. */
let draft: string;
/** Id of a model kept on the server, saved here. */
let kept: string;
/** Id and code of a workshop planned here. */
let workshop: string;
let code: string;

// It is the longest file by far: every worker takes a share of it, with a model and a draft of its own.
plain.describe.configure({ mode: 'parallel' });

plain.beforeAll(async ({ browser }) => {
  scripted = await open(browser, true);
  unscripted = await open(browser, false);
  await scripted.goto('/portfolio/start');
  await scripted.getByRole('button', { name: 'Start from a blank model' }).click();
  await scripted.waitForURL(/\/portfolio\/own\/[^/]+$/);
  own = new URL(scripted.url()).pathname.split('/').at(-1)!;
  // Pages that need an account are swept too; the others look the same to everybody.
  await scripted.goto(`/sign-in/owner?token=${newOwnerToken()}`);
  await scripted.getByRole('button', { name: 'Sign in' }).click();
  await scripted.waitForURL('**/account');
  await scripted.goto('/publish');
  await scripted.getByLabel('Which model?').selectOption('one-worker-one-contract');
  await scripted.getByRole('button', { name: 'Begin to write' }).click();
  await scripted.waitForURL(/\/publish\/[^/]+$/);
  draft = new URL(scripted.url()).pathname.split('/').at(-1)!;
  await scripted.goto('/portfolio/kept');
  // Every worker of a test run does this, and each needs a name of its own.
  await scripted.getByLabel('What is it called?').fill(`Kept ${own}`);
  await scripted.getByLabel(/^Its files: portfolio/).setInputFiles(oneWorker);
  await scripted.getByRole('button', { name: 'Keep it here' }).click();
  await scripted.waitForURL(/\/portfolio\/kept\/[^/]+$/);
  kept = new URL(scripted.url()).pathname.split('/').at(-1)!;
  await scripted.goto('/workshops/plan?portfolio=small');
  await scripted.getByLabel('Name of the workshop').fill('Sweep');
  await scripted.getByLabel('Whom can people speak to').fill('the facilitator');
  await scripted.getByLabel('Whom can people call').fill('A helpline');
  await scripted.getByRole('button', { name: 'Plan it' }).click();
  await scripted.waitForURL(/\/workshops\/[\w-]{36}$/);
  workshop = new URL(scripted.url()).pathname.split('/').at(-1)!;
  const [found] = await scripted.getByText(/^[A-Z\d]{3} [A-Z\d]{3}$/).allTextContents();
  code = found.replace(' ', '');
  await unscripted.context().addCookies(await scripted.context().cookies());
  complaints = collectComplaints(scripted);
});
plain.afterAll(async () => {
  await scripted.context().close();
  await unscripted.context().close();
});

/** The address of a page, with what was made here. */
function there(path: string): string {
  return path
    .replace('OWN', own)
    .replace('DRAFT', draft)
    .replace('KEPT', kept)
    .replace('WORKSHOP', workshop)
    .replace('CODE', code);
}

async function open(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.BIDE_ADDRESS!,
    javaScriptEnabled,
    viewport: { width: 320, height: 900 },
    // A page that glides to where the focus is would be looked at on its way.
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

plain('every route that has a page is in the list', () => {
  const there = readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])\+page\.svelte$/.test(file))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`);
  const swept = new Set(pages.map(({ route }) => route));
  expectIn(there.filter((route) => !swept.has(route))).toEqual([]);
  expectIn([...swept].filter((route) => !there.includes(route))).toEqual([]);
});

for (const [at, { path }] of pages.entries()) {
  plain(`${path} can be read by everybody`, async () => {
    complaints.length = 0;
    const page = scripted;
    await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(there(path));
    await page.locator('html[data-ready], html:not(:has(script))').waitFor();
    // What is made here is read from the browser's own store first.
    await page.getByRole('heading', { level: 1 }).waitFor();

    await expectIn(page.locator('html')).toHaveAttribute('lang', 'en-GB');
    expectIn(await page.title()).toMatch(path === '/' ? /^Bide: / : /^.+ – Bide$/);
    await expectIn(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectNoWider(page, 320);
    await expectAccessible(page, '320 pixels wide', 'all but contrast');
    await expectRoomForSpacing(page);

    // One of three lights for each page; all of them in the long tests.
    const isIn = (light: number) => inEveryLight || at % 3 === light;
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectNoWider(page, 1280);
    if (isIn(0)) await expectAccessible(page, 'light', 'contrast');
    await page.emulateMedia({ colorScheme: 'dark' });
    if (isIn(1)) await expectAccessible(page, 'dark', 'contrast');

    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expectNoWider(page, 1920);
    if (inEveryLight) await expectAccessible(page, '1920 pixels wide, forced colours');
    else if (isIn(2)) await expectAccessible(page, 'forced colours', 'contrast');

    await page.setViewportSize({ width: paper, height: 900 });
    await page.emulateMedia({ media: 'print', forcedColors: 'none' });
    await expectNoWider(page, paper);
    await expectIn(page.locator('nav:visible, button:visible')).toHaveCount(0);
    expectIn(complaints, 'what the browser complained of').toEqual([]);
  });
}

plain('every page can be read without scripts', async () => {
  for (const { path, says } of pages) {
    await unscripted.goto(there(path));
    await expectIn(unscripted.getByRole('heading', { level: 1 }), path).toBeVisible();
    expectIn(await unscripted.locator('body').innerText(), path).toMatch(says);
    await expectNoWider(unscripted, 320);
    // The content policy would drop it, and the page would look other than meant.
    expectIn(await unscripted.locator('[style]').count(), `style attributes on ${path}`).toBe(0);
  }
});

/** Compressed script that the first load of a page may bring, in kilobytes. */
const mostScript = 150;

/** The page that people come for, and that they open on whatever they have at hand. */
const mostOnCompare = 120;
const compares = /^\/portfolio\/[^/]+\/compare/;

plain('no page brings more script than it may', async () => {
  // Signed in, so that each page is itself.
  const { request } = scripted.context();
  const sizes = new Map<string, number>();
  const sizeOf = async (file: string) => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const { ok, headers } = await request
      .get(file, { headers: { 'accept-encoding': 'gzip' } })
      .then((answer) => ({ ok: answer.ok(), headers: answer.headers() }));
    expectIn(ok, file).toBe(true);
    expectIn(headers['content-encoding'], file).toBe('gzip');
    const size = Number(headers['content-length']);
    expectIn(size, file).toBeGreaterThan(0);
    sizes.set(file, size);
    return size;
  };
  const measured: string[] = [];
  for (const { path } of pages) {
    // The server names what a page needs before the page itself says so.
    const answer = await request.get(there(path));
    const { link = '' } = answer.headers();
    const files = [...link.matchAll(/<([^>]+\.js)>/g)].map(
      ([, at]) => new URL(at, answer.url()).href,
    );
    let bytes = 0;
    for (const file of new Set(files)) bytes += await sizeOf(file);
    const kilobytes = Math.ceil(bytes / 1024);
    measured.push(`${path}: ${kilobytes} kB`);
    expectIn(kilobytes, `script of ${path}`).toBeLessThanOrEqual(
      compares.test(path) ? mostOnCompare : mostScript,
    );
  }
  // A page that answers to a lever cannot do without: nothing measured would be no proof.
  expectIn(Math.max(...sizes.values(), 0), measured.join(', ')).toBeGreaterThan(1000);
});

/** Pages with different things to move to, on the smallest screen. */
for (const path of [
  '/',
  '/guide/reading',
  '/portfolio/one-queue/numbers',
  '/portfolio/one-queue/compare',
  '/portfolio/one-queue/explore',
]) {
  plain(`${path} can be gone through by keyboard, and shows where one is`, async () => {
    const page = scripted;
    await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize(smallest);
    await page.goto(path);
    await page.locator('html[data-ready], html:not(:has(script))').waitFor();
    const wrong: string[] = [];
    let reached = 0;
    for (; reached < mostStops; reached += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(lookAtFocus);
      if (stop === null) break;
      if (stop.fault) wrong.push(`${stop.name}: ${stop.fault}`);
    }
    expectIn(wrong).toEqual([]);
    // Counted last: what only a script can do is closed until the script is there.
    expectIn(reached).toBeGreaterThan(5);
    expectIn(reached, 'how many of the stops were reached').toBe(await page.evaluate(countStops));
  });
}

/** Expect that text set wider (WCAG 1.4.12) is neither cut off nor pushed out of the page. */
async function expectRoomForSpacing(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
           word-spacing: 0.16em !important; }
       p { margin-bottom: 2em !important; }`,
    );
    document.adoptedStyleSheets = [sheet];
    const found = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        if (element.closest('.visually-hidden, svg')) return false;
        const { overflowX, overflowY, display } = getComputedStyle(element);
        if (display === 'inline' || element.clientHeight === 0) return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 80));
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) {
      const reach = (element: Element) => element.getBoundingClientRect().right;
      const widest = [...document.querySelectorAll('main *')].sort((a, b) => reach(b) - reach(a));
      const first = widest[0]?.outerHTML.slice(0, 80);
      found.push(`the page is ${scrollWidth} pixels wide, because of ${first}`);
    }
    document.adoptedStyleSheets = [];
    return found;
  });
  expectIn(cut, 'what has no room for wider text').toEqual([]);
}

/** Run in the page: how many stops the keyboard should make. */
function countStops(): number {
  const radios = new Set<string>();
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled')) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      // Of radio buttons that belong together, the keyboard stops at one.
      const group = `${element.form?.id} ${element.name}`;
      if (radios.has(group)) return false;
      radios.add(group);
    }
    return true;
  }).length;
}

/** Run in the page: what has the focus, and what is wrong with how it shows; null at the end. */
function lookAtFocus(): { name: string; fault: string } | null {
  const element = document.activeElement as HTMLElement | null;
  // At the end of a page some browsers begin anew.
  if (!element || element === document.body || 'swept' in element.dataset) return null;
  element.dataset.swept = '';
  const name = (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 40);
  const label =
    element instanceof HTMLInputElement ? element.labels?.item(0)?.textContent : undefined;
  const shown = (of: Element | null, pseudo?: string) => {
    if (!of) return false;
    const style = getComputedStyle(of, pseudo);
    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    // A button turns the design system's yellow.
    const isYellow = style.backgroundColor === 'rgb(253, 213, 34)';
    return outline || isYellow || style.boxShadow !== 'none';
  };
  const isShown =
    shown(element) ||
    shown(element.nextElementSibling) ||
    shown(element.nextElementSibling, '::before');
  if (!isShown) return { name: label ?? name, fault: 'nothing shows that it has the focus' };

  // Seen is what lies on top at one point of it at least, so that no part hides it whole.
  const boxes = [...element.getClientRects()];
  const isSeen = boxes.some((box) =>
    [0.1, 0.5, 0.9].some((part) => {
      const x = box.left + box.width * part;
      const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      return (
        top !== null && (element.contains(top) || top.contains(element) || !!top.closest('label'))
      );
    }),
  );
  return { name: label ?? name, fault: isSeen ? '' : 'something lies over it' };
}
