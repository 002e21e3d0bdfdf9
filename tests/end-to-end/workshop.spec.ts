import type { Browser, Page } from '@playwright/test';
import { beginHall, choose, joinByPhone, lead, ready } from './workshop-people.ts';
import { expect, expectAccessible, test } from './test.ts';
import { beginDraft, fillDraft, publishDraft } from './write-snapshot.ts';

const address = () => process.env.BIDE_ADDRESS!;
const phonesIn = (browser: Browser, code: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => joinByPhone(browser, address(), code)));

/** Say something of one's own accord, and wait until it is sent. */
async function say(phone: Page, kind: string, words: string, mayQuote: boolean): Promise<void> {
  await phone.getByRole('radio', { name: kind }).check();
  await phone.getByLabel('Say it in your own words').fill(words);
  if (mayQuote) await phone.getByLabel('Yes, you may use my words').check();
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(phone.getByRole('status')).toHaveText('Sent');
}

test.describe.configure({ timeout: 360_000 });

test('a panel ranks, rates and decides, and the record says what may be said', async ({
  browser,
}) => {
  const { host, screen, code } = await beginHall(browser, address(), 'Panel in March');
  const phones = await phonesIn(browser, code, 6);
  await expect(screen.locator('header').getByRole('status')).toHaveText('6 people are here');

  // At any time somebody says more than is asked, here while nothing is.
  await phones[0].getByRole('link', { name: 'Say something else' }).click();
  await phones[0].getByRole('button', { name: 'Send' }).click();
  await expect(phones[0].getByRole('alert')).toHaveText('Choose one, and write something.');
  await say(phones[0], 'We do not believe this number', 'It was never two weeks', true);
  await say(phones[0], 'The model leaves something out', 'My brother Jo', false);
  await expect(phones[0].getByText('What you said here')).toBeVisible();
  await expectAccessible(phones[0]);
  await phones[0].getByRole('link', { name: 'Go back' }).click();
  await expect(host.locator('[data-point]')).toHaveCount(2);
  await expect(screen.getByText('never two weeks')).toHaveCount(0);

  // What matters: one choice after the other.
  await lead(host, 'matters', 'Open');
  for (const [at, phone] of phones.entries()) {
    await expect(phone.getByRole('radio', { checked: true })).toHaveCount(0);
    await choose(phone, at < 4 ? 'Keeping the same worker' : 'Not having to wait');
    await choose(phone, 'Help for my family');
    await phone.getByRole('button', { name: 'That is all' }).click();
    await expect(phone.getByRole('heading', { name: 'You are done for now' })).toBeVisible();
    await expect(phone.getByRole('status')).toHaveText('Sent');
  }
  await expect(screen.locator('header').getByRole('status')).toHaveText(
    '6 people have answered, of 6 who are here',
  );
  await expect(screen.locator('.result')).toHaveCount(0);
  await expectAccessible(screen);

  // One changes her answer, and comes back after her phone was reloaded.
  const [first] = phones;
  await first.getByRole('link', { name: /^Change/ }).click();
  await choose(first, 'Help close to where I live');
  await first.getByRole('button', { name: 'That is all' }).click();
  await first.reload();
  await ready(first);
  await expect(first.getByText('1. Help close to where I live')).toBeVisible();

  await lead(host, 'matters', 'Close');
  await expect(first.getByText('This round is closed')).toBeVisible();
  await lead(host, 'matters', 'Show to everybody');
  await expect(screen.getByText('First: Help for my family.')).toBeVisible();
  await expect(first.getByText('First: Help for my family.')).toBeVisible();
  await expect(screen.locator('.result')).toContainText('about half');
  await expectAccessible(screen);
  await expectAccessible(first);

  // What we think: everybody alike, which is held until the facilitator lets it be shown.
  await lead(host, 'decide', 'Open');
  for (const [at, phone] of phones.entries()) {
    if (at < 2) {
      const why = at === 0 ? 'We were never asked <b>😀</b>' : 'Ask Jo Bloggs next door';
      await phone.getByLabel('Do you want to say why?').fill(why);
      await phone.getByLabel('Yes, you may use my words').check();
    }
    await choose(phone, 'I agree');
  }
  await expect(host.locator('[data-round=decide]')).toContainText('6 people have answered');
  await lead(host, 'decide', 'Close');
  await lead(host, 'decide', 'Show to everybody');
  await expect(screen.getByText('Not shown: it could tell who said what.')).toBeVisible();
  await expect(host.getByText('Everybody answered alike')).toBeVisible();
  await expect(host.getByText('We were never asked <b>😀</b>')).toBeVisible();
  await lead(host, 'decide', 'Show it all the same');
  await expect(screen.getByText('Agree: most.')).toBeVisible();
  const rude = host.locator('[data-written]').filter({ hasText: 'Jo Bloggs' });
  await rude.locator('summary').click();
  await rude.getByRole('button', { name: 'Hold them back' }).click();
  await expect(rude.getByText('Held back.', { exact: true })).toBeVisible();
  await host.getByLabel('Why the fewer see it otherwise').fill('Plans would be hard to change.');
  await host.getByRole('button', { name: 'Keep the reasons' }).click();

  await host.getByRole('button', { name: 'End the workshop' }).click();
  await expect(host.getByRole('heading', { name: 'What stays' })).toBeVisible();
  await expect(host.getByText('6 people took part')).toBeVisible();
  await expect(phones[1].getByRole('heading', { name: 'Thank you for taking part' })).toBeVisible();
  // What stays is said once, and nobody is asked to join what is over.
  await expect(
    host.getByText('Plans would be hard to change.').filter({ visible: true }),
  ).toHaveCount(1);
  await expect(host.getByText(/^[A-Z\d]{3} [A-Z\d]{3}$/)).toHaveCount(0);
  await expect(host.getByText('Round by round, as it went')).toBeVisible();

  // Each thing that was said gets a reply, which all can read who took part.
  const believed = host.locator('[data-point]').filter({ hasText: 'It was never two weeks' });
  await believed.locator('summary').click();
  await believed.getByLabel('We did', { exact: true }).check();
  await believed.getByLabel('Why', { exact: true }).fill('You know it better.');
  await believed.getByLabel('that it led to').fill('Scenario “Waits as they are”');
  await believed.getByRole('button', { name: 'Keep the answer' }).click();
  await expect(phones[1].getByText('You know it better.')).toBeVisible();
  await expect(phones[1].getByText('It was never two weeks')).toBeVisible();
  await expect(phones[1].getByText('My brother Jo')).toHaveCount(0);
  const named = host.locator('[data-point]').filter({ hasText: 'My brother Jo' });
  await named.locator('summary').click();
  await named.getByRole('button', { name: 'Hold them back' }).click();
  await expect(host.getByText('Words are held back twice').first()).toBeVisible();
  await expectAccessible(host);
  await expectAccessible(phones[1]);
  await host.getByRole('link', { name: 'Thank those who took part' }).click();
  await expect(host.getByText('It led to: Scenario “Waits as they are”')).toBeVisible();
  await expect(host.getByText('Plans would be hard to change.')).toBeVisible();
  await expect(host.getByText('My brother Jo')).toHaveCount(0);
  await expectAccessible(host);

  // What they ranked first leads the comparison of what they spoke about.
  await host.goto('/portfolio/small/compare');
  await expect(
    host
      .getByText('ranked first: Help for my family (most of the 6 who took part chose it).')
      .first(),
  ).toBeVisible();

  // A snapshot of the same model takes it in, and a board reads it without scripts.
  await beginDraft(host, 'small');
  await host.getByRole('button', { name: /Panel in March/ }).click();
  await expect(host.getByRole('button', { name: /^Leave it out.*Panel in March/ })).toBeVisible();
  await ready(host);
  await fillDraft(host, 'With a panel', 'with-a-panel');
  await expect(host.locator('section[aria-labelledby="open"]')).toContainText(
    /Panel in March. People can take back what they said until .* publish after that day/,
  );
  await expectAccessible(host);
  const published = await publishDraft(host);
  const reader = await browser.newContext({ baseURL: address(), javaScriptEnabled: false });
  const board = await reader.newPage();
  await board.goto(published);
  await expect(board.locator('.first')).toContainText('What a panel ranked first');
  await expect(board.locator('.first')).toContainText('Help for my family (A panel on');
  for (const said of [
    'Awards should last longer. I agree: most; I do not agree: a few or none; Pass: a few or none.',
    'on “Awards should last longer.”: “We were never asked <b>😀</b>”',
    'It was never two weeks”. We did. You know it better. It led to: Scenario “Waits as they are”.',
    'Words are held back twice',
    '1 point has no answer yet.',
  ]) {
    await expect(board.locator('.narrative'), said).toContainText(said);
  }
  const dissent = board.getByRole('region', { name: 'Who disagrees, and why' });
  await expect(dissent).toContainText('Plans would be hard to change.');
  for (const file of ['', 'snapshot.json', 'written.csv']) {
    const text = await (await board.request.get(new URL(file, address() + published).href)).text();
    expect(text, file).toContain('Plans would be hard to change.');
    expect(text, file).toContain('We were never asked');
    expect(text, file).not.toMatch(/Bloggs|My brother Jo|\b6 of 6\b/);
  }

  // Somebody takes back what they said: the draft has it no more, and says that it is another text.
  await host.getByRole('link', { name: 'See how it reads' }).first().click();
  await expect(host.getByText('We were never asked')).toBeVisible();
  await first.goto(`/join/${code}?stop`);
  await first.getByRole('button', { name: 'Take back all I said' }).click();
  await expect(first.getByText('All you said is taken back')).toBeVisible();
  await host.reload();
  await expect(host.getByText('What a panel said on')).toBeVisible();
  await expect(host.getByText(/We were never asked|never two weeks/)).toHaveCount(0);
  await host.getByRole('link', { name: 'Back to writing' }).click();
  await expect(host.getByText('What a panel said was changed since')).toBeVisible();
  await expect(host.getByText(/^Nothing (else )?keeps it/)).toHaveCount(0);
  await ready(host);
  await host.getByLabel('What changed, and why').fill('Somebody took back what they said.');
  await host.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(host.getByText(/^Nothing else keeps it/)).toBeVisible();
});

test('a phone without scripts answers, takes a break, stops and takes all back', async ({
  browser,
}) => {
  const { host, code } = await beginHall(browser, address(), 'Without scripts');
  await lead(host, 'matters', 'Open');
  const context = await browser.newContext({ baseURL: address(), javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto('/join');
  await phone.getByLabel('Code').fill('CDF-347');
  await phone.getByRole('button', { name: 'Join' }).click();
  await expect(phone.getByRole('alert')).toContainText('no room with this code');
  await phone.getByLabel('Code').fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
  await phone.getByRole('button', { name: 'Join' }).click();
  await phone.getByRole('button', { name: 'Join' }).click();
  await phone.getByRole('button', { name: 'Next' }).click();
  await expect(phone.getByRole('alert')).toHaveText('Choose one, or press Skip.');
  await choose(phone, 'Not having to wait');
  await expect(phone.getByText('Which one comes next?')).toBeVisible();
  await expect(phone.getByRole('listitem').first()).toHaveText('Not having to wait');
  await phone.getByRole('button', { name: 'That is all' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('You are done for now');
  await phone.getByRole('link', { name: 'Take a break' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Take your time');
  await phone.getByRole('link', { name: 'Go on' }).click();
  await phone.getByRole('link', { name: 'Stop' }).click();
  await expect(phone.getByText('Nobody in the room can see this')).toBeVisible();
  await expect(host.locator('[data-round=matters]')).toContainText('1 person has answered');
  await phone.getByRole('button', { name: 'Take back all I said' }).click();
  await expect(phone.getByText('All you said is taken back')).toBeVisible();
  await expect(host.locator('[data-round=matters]')).toContainText('0 people have answered');
});
