import { expect, test } from 'vitest';
import { daysLeft, withdrawalState } from './withdrawal-clock.ts';

const now = new Date('2026-11-20T10:00:00Z');
const withdrawal = { noticeVersion: 2, noticeReceivedAt: null, earlyStartRequestedAt: null, handedOverAt: null, contractConcludedAt: null, endsAt: '2026-12-04T22:59:59Z', declaration: null };

test('the clock counts the day that is running as a whole one', () => {
  expect(daysLeft('2026-12-04T22:59:59Z', now)).toBe(15);
  expect(daysLeft('2026-11-20T22:59:59Z', now)).toBe(1);
  expect(daysLeft('2026-11-20T09:59:59Z', now)).toBe(0);
});

test('a declared withdrawal counts more than the clock', () => {
  expect(withdrawalState({ ...withdrawal, declaration: { id: 'x', declaredAt: '2026-11-20T09:00:00Z', name: 'A', statement: '' } }, now)).toBe('declared');
  expect(withdrawalState(withdrawal, now)).toBe('running');
  expect(withdrawalState({ ...withdrawal, endsAt: '2026-11-19T22:59:59Z' }, now)).toBe('over');
  expect(withdrawalState({ ...withdrawal, endsAt: null }, now)).toBe('none');
  expect(withdrawalState(null, now)).toBe('none');
});
