import { expect, test } from 'vitest';
import { draftTokenSchema } from '@meldewerk/contract/draft';
import { idSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';
import { deviceRandomness, isForgotten, newDraft } from './draft.ts';
import { receivedDraft } from './received-draft.ts';

const day = 24 * 60 * 60 * 1000;
const randomness = { ...deviceRandomness, now: () => 0 };

test('a draft carries ids and a token the server accepts', () => {
  const draft = newDraft(deviceRandomness, 'de');
  expect(v.is(idSchema, draft.id)).toBe(true);
  expect(v.is(idSchema, draft.idempotencyKey)).toBe(true);
  expect(v.is(draftTokenSchema, draft.token)).toBe(true);
  expect(newDraft(deviceRandomness, 'de').token).not.toBe(draft.token);
});

test('a draft on a foreign page is forgotten after fourteen days, on the workshop’s own page never', () => {
  const draft = newDraft(randomness, 'de');
  expect(isForgotten(draft, false, 14 * day)).toBe(false);
  expect(isForgotten(draft, false, 14 * day + 1)).toBe(true);
  expect(isForgotten(draft, true, 400 * day)).toBe(false);
});

test('after sending nothing of the customer stays on the device but the receipt', () => {
  const draft = { ...newDraft(randomness, 'de'), answers: { incidentDescription: 'geheim' }, reporter: { email: 'jana@example.com', phone: ' ' }, vehicle: { vin: 'WVWZZZ' } };
  const received = receivedDraft(draft, { reportId: draft.id, reference: 'SM-2026-000001', submittedAt: '2026-11-21T12:00:00Z' }, randomness);
  expect(received).toMatchObject({ receipt: { reference: 'SM-2026-000001', confirmedBy: ['email'] }, answers: {}, reporter: {}, vehicle: {}, category: null });
  expect(received.token).not.toBe(draft.token);
  expect(JSON.stringify(received)).not.toMatch(/geheim|jana|WVW/);
});
