import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { mayAnswerInHall } from './hall-gate.js';

const from = (remoteAddress: string, url: string) =>
  mayAnswerInHall({ url, headers: {}, socket: { remoteAddress } } as unknown as IncomingMessage);

test.each([
  '/join',
  '/join?wrong',
  '/join/',
  '/join/ABCD2345?/join&question=a/../b',
  '/join/ABCD2345/events?who=x',
  '/sign-in?to=/workshops',
  '/_app/immutable/entry/start.js',
  '/favicon.svg',
  '/portfolio/../join/ABCD2345',
])('a phone of the hall gets %s', (url) => {
  expect(from('192.0.2.7', url)).toBe(true);
});

test.each([
  '/portfolio/south-ayrshire',
  '/join-us',
  '/favicon.svg/x',
  '/join/../portfolio/south-ayrshire',
  '/join/%2e%2e/portfolio/south-ayrshire',
  '/join/.%2E/portfolio',
  '/sign-in/../snapshots',
  '/join/../feed.xml',
  '/_app/x/../../snapshots',
  '/join\\..\\portfolio',
  '/join/..\\portfolio',
  '/join/..%2fportfolio',
  '/join/..%5Cportfolio',
  '/join/%2e%2e%2fportfolio',
  '//join/../portfolio',
  '//other.example/join',
  '/join//x',
  '/join/\t../portfolio',
  'http://other.example/join',
  '@other.example/join',
  '*',
  '',
])('and not %j', async (url) => {
  expect(await from('192.0.2.7', url)).toBe(false);
});

test('the laptop itself gets everything', () => {
  for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect(from(own, '/portfolio')).toBe(true);
  }
});
