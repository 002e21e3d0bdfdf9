import { expect, test } from 'vitest';
import { hostCheck, machineAddresses } from './host-check.js';

test.each(['localhost', 'localhost:4173', 'LOCALHOST:1', '127.0.0.1:4173', '[::1]', '[::1]:80'])(
  'this machine calls itself %s',
  (host) => expect(hostCheck()(host)).toBe(true),
);

test.each([
  undefined,
  '',
  'rebound.example',
  'localhost.rebound.example',
  'localhost@rebound.example',
  'rebound.example/localhost',
  '127.0.0.1.rebound.example',
  '192.168.1.20:4173',
  '[::1',
])('no page gets at the server as %s', (host) => expect(hostCheck()(host)).toBe(false));

test('configured names count, with or without a port', () => {
  const isOurHost = hostCheck({ extra: ['bide.example', ' Other.Example:8080'] });
  expect(isOurHost('bide.example:4173')).toBe(true);
  expect(isOurHost('other.example')).toBe(true);
});

test('the addresses of this machine count when it serves a network', () => {
  const isOurHost = hostCheck({ ownAddresses: () => ['192.168.1.20', '[fd00::5]'] });
  expect(isOurHost('192.168.1.20:4173')).toBe(true);
  expect(isOurHost('[fd00::5]:4173')).toBe(true);
  expect(isOurHost('192.168.1.21')).toBe(false);
});

test('the addresses of this machine are written as in a URL', () => {
  for (const address of machineAddresses()) {
    expect(() => new URL(`http://${address.replace(/%[^\]]+/, '')}/`)).not.toThrow();
  }
});
