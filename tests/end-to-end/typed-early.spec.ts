import type { Page } from '@playwright/test';
import { pagesThereAre } from './pages-there-are.ts';
import { expect, test } from './test.ts';
import { pageOf, Visitor } from './visitor.ts';
import { beginHall, joinByPhone, lead } from './workshop-people.ts';

/**
 * On a slow phone, or a slow network, people type and tick before the scripts have come: it must all
 * be there afterwards. Every page with fields is filled in while its scripts are held back.
 */

/** Return how to open a page without its scripts, fill it in, and compare it when they have come. */
async function typingEarly(page: Page): Promise<(path: string) => Promise<number>> {
  let held = Promise.resolve();
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return async (path) => {
    // Most pages are to be read alone.
    const sent = await page.request.get(path);
    if (!/<(input|textarea|select)\b/.test(await sent.text())) return 0;
    let release = () => {};
    held = new Promise<void>((resolve) => (release = resolve));
    await page.goto(path, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.readyState !== 'loading');
    await page.evaluate(fillEverything);
    const before = await page.evaluate(readFields);
    release();
    if (before.length === 0) return 0;
    await page.locator('html[data-ready], html:not(:has(script))').waitFor();
    const after = await page.evaluate(readFields);
    // A page may add fields of its own when its scripts have come.
    expect.soft(after, path).toEqual(expect.arrayContaining(before));
    return before.length;
  };
}

test('what is typed and ticked on a page before its scripts have come stays', async ({
  browser,
}) => {
  const address = process.env.BIDE_ADDRESS!;
  const owner = await new Visitor().signInAsOwner();
  const { host, id, code } = await beginHall(browser, address, 'Early');
  await lead(host, 'decide', 'Open');
  const model = 'one-worker-one-contract';
  const begun = await owner.post('/publish', { model });
  const draft = String(begun.headers.location).split('/').at(-1)!;
  const typeEarly = await typingEarly(await pageOf(browser, owner));
  let fields = 0;
  for (const { path } of pagesThereAre) {
    // Of one’s own model nothing is there before the scripts; what is kept has a journey of its own.
    if (/OWN|KEPT/.test(path)) continue;
    const there = { DRAFT: draft, WORKSHOP: id, CODE: code };
    fields += await typeEarly(path.replace(/DRAFT|WORKSHOP|CODE/, (at) => there[at as 'CODE']));
  }
  expect(fields).toBeGreaterThan(100);
});

test('what is typed and ticked on a phone before its scripts have come stays', async ({
  browser,
}) => {
  const address = process.env.BIDE_ADDRESS!;
  const { host, code } = await beginHall(browser, address, 'Early on a phone');
  const phone = await joinByPhone(browser, address, code);
  const typeEarly = await typingEarly(phone);
  for (const round of ['matters', 'now', 'design', 'see', 'decide']) {
    await lead(host, round, 'Open');
    await phone.reload();
    expect(await typeEarly(`/join/${code}`), round).toBeGreaterThan(1);
    await lead(host, round, 'Close');
  }
});

/** Fill in each field that people can, otherwise than it is. */
function fillEverything(): void {
  const typed: Record<string, string> = { date: '2031-01-02', number: '3', range: '1' };
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    if (field.disabled || field.readOnly || ['hidden', 'file'].includes(field.type)) continue;
    if (field.type === 'checkbox') field.checked = !field.checked;
    else if (field.type === 'radio') field.checked = true;
    else if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
    else field.value = typed[field.type] ?? 'typed';
  }
}

/** What each field of the page holds, with its name. */
function readFields(): string[] {
  const fields = document.querySelectorAll<HTMLInputElement>('main :is(input, textarea, select)');
  return [...fields]
    .filter(({ type }) => !['hidden', 'file'].includes(type))
    .map((field) => {
      const of = field.name || field.id;
      const isBox = field.type === 'checkbox' || field.type === 'radio';
      return isBox ? `${of} ${field.value}: ${field.checked}` : `${of}: ${field.value}`;
    });
}
