import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOrganisation, type Organisation } from '../store/organisation.ts';
import { serve } from './start-server.ts';
import { expect, test } from './test.ts';

/**
 * A hosted Bide, and an organisation's own page at another origin. What a page may send where is the
 * browser's to say, so only a browser shows that somebody gets there and back. Here too: what a hosted
 * server says when it starts.
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

test('what a form says is taken without a NUL', async ({ request }) => {
  const said = await request.post(`${address}/sign-in?/password`, {
    headers: { origin: address, accept: 'text/html' },
    form: { email: 'a\0b@example.org', password: 'x' },
  });
  expect(said.status()).toBe(400);
  expect(await said.text()).toContain('value="ab@example.org"');
});

test('a server that cannot tell visitors apart, or has another secret, says so', async () => {
  const data = join(folder, 'said');
  const about = {
    BIDE_DATA: data,
    ORIGIN: 'https://bide.example.org',
    BIDE_SECRET: 'a'.repeat(32),
  };
  const first = await startAndStop(about);
  expect(first.said).toContain('Set ADDRESS_HEADER to the header');
  expect(first.said).toContain('Bide is at');
  const told = await startAndStop({ ...about, ADDRESS_HEADER: 'x-forwarded-for' });
  expect(told.said).not.toContain('Set ADDRESS_HEADER');
  expect(told.said).toContain('Bide is at');
  for (const secret of ['b'.repeat(32), '']) {
    const { said, code } = await startAndStop({ ...about, BIDE_SECRET: secret });
    expect(said).toContain(`npx bide new-secret --data ${data}`);
    expect(said).not.toContain('Bide is at');
    expect(code).toBe(1);
  }
  expect(existsSync(join(data, 'secret'))).toBe(false);
});

/** Start a server, and stop it once it runs; return all it said and how it ended. */
async function startAndStop(env: Record<string, string>) {
  const started = spawn(process.execPath, ['src/build/start.js'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('Ctrl+C stops it.')) started.kill('SIGTERM');
    });
  }
  const [code] = (await once(started, 'close')) as [number | null];
  return { said, code };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
