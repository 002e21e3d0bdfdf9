/**
 * What `npm start` does: build the app if its sources changed, then serve it.
 *
 * Settings, all optional: HOST and PORT to listen on; BIDE_HOSTS, more names the server answers
 * to, with commas between; BIDE_PROTOCOL=https behind a proxy that speaks https to visitors; or
 * ORIGIN, the whole address visitors see. BIDE_CERTIFICATE and BIDE_KEY, two files, have it speak
 * https itself. BIDE_HALL_ADDRESS, which `bide hall` sets, is where phones reach it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshApp } from './build-app.js';
import { closeApp } from './close-app.js';
import { hallDoor } from './hall-door.js';
import { mayAnswerInHall } from './hall-gate.js';
import { hostCheck, machineAddresses } from './host-check.js';
import { appServer, protocolHeader } from './server.js';
import { wrongSettings } from './wrong-settings.js';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 4173);
const origin = process.env.ORIGIN;
const { BIDE_CERTIFICATE: certFile, BIDE_KEY: keyFile, BIDE_HALL_ADDRESS: hall } = process.env;
// The app asks for it too, to mark its cookies.
if (certFile) process.env.BIDE_PROTOCOL = 'https';
const protocol = process.env.BIDE_PROTOCOL === 'https' ? 'https' : 'http';
const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(host);

// Nothing says that others reach it: by a name, through a proxy, over https or in a hall already.
const isOnlyOwn =
  isLocal &&
  protocol === 'http' &&
  ![origin, hall, process.env.BIDE_HOSTS, process.env.ADDRESS_HEADER].some(Boolean);

process.env.PROTOCOL_HEADER = protocolHeader;
// A model with its sources is a few hundred kilobytes; the adapter's own limit is 512.
process.env.BODY_SIZE_LIMIT ??= '8M';

const wrong = wrongSettings(process.env);
if (wrong.length > 0) {
  console.error(`These settings have to be mended first:\n\n  ${wrong.join('\n  ')}`);
  process.exit(2);
}

try {
  await start();
} catch (error) {
  console.error(explain(/** @type {NodeJS.ErrnoException} */ (error)));
  process.exit(1);
}

async function start() {
  const folder = await freshApp(() => console.log('Building, because the sources changed …'));
  const { handler } = await import(pathToFileURL(join(folder, 'handler.js')).href);
  const extra = (process.env.BIDE_HOSTS ?? '').split(',').filter(Boolean);
  for (const one of [origin, hall]) if (one) extra.push(new URL(one).host);
  const isOurHost = hostCheck({ extra, ...(isLocal ? {} : { ownAddresses: machineAddresses }) });

  const certificate =
    certFile && keyFile ? { cert: readFileSync(certFile), key: readFileSync(keyFile) } : undefined;
  const { server, stop } = appServer({
    ...{ handler, isOurHost, protocol, certificate },
    mayAnswer: hall ? mayAnswerInHall : undefined,
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(undefined));
  });
  const { port: actual } = /** @type {import('node:net').AddressInfo} */ (server.address());
  for (const address of addresses(actual)) console.log(`Bide is at ${address}`);
  // The app's own event: it says how its owner signs in.
  process.emit(/** @type {any} */ ('bide:listening'), /** @type {any} */ (addresses(actual)[0]));
  if (hall) console.log(`Phones join at ${hall}/join`);
  console.log('Ctrl+C stops it.');

  const closeHall = isOnlyOwn ? hallDoor({ handler, port: actual }) : async () => undefined;
  const stopAll = async () => void (await Promise.all([stop(), closeHall()]));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(signal, stopAll));
  if (process.env.npm_lifecycle_event) whenOrphaned(() => void end('SIGTERM', stopAll));
}

/**
 * npm passes a signal to the shell between itself and us, which ends without passing it on: being
 * handed to another parent is then the only sign that we were told to stop.
 *
 * @param {() => void} act
 */
function whenOrphaned(act) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), 250).unref();
}

let ending = false;

/**
 * @param {string} signal
 * @param {() => Promise<void>} stop
 */
async function end(signal, stop) {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), 1900).unref();
  await stop();
  await closeApp(signal);
  process.exit(0);
}

/** @param {number} actual */
function addresses(actual) {
  if (origin) return [origin];
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const names = everywhere
    ? ['127.0.0.1', ...machineAddresses().filter((address) => !address.startsWith('[fe80'))]
    : [host.includes(':') ? `[${host}]` : host];
  return names.map((name) => `${certFile ? 'https' : 'http'}://${name}:${actual}`);
}

/** @param {NodeJS.ErrnoException} error */
function explain(error) {
  if (error.code === 'EADDRINUSE') {
    return `Something else is using port ${port}. Choose another one:\n\n  PORT=${port + 1} npm start`;
  }
  return error.message;
}
