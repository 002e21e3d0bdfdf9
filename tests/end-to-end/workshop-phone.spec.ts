/** How a phone is read, and a device that answers for several people in turn. */
import type { Browser, Page } from '@playwright/test';
import { beginHall, choose, joinByPhone, lead, ready } from './workshop-people.ts';
import { expect, test } from './test.ts';

const address = () => process.env.BIDE_ADDRESS!;
const heading = (phone: Page) => phone.getByRole('heading', { level: 1 });
const root = (phone: Page) => phone.locator('.phone');

test('a phone keeps its language, its size of text and its contrast, without a network', async ({
  browser,
}) => {
  const { host, code } = await beginHall(browser, address(), 'Languages');
  const phone = await joinByPhone(browser, address(), code);
  await lead(host, 'decide', 'Open');
  await phone.getByLabel('Do you want to say why?').fill('Half a sentence');
  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: 'Plain English' }).click();
  await expect(phone.getByText('Please do not name people.')).toBeVisible();
  await expect(phone.getByRole('textbox')).toHaveValue('Half a sentence');
  const sizeNow = () =>
    heading(phone).evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const before = await sizeNow();
  await phone.getByRole('button', { name: 'Text size: usual' }).click();
  await phone.getByRole('button', { name: 'Text size: larger' }).click();
  expect(await sizeNow()).toBeCloseTo(before * 1.5, 1);
  await phone.getByRole('button', { name: 'High contrast' }).click();
  await phone.context().setOffline(false);

  await phone.reload();
  await ready(phone);
  await expect(phone.getByText('Please do not name people.')).toBeVisible();
  await expect(root(phone)).toHaveAttribute('data-size', 'largest');
  await expect(phone.getByRole('button', { name: 'High contrast', pressed: true })).toBeVisible();
  expect(await phone.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(0, 0, 0)',
  );

  // Gaelic: what is sure is marked as Gaelic, and the page says that nobody has reviewed it.
  await phone.getByRole('link', { name: 'Gàidhlig' }).click();
  await expect(phone.getByText('Gaelic: not yet reviewed.')).toBeVisible();
  await expect(root(phone)).toHaveAttribute('lang', 'en-GB');
  await expect(phone.locator('.screen [lang=gd]', { hasText: 'Air adhart' })).toBeVisible();
  await expect(phone.getByText('Please name nobody.')).toBeVisible();
});

test('without scripts, an address asks for a language, a size and a contrast', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: address(), javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto('/join');
  await phone.getByRole('link', { name: 'Plain English' }).click();
  await expect(heading(phone)).toHaveText('Type the code');
  await phone.getByRole('button', { name: 'Text size' }).click();
  await phone.getByRole('button', { name: 'High contrast' }).click();
  await phone.goto('/join?language=nonsense');
  await expect(heading(phone)).toHaveText('Type the code');
  await expect(root(phone)).toHaveAttribute('data-size', 'larger');
  await expect(root(phone)).toHaveAttribute('data-contrast', 'high');
  // A device without a voice, or without scripts, has no button for one.
  await expect(phone.getByRole('button', { name: 'Read aloud' })).toHaveCount(0);
});

/** A phone with these voices, which notes what it is told to say. */
async function phoneWithVoices(
  browser: Browser,
  voices: { lang: string; localService: boolean }[],
) {
  const phone = await (await browser.newContext({ baseURL: address() })).newPage();
  await phone.addInitScript((has) => {
    const said: string[] = [];
    class Utterance {
      lang = '';
      voice = null;
      onend: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => has,
      speak: ({ text, lang }: Utterance) => said.push(`${lang}: ${text}`),
      cancel: () => said.push('quiet'),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
  }, voices);
  const said = () => phone.evaluate(() => (window as unknown as { said: string[] }).said);
  return { phone, said };
}

test('a screen is read aloud by a voice of the device alone', async ({ browser }) => {
  const { code } = await beginHall(browser, address(), 'Voices');
  const far = await phoneWithVoices(browser, [{ lang: 'en-GB', localService: false }]);
  await far.phone.goto(`/join/${code}`);
  await ready(far.phone);
  await expect(far.phone.getByRole('button', { name: 'Read aloud' })).toHaveCount(0);

  const { phone, said } = await phoneWithVoices(browser, [{ lang: 'en-GB', localService: true }]);
  await phone.goto(`/join/${code}`);
  await ready(phone);
  await phone.getByRole('link', { name: 'Gàidhlig' }).click();
  await phone.getByRole('button', { name: 'Read aloud' }).click();
  expect((await said())[0]).toBe('en-GB: Join “Voices”');
  expect(await said()).toContain('en-GB: You need no name and no account.');
  expect(await said()).toContain('gd: Gabh pàirt');
  expect((await said()).join()).not.toContain('Plain English');
  await phone.getByRole('button', { name: 'Quiet' }).click();
  expect((await said()).at(-1)).toBe('quiet');
  await expect(phone.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});

test('a device answers for several people in turn, and a slip brings one back', async ({
  browser,
}) => {
  const { host, screen, code } = await beginHall(browser, address(), 'One device');
  const status = screen.locator('header').getByRole('status');
  const device = await joinByPhone(browser, address(), code);
  const slips: string[] = [];
  const handOn = async () => {
    await device.getByRole('button', { name: 'Hand this device' }).click();
    slips.push((await device.locator('.slip').textContent())!);
    await ready(device);
  };
  await lead(host, 'decide', 'Open');
  await choose(device, 'I agree');
  await expect(device.getByRole('status')).toHaveText('Sent');
  // A tab that is left open does not speak for whoever comes next.
  const left = await device.context().newPage();
  await left.goto(`/join/${code}`);
  await ready(left);
  await handOn();
  expect(slips[0]).toMatch(/^[A-Z\d]{4} [A-Z\d]{4}$/);

  // The next person has a place of their own, and sees nothing of the one before.
  await device.getByRole('link', { name: 'The next person can start' }).click();
  await device.getByRole('button', { name: 'Join' }).click();
  await expect(device.getByRole('radio', { checked: true })).toHaveCount(0);
  await ready(device);
  await choose(device, 'I do not agree');
  await expect(device.getByText('You are done for now')).toBeVisible();
  await expect(status).toHaveText('2 people have answered, of 2 who are here');
  await left.getByRole('link', { name: /^Change/ }).click();
  await choose(left, 'Pass');
  await expect(left.getByRole('alert')).toContainText('You handed this device on.');
  await left.getByRole('link', { name: 'Stop' }).click();
  await left.getByRole('button', { name: 'Take back all I said' }).click();
  await expect(left.getByRole('alert')).toContainText('You handed this device on.');
  await expect(status).toHaveText('2 people have answered, of 2 who are here');
  await left.getByRole('link', { name: 'Go on' }).click();
  await left.getByRole('link', { name: /^Change/ }).click();
  await choose(left, 'Pass');
  await expect(left.getByText('Waiting to send')).toBeVisible();
  await device.reload();
  await ready(device);
  await expect(device.getByText('I do not agree')).toBeVisible();
  // What waits would be sent as the next person's: it goes first.
  await device.context().setOffline(true);
  await device.getByRole('link', { name: /^Change/ }).click();
  await choose(device, 'Pass');
  await expect(device.getByText('Wait until all is sent.')).toBeVisible();
  await expect(device.getByRole('button', { name: 'Hand this device' })).toHaveCount(0);
  await device.context().setOffline(false);
  await device.getByRole('link', { name: 'Stop' }).click();
  await handOn();
  expect(slips[1]).not.toBe(slips[0]);
  // Shown once.
  await device.goto(`/join/${code}`);
  await expect(device.getByText(slips[1])).toHaveCount(0);

  // The first comes back: what waited on the tab is sent as theirs.
  const comeBack = async (page: Page, slip: string) => {
    await page.getByText('I have a slip code').click();
    await page.getByLabel('Slip code').fill(slip);
    await page.getByRole('button', { name: 'Come back' }).click();
  };
  await left.goto(`/join/${code}`);
  await ready(left);
  await comeBack(left, slips[0]);
  await expect(left.getByText('You are done for now')).toBeVisible();
  await expect(left.getByText('Pass', { exact: true })).toBeVisible();

  // On another device they see it, and take back what they said.
  const other = await (await browser.newContext({ baseURL: address() })).newPage();
  await other.goto(`/join/${code}`);
  await ready(other);
  await comeBack(other, 'CCCC CCCC');
  await expect(other.getByRole('alert')).toHaveText(/We do not know this slip code/);
  await ready(other);
  await expect(left.getByRole('status')).toHaveText('Sent');
  await comeBack(other, slips[0].toLowerCase());
  await expect(other.getByText('You are done for now')).toBeVisible();
  await expect(other.getByText('Pass', { exact: true })).toBeVisible();
  await ready(other);
  await other.getByRole('link', { name: 'Stop' }).click();
  await other.getByRole('button', { name: 'Take back all I said' }).click();
  await expect(other.getByText('All you said is taken back')).toBeVisible();
  await expect(status).toHaveText('1 person has answered, of 2 who are here');
});

test('slips cannot be guessed at speed, and the hall can join meanwhile', async ({ browser }) => {
  const { code } = await beginHall(browser, address(), 'Guesses');
  const tries = Array.from({ length: 40 }, () =>
    fetch(`${address()}/join/${code}?/comeBack`, {
      method: 'POST',
      headers: {
        accept: 'text/html',
        origin: address(),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'slip=CCCCCCCC',
    }).then(({ status }) => status),
  );
  const statuses = await Promise.all(tries);
  expect(statuses.filter((status) => status === 400)).toHaveLength(30);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  const phone = await joinByPhone(browser, address(), code);
  await expect(heading(phone)).toHaveText('You are in');
});

test('what is taken back without a network is taken back here, and on the server once there is one', async ({
  browser,
}) => {
  const { host, code } = await beginHall(browser, address(), 'Taken back');
  const phone = await joinByPhone(browser, address(), code);
  await lead(host, 'decide', 'Open');
  const status = host.locator('[data-round=decide]');
  await choose(phone, 'I agree');
  await expect(status).toContainText('1 person has answered');
  await phone.context().setOffline(true);
  await phone
    .getByRole('link', { name: /^Change/ })
    .first()
    .click();
  await choose(phone, 'Pass');
  await phone.getByRole('link', { name: 'Stop' }).click();
  await phone.getByRole('button', { name: 'Take back all I said' }).click();
  await expect(phone.getByText('All you said is taken back on this phone.')).toBeVisible();
  await expect(phone.getByText('What you said before still counts')).toHaveCount(0);
  // Kept over a visit to the questions, where nothing is answered any more.
  await phone.getByRole('link', { name: 'Go on' }).click();
  await expect(phone.getByRole('radio', { name: 'I agree', exact: true })).not.toBeChecked();
  await phone.getByRole('link', { name: 'Stop' }).click();
  await phone.context().setOffline(false);
  await expect(phone.getByText('All you said is taken back. It is removed.')).toBeVisible();
  await expect(status).toContainText('0 people have answered');
});
