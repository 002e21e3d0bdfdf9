/** Writing and publishing a snapshot through the pages, as far as a journey needs no more of it. */
import { expect, type Page } from '@playwright/test';

/** Begin a draft of a model, and leave the page of it open. */
export async function beginDraft(page: Page, model: string): Promise<void> {
  await page.goto('/publish');
  await page.getByLabel('Which model?').selectOption(model);
  await page.getByRole('button', { name: 'Begin to write' }).click();
  await page.waitForURL(/\/publish\/[^/]+$/);
  await page.locator('html[data-ready]').waitFor();
}

/** Fill in all that a snapshot needs, with one chart, so that nothing keeps it from being published. */
export async function fillDraft(page: Page, title: string, slug: string): Promise<void> {
  const fields: [string, string][] = [
    ['Title', title],
    ['Its address', slug],
    ['The question it answers', 'Do longer awards keep workers?'],
    ['Summary in plain words', 'They do, for some.'],
    ['Limits on its use', 'Not a forecast for any person.'],
    ['Look at it again by', '2028-04-01'],
  ];
  for (const [label, text] of fields) await page.getByLabel(label).fill(text);
  for (const who of ['Commissioner', 'Analyst']) {
    await page.getByLabel(`${who}: job`).fill('Planning');
    await page.getByLabel(`${who}: organisation`).fill('Our partnership');
  }
  for (const check of await page.locator('textarea[name^="check-"]').all()) {
    await check.fill('Done, and written down.');
  }
  for (const chart of await page.locator('input[name="chart"]').all()) await chart.uncheck();
  await page.getByLabel('How relationships end, by time together').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Nothing (else )?keeps it from being published\.$/)).toBeVisible();
}

/** Publish what is written as a draft that nobody assured, and return its fixed address. */
export async function publishDraft(page: Page): Promise<string> {
  await page.getByLabel(/Publish it as “Draft, not assured”/).check();
  await page.getByRole('button', { name: /^Run it and publish/ }).click();
  const first = page.getByRole('link', { name: 'Version 1', exact: true });
  await expect(first).toBeVisible({ timeout: 120_000 });
  return (await first.getAttribute('href'))!;
}
