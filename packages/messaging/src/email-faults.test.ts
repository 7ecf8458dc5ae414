import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createSendEmail } from './email.ts';

const url = 'https://api.resend.test/emails';
const server = setupServer();
const sendEmail = createSendEmail({ apiKey: 're_test', from: 'post@meldewerk.example', baseUrl: 'https://api.resend.test', timeoutMs: 1000 });
const send = () => sendEmail({ to: 'jana@example.org', subject: 'S', text: 't', html: '<p>t</p>' }, { idempotencyKey: 'k' });
const refuse = (status: number, name: string, headers: Record<string, string> = {}) =>
  server.use(http.post(url, () => HttpResponse.json({ name, statusCode: status, message: 'no' }, { status, headers })));

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('no answer in time is unknown', async () => {
  server.use(http.post(url, async () => (await delay('infinite'), HttpResponse.json({ id: 'x' }))));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'timeout' });
});

test('a connection that breaks is unknown', async () => {
  server.use(http.post(url, () => HttpResponse.error()));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'noAnswer' });
});

test('an acceptance that cannot be read is unknown', async () => {
  server.use(http.post(url, () => new HttpResponse('{"id":', { headers: { 'content-type': 'application/json' } })));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'noAnswer' });
  server.use(http.post(url, () => HttpResponse.json({})));
  expect(await send()).toEqual({ kind: 'unknown', errorCode: 'malformedAnswer' });
});

test('an error page of a gateway is a passing failure', async () => {
  server.use(http.post(url, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })));
  expect(await send()).toEqual({ kind: 'failed', permanent: false, errorCode: 'application_error' });
});

test('two equal requests at once are tried again later', async () => {
  refuse(409, 'concurrent_idempotent_requests');
  expect(await send()).toEqual({ kind: 'failed', permanent: false, errorCode: 'concurrent_idempotent_requests' });
});

test('the wait the vendor asks for is kept, up to a day', async () => {
  refuse(429, 'rate_limit_exceeded', { 'retry-after': '7' });
  expect(await send()).toMatchObject({ permanent: false, retryAfterSeconds: 7 });
  refuse(429, 'daily_quota_exceeded', { 'retry-after': '9999999' });
  expect(await send()).toMatchObject({ permanent: false, retryAfterSeconds: 86_400 });
});

test('a fault of our own set-up keeps the mail waiting', async () => {
  for (const [status, name] of [[401, 'missing_api_key'], [403, 'validation_error'], [422, 'invalid_from_address']] as const) {
    refuse(status, name);
    expect(await send()).toMatchObject({ kind: 'failed', permanent: false, errorCode: name });
  }
});

test('the SDK prints nothing, even when its debug variable is set', async () => {
  vi.stubEnv('RESEND_DEBUG', 'true');
  const printed = vi.spyOn(console, 'error');
  refuse(422, 'validation_error');
  await createSendEmail({ apiKey: 're_test', from: 'a@b.example', baseUrl: 'https://api.resend.test', timeoutMs: 1000 })(
    { to: 'jana@example.org', subject: 'S', text: 't', html: 't' },
    { idempotencyKey: 'k' },
  );
  expect(printed).not.toHaveBeenCalled();
  vi.unstubAllEnvs();
});
