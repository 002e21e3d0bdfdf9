import { get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { hostCheck } from './host-check.js';
import { appServer, protocolHeader, type Handler } from './server.js';

let stop: (() => Promise<void>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function serve(handler: Handler): Promise<number> {
  const { server, stop: stopServer } = appServer({
    handler,
    isOurHost: hostCheck(),
    protocol: 'http',
  });
  stop = stopServer;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      );
    }).on('error', reject);
  });
}

test('tells the app which protocol was used, whatever the visitor claims', async () => {
  const port = await serve((request, response) => {
    response.end(request.headers[protocolHeader]);
  });
  expect((await ask(port, '/', { [protocolHeader]: 'https' })).body).toBe('http');
});

test('refuses another name before the app sees the request', async () => {
  const port = await serve((_, response) => response.end('secret'));
  const answer = await ask(port, '/', { host: 'rebound.example' });
  expect(answer.status).toBe(421);
  expect(answer.body).not.toContain('secret');
});

test('refuses an address with a NUL before the app sees it', async () => {
  const port = await serve((_, response) => response.end('seen'));
  for (const path of ['/publish/a%00b', '/snapshots?q=a%00b', '/snapshots.json?q=%00'])
    expect(await ask(port, path), path).toMatchObject({
      status: 400,
      body: expect.not.stringMatching('seen'),
    });
  expect((await ask(port, '/snapshots?q=%2500')).body).toBe('seen');
});

test('compresses pages, but nothing that streams', async () => {
  const page = 'waiting '.repeat(1000);
  const port = await serve((request, response) => {
    const type = request.url === '/events' ? 'text/event-stream' : 'text/html';
    response.setHeader('content-type', type);
    response.end(page);
  });
  const gzip = { 'accept-encoding': 'gzip' };
  const compressed = await ask(port, '/', gzip);
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(compressed.body.length).toBeLessThan(page.length / 10);
  expect((await ask(port, '/')).body).toBe(page);
  const stream = await ask(port, '/events', gzip);
  expect(stream.headers['content-encoding']).toBeUndefined();
  expect(stream.body).toBe(page);
});

test('gives files a policy for workers, and lets pages set their own', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/page') response.setHeader('content-security-policy', 'mine');
    response.end();
  });
  const file = await ask(port, '/_app/worker.js');
  expect(file.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/);
  expect(file.headers['x-content-type-options']).toBe('nosniff');
  expect((await ask(port, '/page')).headers['content-security-policy']).toBe('mine');
});

test('answers 404 when the app has nothing', async () => {
  const port = await serve((_request, _response, next) => next());
  expect((await ask(port, '/')).status).toBe(404);
});

test('ends open streams when told to stop, and finishes what is under way', async () => {
  const arrived = countdown(2);
  let finish = () => {};
  const port = await serve((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 2000\n\n');
    } else {
      finish = () => response.end('done');
    }
    arrived.one();
  });
  const stream = ask(port, '/stream');
  const slow = ask(port, '/slow');
  await arrived.all;
  const stopped = stop?.();
  setTimeout(() => finish(), 100);
  expect((await stream).body).toContain('retry');
  expect((await slow).body).toBe('done');
  await stopped;
});

test('does not wait for a request that never ends', async () => {
  const arrived = countdown(1);
  const port = await serve(() => arrived.one());
  const cut = ask(port, '/').catch((error: Error) => error.message);
  await arrived.all;
  await stop?.();
  expect(await cut).toMatch(/socket hang up|ECONNRESET/);
});

/** `all` resolves once `one` was called so many times. */
function countdown(count: number): { one: () => void; all: Promise<void> } {
  let resolveAll = () => {};
  const all = new Promise<void>((resolve) => (resolveAll = resolve));
  return { one: () => void (--count === 0 && resolveAll()), all };
}
