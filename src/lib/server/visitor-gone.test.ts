import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { isVisitorGone } from './visitor-gone.ts';

/** What a server of Node says of a body whose sender ends the connection like this. */
async function errorOfBody(leave: (sender: Socket) => void): Promise<unknown> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sender = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sender.write('POST / HTTP/1.1\r\nhost: here\r\ncontent-length: 1000\r\n\r\nhalf');
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  const [error] = await Promise.all([
    once(request.resume(), 'error').then(([reason]: unknown[]) => reason),
    leave(sender),
  ]);
  server.close();
  return error;
}

test('a visitor who goes away in the middle of sending is told from a fault', async () => {
  expect(isVisitorGone(await errorOfBody((sender) => sender.destroy()))).toBe(true);
  expect(isVisitorGone(await errorOfBody((sender) => sender.resetAndDestroy()))).toBe(true);
});

test('a connection that the server lost itself is a fault', async () => {
  const database = connect(1, '127.0.0.1');
  const [refused] = (await once(database, 'error')) as unknown[];
  const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  for (const fault of [refused, lost, new Error('aborted'), null, 'aborted']) {
    expect(isVisitorGone(fault)).toBe(false);
  }
});
