/**
 * `npm run bench -- hall`: a hall full of phones, as clients that do what the page does.
 *
 * First 60 phones join within a minute and answer within ten seconds. Then 200 go through the rounds
 * of two hours without the pauses, over and over, while the memory of the server is watched. Beside
 * them the projector's page is open in a real browser, and when it changed is read off the page. It
 * prints how long each thing took; it fails where an answer was lost or counted twice. `--quick` has
 * people join and answer six times as fast.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inTime, Phone, Visitor } from './hall-clients.js';
import { Projector } from './projector.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const speed = process.argv.includes('--quick') ? 6 : 1;

/** How often the rounds are gone through: five minutes each in a workshop of two hours. */
const ROUNDS = 24;

/** How often a button was pressed. */
let pressed = 0;

const data = mkdtempSync(join(tmpdir(), 'bide-load-'));
const server = spawn(process.execPath, ['src/build/start.js'], {
  cwd: root,
  env: {
    ...process.env,
    ...{ HOST: '127.0.0.1', PORT: '0', BIDE_DATA: data, BIDE_RUNS: '10' },
    BIDE_MODELS: join(root, 'models'),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});

try {
  const address = await printedAddress();
  const host = new Visitor(address);
  const printed = execFileSync(
    process.execPath,
    ['src/cli/bide.js', 'sign-in', '--data', data, '--address', address],
    { cwd: root, encoding: 'utf8' },
  );
  await host.post('/sign-in/owner', { token: /token=(\w+)/.exec(printed)?.[1] ?? '' });
  console.log(`Load of this machine ${loadavg()[0].toFixed(1)}. Times in ms.\n`);
  await oneMinute(host, address);
  await twoHours(host, address);
} finally {
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}

/**
 * @param {Visitor} host
 * @param {string} address
 */
async function oneMinute(host, address) {
  console.log('60 phones join within 60 s and answer within 10 s');
  const room = await plan(host);
  const phones = Array.from({ length: 60 }, () => new Phone(address, room.code));
  const joins = await inTime(phones, 60_000 / speed, (phone) => phone.join());
  say('to join: two pages and a form', joins);
  const screen = await Projector.open(host, room.id);
  const begun = now();
  await act(host, room.id, 'opened');
  say('until each phone shows the round', await heard(phones, 'open'));
  say('from the host’s button to the projector (wanted: 200)', [
    (await screen.shows('open')) - begun,
  ]);
  const answers = await inTime(phones, 10_000 / speed, (phone, at) => phone.answer(at));
  say('to answer, until it is on disk (wanted: 95 of 100 below 500)', answers);
  await expectAnswered(host, room.id, 60);
  for (const phone of phones) phone.leave();
  await screen.leave();
}

/**
 * @param {Visitor} host
 * @param {string} address
 */
async function twoHours(host, address) {
  console.log(`\n200 phones go ${ROUNDS} times through a round, without pauses`);
  const room = await plan(host);
  const phones = Array.from({ length: 200 }, () => new Phone(address, room.code));
  // As fast as one address may, however quick the rest is.
  say('to join', await inTime(phones, 120_000, (phone) => phone.join()));
  const screen = await Projector.open(host, room.id);
  /** @type {number[]} */
  const changes = [];
  /** @param {string} what @param {string} phase */
  const changed = async (what, phase) => {
    const begun = now();
    await act(host, room.id, what);
    const [phonesTook, seen] = await Promise.all([heard(phones, phase), screen.shows(phase)]);
    changes.push(seen - begun);
    return phonesTook;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const shown = await changed(round === 0 ? 'opened' : 'went back', 'open');
    const answers = await inTime(phones, 6000 / speed, (phone, at) => phone.answer(at + round));
    await expectAnswered(host, room.id, 200);
    await changed('closed', 'closed');
    const revealed = await changed('revealed', 'revealed');
    if (round % 6 !== 5) continue;
    console.log(`  after ${round + 1} rounds the server takes ${memory()} MB`);
    say('  until each phone shows the round', shown);
    say('  to answer, until it is on disk', answers);
    say('  until each phone shows what was said', revealed);
    say('  from the host’s button to the projector (wanted: 200)', changes.splice(0));
  }
  for (const phone of phones) phone.leave();
  await screen.leave();
}

/** By the clock that pages on this machine have too. */
function now() {
  return performance.timeOrigin + performance.now();
}

/** @param {Visitor} host */
async function plan(host) {
  const day = (/** @type {number} */ from) =>
    new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const { location } = await host.post('/workshops/plan?portfolio=one-queue', {
    title: 'Load',
    rounds: 'decide',
    statements: 'Awards should last longer.',
    inTheRoom: 'the facilitator',
    support: 'A helpline',
    withdrawUntil: day(7),
    purgeOn: day(30),
  });
  const id = location.split('/').at(-1) ?? '';
  const { text } = await host.ask(location);
  const [, first, second] = /<strong>([A-Z\d]{3}) ([A-Z\d]{3})<\/strong>/.exec(text) ?? [];
  return { id, code: `${first}${second}` };
}

/**
 * @param {Visitor} host
 * @param {string} id
 * @param {string} what
 */
async function act(host, id, what) {
  const form = { key: String(++pressed), round: 'decide', act: what };
  const { status } = await host.post(`/workshops/${id}?/act`, form);
  if (status !== 303) throw new Error(`The round could not be ${what}: ${status}`);
}

/**
 * Wait until every phone was told; return how long after the first was.
 *
 * @param {Phone[]} phones
 * @param {string} phase
 */
async function heard(phones, phase) {
  const begun = performance.now();
  return Promise.all(phones.map(async (phone) => (await phone.hears(phase)) - begun));
}

/**
 * @param {Visitor} host
 * @param {string} id
 * @param {number} count
 */
async function expectAnswered(host, id, count) {
  const { text } = await host.ask(`/workshops/${id}`);
  const found = /(\d+) people have answered, of (\d+)/.exec(text);
  if (Number(found?.[1]) !== count || Number(found?.[2]) !== count) {
    throw new Error(`${count} answered, and the page says: ${found?.[0]}`);
  }
}

/**
 * @param {string} what
 * @param {number[]} times
 */
function say(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  console.log(`  ${what}: half below ${at(0.5)}, 95 of 100 below ${at(0.95)}, longest ${at(1)}`);
}

/** Memory of the server in megabytes, where the system tells it. */
function memory() {
  if (process.platform !== 'linux') return 'an unknown number of';
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function printedAddress() {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The server ended before it said where it is.');
}
