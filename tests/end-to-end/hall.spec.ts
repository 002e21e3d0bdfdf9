/** `bide hall`: what the network of a hall gets to see, over http and https. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { request as askSafely } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Phone, Visitor } from '../benchmarks/hall-clients.js';
import { machineAddresses } from '../../src/build/host-check.js';
import { expect, test } from './test.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outside = machineAddresses().find((address) => !address.startsWith('['));

let hall: ChildProcess | undefined;
let folder: string;

test.describe.configure({ mode: 'serial' });
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bide-in-hall-'));
});
test.afterEach(() => {
  hall?.kill('SIGTERM');
  hall = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Start it on a free port; return the port and what it printed. */
async function open(extra: string[] = []): Promise<{ port: number; printed: string }> {
  const port = await freePort();
  const args = ['src/cli/bide.js', 'hall', '--port', String(port), '--data', folder, ...extra];
  hall = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, BIDE_MODELS: process.env.BIDE_MODELS_OF_SERVER },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that it can be told to stop as a terminal does.
    detached: true,
  });
  let printed = '';
  for await (const line of createInterface({ input: hall.stdout! })) {
    printed += `${line}\n`;
    if (/Sign in as the owner/.test(line)) return { port, printed };
  }
  throw new Error(`It ended before it served: ${printed}`);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

interface Said {
  status: number;
  text: string;
  cookies: string[];
  location: string;
}

function get(address: string, cookie = '', form: string | null = null): Promise<Said> {
  const isSafe = address.startsWith('https');
  const options = {
    method: form === null ? 'GET' : 'POST',
    // As it stands: what goes a step up is not taken up before it is sent.
    path: address.replace(/^https?:\/\/[^/]+/, '') || '/',
    agent: false as const,
    headers: {
      accept: 'text/html',
      ...(cookie ? { cookie } : {}),
      ...(form === null
        ? {}
        : {
            origin: new URL(address).origin,
            'content-type': 'application/x-www-form-urlencoded',
          }),
    },
    ...(isSafe ? { ca: readFileSync(join(folder, 'cert.pem')) } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = (isSafe ? askSafely : ask)(address, options, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += String(part)));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text,
          cookies: answer.headers['set-cookie'] ?? [],
          location: answer.headers.location ?? '',
        }),
      );
    });
    asked.on('error', reject).end(form ?? undefined);
  });
}

const others = [
  ...[
    '/portfolio',
    '/compare',
    '/guide',
    '/guide/workshops',
    '/workshops',
    '/snapshots',
    '/publish',
  ],
  ...['/schema/portfolio-1.json', '/snapshots.json', '/feed.xml', '/s/x', '/join-us', '/JOIN/x'],
  ...['/join/../portfolio', '/join/%2e%2e/portfolio', '/sign-in/../snapshots', '/join/../feed.xml'],
];

test('the network of a hall gets the pages to join and no more, unless somebody signs in', async () => {
  test.skip(outside === undefined, 'this machine is on no network');
  const { port, printed } = await open(['--address', outside!]);
  const at = `http://${outside}:${port}`;
  expect(printed).toContain(`Phones join at ${at}/join`);
  expect(await get(`${at}/join`)).toMatchObject({ status: 200 });
  expect(await get(at)).toMatchObject({ status: 303, location: '/join' });
  for (const path of others) expect((await get(at + path)).status, path).toBe(403);
  const guessed = await get(`${at}/portfolio`, 'bide.session_token=guessed.guessed');
  expect(guessed.status).toBe(403);
  // At the laptop itself, and for whoever signs in over the network.
  expect((await get(`http://127.0.0.1:${port}/portfolio`)).status).toBe(200);
  const token = /token=(\w+)/.exec(printed)![1];
  const owner = new Visitor(at);
  expect((await owner.post('/sign-in/owner', { token })).status).toBe(303);
  expect((await owner.ask('/portfolio')).status).toBe(200);
  expect((await owner.ask('/workshops')).status).toBe(200);

  // Phones that listen do not keep it from ending when a terminal says so, to it and to its server:
  // one that has not ended by itself after 1.9 s is ended, and does not say 0.
  const code = await planned(owner);
  const phones = Array.from({ length: 5 }, () => new Phone(at, code));
  for (const phone of phones) await phone.join();
  process.kill(-hall!.pid!, 'SIGINT');
  expect(await once(hall!, 'exit')).toEqual([0, null]);
  for (const phone of phones) phone.leave();
});

test('whoever tried too many codes is not told which is right, whatever they ask', async () => {
  test.skip(outside === undefined, 'this machine is on no network');
  const { port, printed } = await open(['--address', outside!]);
  const [here, at] = ['127.0.0.1', outside!].map((address) => `http://${address}:${port}`);
  const owner = new Visitor(here);
  await owner.post('/sign-in/owner', { token: /token=(\w+)/.exec(printed)![1] });
  const right = await planned(owner);
  const wrong = right.replace(/^./, right.startsWith('A') ? 'B' : 'A');
  const typed = (code: string) => get(`${at}/join`, '', `code=${code}`);
  expect(await typed(right)).toMatchObject({ status: 303, location: `/join/${right}` });
  for (let guess = 0; guess < 120; guess++) expect((await typed(wrong)).status).toBe(400);
  expect((await typed(wrong)).status).toBe(429);
  const asked: [string, string, string | null][] = [
    ['/join', '', 'code='],
    ['/join/', '', null],
    ...['join', 'answer', 'say', 'withdraw', 'handOn', 'comeBack'].map(
      (action): [string, string, string] => ['/join/', `?/${action}`, 'token='],
    ),
    ...['answers', 'points', 'try'].map((path): [string, string, string] => [
      ...(['/join/', `/${path}`, '{}'] as const),
    ]),
    ['/join/', '/events', null],
  ];
  for (const [before, after, form] of asked) {
    const [one, other] = await Promise.all(
      [right, wrong].map((code) =>
        before === '/join'
          ? get(at + before, '', `${form}${code}`)
          : get(at + before + code + after, '', form),
      ),
    );
    const told = ({ status, location, text }: Said, code: string) => ({
      ...{ status, location },
      // Numbers are what a page has of a moment of its own.
      text: text.replaceAll(code, '').replace(/[\w+/=-]{20,}|\d+/g, ''),
    });
    expect(told(one, right), `${before} ${after}`).toEqual(told(other, wrong));
    expect([303, 429], `${before} ${after}`).toContain(one.status);
  }
  // Those who sit elsewhere are let in all the same.
  expect((await get(`${here}/join/${right}`)).status).toBe(200);
});

/** Plan a workshop; return its code. */
async function planned(owner: Visitor): Promise<string> {
  const { location } = await owner.post('/workshops/plan?portfolio=small', {
    ...{ title: 'In the hall', rounds: 'decide', statements: 'Awards should last longer.' },
    ...{ inTheRoom: 'Kim', support: 'A helpline', withdrawUntil: day(7), purgeOn: day(30) },
  });
  const { text } = await owner.ask(location);
  const [, first, second] = /<strong>([A-Z\d]{3}) ([A-Z\d]{3})<\/strong>/.exec(text)!;
  return first + second;
}

/** The day so many days from now. */
function day(from: number): string {
  return new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
}

test('it speaks https where it is given a certificate, and its cookies stay there', async () => {
  test.skip(outside === undefined, 'this machine is on no network');
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=hall'],
        ...['-addext', `subjectAltName=IP:${outside}`],
        ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
      ],
      { stdio: 'ignore' },
    );
  } catch {
    test.skip(true, 'there is no openssl to make a certificate');
  }
  const files = ['--cert', join(folder, 'cert.pem'), '--key', join(folder, 'key.pem')];
  const { port, printed } = await open(['--address', outside!, ...files]);
  const at = `https://${outside}:${port}`;
  expect(printed).toContain(`Phones join at ${at}/join`);
  expect((await get(`${at}/join`)).status).toBe(200);
  expect((await get(`${at}/portfolio`)).status).toBe(403);
  const token = /token=(\w+)/.exec(printed)![1];
  const { cookies } = await get(`${at}/sign-in/owner`, '', `token=${token}`);
  expect(cookies.join()).toContain('Secure');
});
