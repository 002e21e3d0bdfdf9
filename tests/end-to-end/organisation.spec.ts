import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrganisation, type Organisation } from '../store/organisation.ts';
import { serve } from './start-server.ts';
import { expect, test } from './test.ts';

/**
 * A hosted Bide, and an organisation's own page at another origin. What a page may send where is the
 * browser's to say, so only a browser shows that somebody gets there and back.
 */
let folder: string;
let organisation: Organisation;
let server: ChildProcess;
let address: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bide-organisation-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  organisation = await startOrganisation(origin, (account) => ({
    name: 'Jo of the council',
    email: `${account}@council.example`,
    email_verified: true,
  }));
  const { discoveryUrl, clientId, clientSecret } = organisation;
  ({ server, address } = await serve({
    ...{ BIDE_DATA: join(folder, 'data'), PORT: String(port), ORIGIN: origin },
    ...{ BIDE_OIDC_DISCOVERY: discoveryUrl, BIDE_OIDC_CLIENT: clientId },
    ...{ BIDE_OIDC_SECRET: clientSecret, BIDE_OIDC_NAME: 'The Council' },
  }));
});

test.afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  await organisation.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a browser ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled });

    test('signs somebody in with their organisation', async ({ page }) => {
      // The organisation's page asks for letters from elsewhere.
      const nothing = { contentType: 'text/css', body: '' };
      await page.route('https://fonts.googleapis.com/**', (route) => route.fulfill(nothing));
      await page.goto(`${address}/sign-in`);
      await page.getByRole('button', { name: 'Sign in with The Council' }).click();
      await page.getByPlaceholder('Enter any login').fill(`jo-${javaScriptEnabled}`);
      await page.getByPlaceholder('and password').fill('any');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      const back = page.waitForRequest(/\/api\/auth\/callback\//);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL(`${address}/account`);
      await expect(page.locator('main')).toContainText('Jo of the council');
      // The address they came back to works once.
      await page.goto((await back).url());
      await expect(page.getByRole('alert')).toContainText('Your organisation did not sign you in.');
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
