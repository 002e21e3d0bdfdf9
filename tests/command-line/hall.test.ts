import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { hallAddresses } from '../../src/build/hall-addresses.js';
import { bide } from './capture.ts';

const net = (address: string, internal = false, family = 'IPv4') =>
  ({ address, internal, family }) as NetworkInterfaceInfo;

test('the address of the network in the hall comes first, and none that phones cannot reach', () => {
  expect(
    hallAddresses({
      lo: [net('127.0.0.1', true)],
      docker0: [net('172.17.0.1')],
      utun3: [net('100.64.0.7')],
      eth1: [net('203.0.113.9')],
      wlan0: [net('fe80::1', false, 'IPv6'), net('192.168.1.20')],
    }),
  ).toEqual(['192.168.1.20', '203.0.113.9']);
  expect(hallAddresses({ lo: [net('127.0.0.1', true)] })).toEqual([]);
});

test.each([
  [['--cert', 'a.pem'], /needs its key/],
  [['--cert', 'no-such.pem', '--key', 'no-such.pem'], /no file no-such.pem/],
  [['--port', '0'], /port/],
])('%j is refused before anything is served', async (args, why) => {
  const { code, stderr, stdout } = await bide(['hall', ...args]);
  expect(code).toBe(2);
  expect(stderr).toMatch(why);
  expect(stdout).toBe('');
});
