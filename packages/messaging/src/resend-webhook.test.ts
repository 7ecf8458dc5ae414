import { signWebhook } from '@meldewerk/simulators/resend/webhook';
import { expect, test } from 'vitest';
import { readResendWebhook } from './resend-webhook.ts';

const secret = `whsec_${Buffer.from('a-secret-of-24-bytes-or-so').toString('base64')}`;
const event = { type: 'email.bounced', created_at: '2026-11-21T13:00:00Z', data: { email_id: 'mail-1', tags: { delivery: 'd', odd: 1 }, bounce: { type: 'Permanent', subType: 'NoEmail', message: 'jana@example.org' } } };

function signed(body: unknown, at = new Date(), by = secret) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  return { payload, headers: new Headers(signWebhook(by, 'msg_1', at, payload)) };
}

test('what Resend signed is read, without the words that hold the address', () => {
  expect(readResendWebhook(secret, signed(event))).toEqual({
    eventId: 'msg_1', type: 'email.bounced', messageId: 'mail-1', tags: { delivery: 'd' }, bounceType: 'Permanent', bounceSubType: 'NoEmail',
  });
});

test.each([
  ['another secret', signed(event, new Date(), `whsec_${Buffer.from('somebody-elses-secret-xxxx').toString('base64')}`)],
  ['other words under the signature', { ...signed(event), payload: JSON.stringify({ ...event, type: 'email.delivered' }) }],
  ['another id under the signature', { ...signed(event), headers: new Headers({ ...Object.fromEntries(signed(event).headers), 'svix-id': 'msg_2' }) }],
  ['a signature of six minutes ago', signed(event, new Date(Date.now() - 6 * 60_000))],
  ['a signature of six minutes ahead', signed(event, new Date(Date.now() + 6 * 60_000))],
  ['no signature', { payload: JSON.stringify(event), headers: new Headers() }],
  ['a signed body that is no JSON', signed('{')],
])('%s is refused', (_, webhook) => {
  expect(readResendWebhook(secret, webhook)).toBeNull();
});

test.each([['a contact', { type: 'contact.created', data: { id: 'c' } }], ['no data', { type: 'email.sent' }], ['null', null], ['a list', []]])('%s is no word about a mail', (_, body) => {
  expect(readResendWebhook(secret, signed(body))).toBe('notOfAMail');
});
