/** A facilitator who pastes code where words belong: it is shown as words, to everybody. */
import { expect, test } from './test.ts';
import { beginHall, joinByPhone, lead } from './workshop-people.ts';

const title = '<script>window.hit = 1</script> & "friends"';
const statement = '<img src=x onerror="window.hit = 1">Awards should last longer.';
const support = '"><svg onload="window.hit = 1">Kim at the door';

test('code in what a facilitator writes is shown as it was written, and is not run', async ({
  browser,
}) => {
  const address = process.env.BIDE_ADDRESS!;
  const { host, screen, code, id } = await beginHall(
    browser,
    address,
    title,
    undefined,
    async (of) => {
      await of.getByLabel('Whom can people speak to').fill(support);
      await of.getByRole('textbox', { name: 'Statements' }).fill(statement);
    },
  );
  const phone = await joinByPhone(browser, address, code);
  await lead(host, 'decide', 'Open');
  await expect(phone.getByText(statement)).toBeVisible();
  await expect(screen.getByText(statement)).toBeVisible();
  await expect(host.getByText(title).first()).toBeVisible();
  const plain = await (
    await browser.newContext({ baseURL: address, javaScriptEnabled: false })
  ).newPage();
  await plain.goto(`/join/${code}`);
  await expect(plain.getByText(support).first()).toBeVisible();
  const pages = [host, screen, phone, plain];
  for (const path of ['print', 'cards', 'paper', 'thanks', '']) {
    const page = await host.context().newPage();
    const answer = await page.goto(`/workshops/${id}/${path}`);
    expect(answer?.status(), path).toBe(200);
    pages.push(page);
  }
  for (const page of pages) {
    expect(await page.content(), page.url()).not.toMatch(/<script>window|<img src="?x|<svg onload/);
    const hit = page === plain ? undefined : await page.evaluate(() => Reflect.get(window, 'hit'));
    expect(hit, page.url()).toBeUndefined();
  }
});
