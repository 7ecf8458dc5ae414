import { startSimulators, type Simulators } from '@meldewerk/simulators/start';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSendEmail, type SendEmail } from './email.ts';

const mail = { to: 'jana@example.org', subject: 'Ihre Schadenmeldung', text: 'Guten Tag', html: '<p>Guten Tag</p>' };
let simulators: Simulators;
let sendEmail: SendEmail;

beforeAll(async () => {
  simulators = await startSimulators({ now: () => new Date() });
  sendEmail = createSendEmail({ apiKey: 're_test', from: 'Meldewerk <post@meldewerk.example>', baseUrl: simulators.resendUrl, timeoutMs: 1000 });
});
beforeEach(() => simulators.inbox.clear());
afterAll(() => simulators.close());

async function breakResend(mode: string, times = 1) {
  const body = JSON.stringify({ vendor: 'resend', mode, times });
  await fetch(`http://127.0.0.1:${simulators.port}/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

test('a mail arrives with the name of the workshop as its sender', async () => {
  const outcome = await sendEmail({ ...mail, fromName: 'Karosserie "Muster" <GmbH>', replyTo: 'werkstatt@example.org' }, { idempotencyKey: 'a' });
  expect(simulators.inbox.messages()).toMatchObject([
    {
      id: outcome.kind === 'sent' && outcome.vendorId,
      to: 'jana@example.org',
      from: '"Karosserie Muster GmbH" <post@meldewerk.example>',
      replyTo: 'werkstatt@example.org',
      subject: 'Ihre Schadenmeldung',
    },
  ]);
});

test('the tags of a mail stay with it', async () => {
  await sendEmail({ ...mail, tags: { tenant: 'a-1', round: '2' } }, { idempotencyKey: 'tagged' });
  expect(simulators.inbox.messages()).toMatchObject([{ tags: { tenant: 'a-1', round: '2' } }]);
});

test('the same mail under the same key is sent once', async () => {
  const first = await sendEmail(mail, { idempotencyKey: 'b' });
  expect(await sendEmail(mail, { idempotencyKey: 'b' })).toEqual(first);
  expect(simulators.inbox.messages()).toHaveLength(1);
});

test('another mail under a used key is refused for good', async () => {
  await sendEmail(mail, { idempotencyKey: 'c' });
  const outcome = await sendEmail({ ...mail, subject: 'Andere' }, { idempotencyKey: 'c' });
  expect(outcome).toEqual({ kind: 'failed', permanent: true, errorCode: 'invalid_idempotent_request' });
});

test('a mail that was accepted without an answer is unknown, and repeating it does not double it', async () => {
  await breakResend('timeoutAfterAccept');
  expect(await sendEmail(mail, { idempotencyKey: 'd' })).toEqual({ kind: 'unknown', errorCode: 'timeout' });
  const [accepted] = simulators.inbox.messages();
  expect(await sendEmail(mail, { idempotencyKey: 'd' })).toEqual({ kind: 'sent', vendorId: accepted?.id });
  expect(simulators.inbox.messages()).toHaveLength(1);
});

test('an outage and too many requests pass', async () => {
  await breakResend('down');
  expect(await sendEmail(mail, { idempotencyKey: 'e' })).toEqual({ kind: 'failed', permanent: false, errorCode: 'internal_server_error' });
  await breakResend('rateLimited');
  expect(await sendEmail(mail, { idempotencyKey: 'e' })).toEqual({
    kind: 'failed', permanent: false, errorCode: 'rate_limit_exceeded', retryAfterSeconds: 2,
  });
  expect(await sendEmail(mail, { idempotencyKey: 'e' })).toMatchObject({ kind: 'sent' });
});

test('an address nobody can have is refused for good', async () => {
  const outcome = await sendEmail({ ...mail, to: 'nobody' }, { idempotencyKey: 'f' });
  expect(outcome).toEqual({ kind: 'failed', permanent: true, errorCode: 'validation_error' });
});

test('a line break in a subject does not reach the vendor', async () => {
  await sendEmail({ ...mail, subject: 'Schaden\r\nBcc: fremd@example.org' }, { idempotencyKey: 'g' });
  expect(simulators.inbox.messages()).toMatchObject([{ subject: 'Schaden Bcc: fremd@example.org' }]);
});

test('a mail beyond two megabytes is not even tried', async () => {
  const outcome = await sendEmail({ ...mail, text: 'x'.repeat(3_000_000) }, { idempotencyKey: 'h' });
  expect(outcome).toEqual({ kind: 'failed', permanent: true, errorCode: 'mailTooLarge' });
});
