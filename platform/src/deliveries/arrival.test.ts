import { deliveryArrivals } from '@meldewerk/contract/delivery';
import { expect, test } from 'vitest';
import { arrivalOfMail, arrivalOfSms, mayFollow } from './arrival.ts';

test('nothing leads back: only a delivered mail can yet come back or be called spam', () => {
  const ways = deliveryArrivals.flatMap((known) => deliveryArrivals.filter((next) => mayFollow(known, next)).map((next) => `${known} → ${next}`));
  expect(ways).toEqual(['delivered → bounced', 'delivered → complained']);
  expect(deliveryArrivals.every((next) => mayFollow(null, next))).toBe(true);
});

test.each([
  ['delivered', null, { kind: 'delivered', code: null }],
  ['undelivered', '30003', { kind: 'undelivered', code: '30003' }],
  ['failed', 'to +49 151 is not possible', { kind: 'undelivered', code: null }],
  ['sent', null, null],
  ['teleported', null, null],
])('an SMS that is %s (%s)', (status, code, arrival) => {
  expect(arrivalOfSms(status, code)).toEqual(arrival);
});

test.each([
  ['email.delivered', null, null, { kind: 'delivered', code: null }],
  ['email.bounced', 'Permanent', 'NoEmail', { kind: 'bounced', code: 'NoEmail' }],
  ['email.bounced', 'Transient', 'MailboxFull', { kind: 'undelivered', code: 'MailboxFull' }],
  ['email.bounced', null, null, { kind: 'bounced', code: null }],
  ['email.complained', null, null, { kind: 'complained', code: null }],
  ['email.suppressed', null, null, { kind: 'bounced', code: 'Suppressed' }],
  ['email.delivery_delayed', null, null, null],
  ['email.opened', null, null, null],
])('%s (%s, %s)', (type, bounceType, bounceSubType, arrival) => {
  expect(arrivalOfMail({ type, bounceType, bounceSubType, eventId: 'e', messageId: 'm', tags: {} })).toEqual(arrival);
});
