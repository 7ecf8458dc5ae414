import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { callLoopback } from './call-back.ts';

const addresses: string[] = [];

test('a name under localhost is called on this machine under that name, and nobody else is called', async () => {
  const server = createServer((request, response) => {
    addresses.push(`${request.headers.host}${request.url}`);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const call = (url: string) => callLoopback({ url, headers: { 'content-type': 'text/plain' }, body: 'x' });
  await call(`http://werkstatt.localhost:${port}/a?b=1`);
  for (const url of [`http://example.org:${port}/`, `https://localhost:${port}/`, 'http://127.0.0.1:1/', 'nowhere']) await call(url);
  server.close();
  expect(addresses).toEqual([`werkstatt.localhost:${port}/a?b=1`]);
});
