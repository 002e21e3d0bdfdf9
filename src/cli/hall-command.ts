import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hallAddresses } from '../build/hall-addresses.js';
import { Misuse, type ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

export interface HallOptions {
  port: number;
  data: string;
  models?: string;
  /** The name or number that phones reach this machine by; absent: found out. */
  address?: string;
  cert?: string;
  key?: string;
}

/** `bide hall`: serve this laptop to the phones in a hall, until it is stopped. */
export async function hallCommand(
  options: HallOptions,
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const { port, data, models, cert, key } = options;
  if ((cert === undefined) !== (key === undefined)) {
    throw new Misuse(
      'A certificate needs its key, and a key its certificate: give --cert and --key.',
    );
  }
  for (const file of [cert, key]) {
    if (file && !existsSync(file)) throw new Misuse(`There is no file ${file}.`);
  }
  const found = options.address ? [options.address] : hallAddresses();
  if (found.length === 0) {
    throw new Misuse(
      'This machine is on no network. Connect it to the one in the hall, or to a phone that shares\n' +
        'its own; or hold the workshop on paper, which needs none.',
    );
  }
  const [address, ...others] = found;
  const name = address.includes(':') ? `[${address}]` : address;
  const at = `${cert ? 'https' : 'http'}://${name}:${port}`;
  stdout.write(`Phones must be on the same network as this machine: they open ${at}/join\n`);
  if (others.length > 0) {
    stdout.write(`It has other addresses, ${others.join(', ')}: choose one with --address.\n`);
  }
  stdout.write(
    'Try it with one phone before people come. Where it finds nothing, the network may keep its\n' +
      'devices apart, or a firewall on this machine may be in the way: allow Node.js to be reached,\n' +
      'use the network of a phone or a small router, or take paper.\n\n',
  );
  const server = spawn(process.execPath, [startScript()], {
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: '0.0.0.0',
      PORT: String(port),
      BIDE_DATA: data,
      BIDE_HALL_ADDRESS: at,
      ...(models ? { BIDE_MODELS: models } : {}),
      ...(cert && key ? { BIDE_CERTIFICATE: cert, BIDE_KEY: key } : {}),
    },
  });
  // A terminal tells both of us to stop; a signal that was meant for this process alone is passed on.
  const pass = () => void server.kill('SIGTERM');
  process.on('SIGTERM', pass);
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  const [code] = (await once(server, 'exit')) as [number | null];
  process.off('SIGTERM', pass);
  process.off('SIGINT', ignore);
  return code === 0 ? 0 : 1;
}

/** The script that serves, in the same checkout as the command that was called. */
function startScript(): string {
  return join(dirname(realpathSync(process.argv[1])), '..', 'build', 'start.js');
}
