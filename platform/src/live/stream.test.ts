import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openNodeStream, openWebStream, type EventStream } from './stream.ts';

const kilobyte = `: ${'x'.repeat(1020)}\n\n`;

test('a client that stops reading is dropped before it fills the memory', async () => {
  const ended: string[] = [];
  const opened = Promise.withResolvers<EventStream>();
  const server = createServer((_, outgoing) => opened.resolve(openNodeStream(outgoing, {}, () => ended.push('dropped')))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  socket.on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');

  const stream = await opened.promise;
  // Far more than what the kernel holds for both ends.
  for (let sent = 0; sent < 100_000 && ended.length === 0; sent++) {
    stream.write(kilobyte);
    if (sent % 50 === 0) await setImmediate();
  }
  stream.write(kilobyte);
  stream.end();
  expect(ended).toEqual(['dropped']);
  socket.destroy();
  server.close();
});

test('who left while the answer was being prepared frees the place at once', async () => {
  const ended = Promise.withResolvers<void>();
  const server = createServer((_, outgoing) => outgoing.once('close', () => openNodeStream(outgoing, {}, ended.resolve))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(server, 'request');
  socket.destroy();
  await ended.promise;
  server.close();
});

test('without a socket the same holds: unread news end the stream, and it ends once', async () => {
  let ended = 0;
  const stream = openWebStream(() => ended++);
  for (let sent = 0; sent < 300; sent++) stream.write(kilobyte);
  stream.end();
  expect(ended).toBe(1);
});
