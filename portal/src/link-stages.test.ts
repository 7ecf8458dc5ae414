import type { Delivery } from '@meldewerk/contract/delivery';
import type { LinkSummary } from '@meldewerk/contract/link-state';
import { expect, test } from 'vitest';
import { linkStages } from './link-stages.ts';

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const link = (changes: Partial<LinkSummary> = {}): LinkSummary => ({
  state: 'sent', generation: 1, expiresAt: at(59), sentAt: at(0), openedAt: null, begunAt: null, lastStep: null, lastActiveAt: null, withdrawnAt: null, ...changes,
});
const sms = (changes: Partial<Delivery>): Delivery => ({
  id: '0b6f1b1e-8a54-4c39-9f6b-2f7a1a0c9d11', target: 'customerSms', purpose: 'link', standsInFor: null, eventSequence: null, recipient: '', recipientDisplay: '', state: 'sent', vendorId: null,
  createdAt: at(0), sentAt: at(1), nextAttemptAt: null, errorCode: null, arrival: null, arrivalAt: null, arrivalCode: null, subject: null, text: '', attachments: [], attempts: [], ...changes,
});
const states = (...args: Parameters<typeof linkStages>) => linkStages(...args).map(({ state }) => state);

test('the stages follow the message and then the customer', () => {
  expect(states({ link: link({ sentAt: null }), deliveries: [], submittedAt: null })).toEqual(['open', 'open', 'open', 'open', 'open']);
  expect(states({ link: link(), deliveries: [sms({})], submittedAt: null })).toEqual(['done', 'open', 'open', 'open', 'open']);
  expect(states({ link: link(), deliveries: [sms({ arrival: 'delivered', arrivalAt: at(2) })], submittedAt: null })).toEqual(['done', 'done', 'open', 'open', 'open']);
  expect(states({ link: link({ openedAt: at(3), begunAt: at(4) }), deliveries: [sms({})], submittedAt: at(9) })).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('a message that did not get through is red where it stopped', () => {
  expect(states({ link: link(), deliveries: [sms({ state: 'failed', sentAt: null })], submittedAt: null })).toEqual(['failed', 'open', 'open', 'open', 'open']);
  expect(states({ link: link(), deliveries: [sms({ arrival: 'undelivered', arrivalAt: at(2) })], submittedAt: null })).toEqual(['done', 'failed', 'open', 'open', 'open']);
});

test('who has opened the link has it, whatever became of the message', () => {
  expect(states({ link: link({ openedAt: at(5) }), deliveries: [sms({ arrival: 'undelivered', arrivalAt: at(2) })], submittedAt: null })).toEqual(['done', 'done', 'done', 'open', 'open']);
});

test('a renewed link has not been sent, whatever became of the one before', () => {
  const deliveries = [sms({ arrival: 'delivered', arrivalAt: at(2) })];
  expect(states({ link: link({ generation: 2, sentAt: null }), deliveries, submittedAt: null })).toEqual(['open', 'open', 'open', 'open', 'open']);
  expect(states({ link: link({ generation: 2, sentAt: at(9) }), deliveries, submittedAt: null })).toEqual(['done', 'open', 'open', 'open', 'open']);
});

test('the newest message counts', () => {
  const deliveries = [sms({ createdAt: at(5), sentAt: at(6) }), sms({ state: 'failed', sentAt: null })];
  expect(states({ link: link(), deliveries, submittedAt: null })).toEqual(['done', 'open', 'open', 'open', 'open']);
});
