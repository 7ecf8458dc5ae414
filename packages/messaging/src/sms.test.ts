import { startSimulators, type Simulators } from '@meldewerk/simulators/start';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSendSms, isSignedByTwilio, type SmsChannel } from './sms.ts';

const account = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'secret', from: 'Meldewerk', timeoutMs: 1000 };
const to = '+4915112345678';
const start = new Date('2026-11-21T13:00:00.400Z');
let now = start;
let simulators: Simulators;
let sms: SmsChannel;

beforeAll(async () => {
  simulators = await startSimulators({ now: () => now });
  sms = createSendSms({ ...account, baseUrl: simulators.twilioUrl });
});
beforeEach(() => {
  now = start;
  simulators.inbox.clear();
});
afterAll(() => simulators.close());

async function breakTwilio(mode: string) {
  const body = JSON.stringify({ vendor: 'twilio', mode, times: 1 });
  await fetch(`http://127.0.0.1:${simulators.port}/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

test('an SMS arrives', async () => {
  const outcome = await sms.send({ to, text: 'Ihre Schadenmeldung ist angekommen.' });
  expect(simulators.inbox.messages()).toMatchObject([
    { id: outcome.kind === 'sent' && outcome.vendorId, to, from: 'Meldewerk', text: 'Ihre Schadenmeldung ist angekommen.' },
  ]);
});

test('an SMS that was accepted without an answer is unknown, and can be found', async () => {
  await breakTwilio('timeoutAfterAccept');
  expect(await sms.send({ to, text: 'Hallo' })).toEqual({ kind: 'unknown', errorCode: 'timeout' });
  const [accepted] = simulators.inbox.messages();
  expect(await sms.findSent(to, 'Hallo', start)).toEqual({ kind: 'found', vendorId: accepted?.id });
});

test('an SMS that an outage kept from the vendor is unknown, and is not found', async () => {
  await breakTwilio('down');
  expect(await sms.send({ to, text: 'Hallo' })).toEqual({ kind: 'unknown', errorCode: '20503' });
  expect(await sms.findSent(to, 'Hallo', start)).toEqual({ kind: 'notFound' });
});

test('neither an older SMS nor another text nor another number is taken for this one', async () => {
  await sms.send({ to, text: 'Hallo' });
  expect(await sms.findSent(to, 'Hallo', new Date(start.getTime() + 3_600_000))).toEqual({ kind: 'notFound' });
  expect(await sms.findSent(to, 'Anders', start)).toEqual({ kind: 'notFound' });
  expect(await sms.findSent('+4917000000000', 'Hallo', start)).toEqual({ kind: 'notFound' });
});

test('opting out and numbers that cannot be reached are final', async () => {
  for (const code of [21211, 21614, 21610, 21408, 21612]) {
    expect(await sms.send({ to: `+49150000${code}`, text: 'Hallo' })).toEqual({ kind: 'failed', permanent: true, errorCode: String(code) });
  }
});

test('too many requests pass after the wait the vendor names', async () => {
  await breakTwilio('rateLimited');
  expect(await sms.send({ to, text: 'Hallo' })).toEqual({ kind: 'failed', permanent: false, errorCode: '20429', retryAfterSeconds: 2 });
});

test('a sender that does not fit keeps the SMS waiting for the operator', async () => {
  const misconfigured = createSendSms({ ...account, from: 'Viel zu lang fuer SMS', baseUrl: simulators.twilioUrl });
  expect(await misconfigured.send({ to, text: 'Hallo' })).toEqual({ kind: 'failed', permanent: false, errorCode: '21212' });
});

test('status callbacks carry a signature that holds for this address and these words only', async () => {
  const receiver = await receiveCallbacks();
  const url = `http://127.0.0.1:${(receiver.server.address() as AddressInfo).port}/callbacks`;
  const outcome = await sms.send({ to: '+4915000030003', text: 'Hallo', statusCallbackUrl: url });
  const last = await receiver.final;
  receiver.server.close();
  expect(last.params).toMatchObject({ MessageSid: outcome.kind === 'sent' && outcome.vendorId, MessageStatus: 'undelivered', ErrorCode: '30003' });
  expect(isSignedByTwilio(account.authToken, { ...last, url })).toBe(true);
  expect(isSignedByTwilio(account.authToken, { ...last, url, params: { ...last.params, MessageStatus: 'delivered' } })).toBe(false);
  expect(isSignedByTwilio('other', { ...last, url })).toBe(false);
});

type Callback = { signature: string; params: Record<string, string> };

async function receiveCallbacks(): Promise<{ server: Server; final: Promise<Callback> }> {
  const { promise, resolve } = Promise.withResolvers<Callback>();
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const params = Object.fromEntries(new URLSearchParams(body));
    response.end();
    if (params.MessageStatus === 'undelivered') resolve({ signature: String(request.headers['x-twilio-signature']), params });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, final: promise };
}
