import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createSendSms } from './sms.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`;
const server = setupServer();
const sms = createSendSms({ accountSid, authToken: 'secret', from: 'Meldewerk', timeoutMs: 1000 });
const send = () => sms.send({ to: '+4915112345678', text: 'Hallo' });
const answer = (response: () => Response | Promise<Response>) => server.use(http.all(url, response));

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('no answer in time is unknown', async () => {
  answer(async () => (await delay('infinite'), HttpResponse.json({})));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'timeout' });
});

test('a connection that breaks is unknown', async () => {
  answer(() => HttpResponse.error());
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'noAnswer' });
});

test('a connection that never came about is a passing failure', async () => {
  const unreachable = createSendSms({ accountSid, authToken: 'secret', from: 'Meldewerk', baseUrl: 'http://127.0.0.1:1', timeoutMs: 1000 });
  server.close();
  expect(await unreachable.send({ to: '+4915112345678', text: 'Hallo' })).toEqual({ kind: 'failed', permanent: false, errorCode: 'unreachable' });
  server.listen({ onUnhandledFrame: 'error' });
});

test('an acceptance that cannot be read is unknown', async () => {
  answer(() => new HttpResponse('{"sid":', { status: 201, headers: { 'content-type': 'application/json' } }));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'malformedAnswer' });
  answer(() => HttpResponse.json({ status: 'queued' }, { status: 201 }));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'malformedAnswer' });
});

test('a server error is unknown, for the SMS may be out', async () => {
  answer(() => HttpResponse.json({ code: 20500, message: 'Internal', status: 500 }, { status: 500 }));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: '20500' });
  answer(() => new HttpResponse('Bad gateway', { status: 502 }));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'http502' });
});

test('too many requests pass, with the wait the vendor asks for', async () => {
  answer(() => HttpResponse.json({ code: 20429, status: 429 }, { status: 429, headers: { 'retry-after': '11' } }));
  expect(await send()).toEqual({ kind: 'failed', permanent: false, errorCode: '20429', retryAfterSeconds: 11 });
});

test('wrong credentials keep the SMS waiting', async () => {
  answer(() => HttpResponse.json({ code: 20003, status: 401 }, { status: 401 }));
  expect(await send()).toMatchObject({ kind: 'failed', permanent: false, errorCode: '20003' });
});

test('a look-up that fails never says that the SMS was not sent', async () => {
  answer(() => HttpResponse.json({ code: 20500, status: 500 }, { status: 500 }));
  expect(await sms.findSent('+4915112345678', 'Hallo', new Date(0))).toEqual({ kind: 'unknown', errorCode: '20500' });
  answer(() => HttpResponse.error());
  expect(await sms.findSent('+4915112345678', 'Hallo', new Date(0))).toEqual({ kind: 'unknown', errorCode: 'noAnswer' });
  answer(() => HttpResponse.json({}));
  expect(await sms.findSent('+4915112345678', 'Hallo', new Date(0))).toMatchObject({ kind: 'unknown' });
});

test('the SDK prints nothing, even when its log variable is set', async () => {
  vi.stubEnv('TWILIO_LOG_LEVEL', 'debug');
  const printed = vi.spyOn(console, 'log');
  answer(() => HttpResponse.json({ code: 21211, status: 400 }, { status: 400 }));
  await createSendSms({ accountSid, authToken: 'secret', from: 'Meldewerk', timeoutMs: 1000 }).send({ to: '+49', text: 'Hallo' });
  expect(printed).not.toHaveBeenCalled();
  vi.unstubAllEnvs();
});
