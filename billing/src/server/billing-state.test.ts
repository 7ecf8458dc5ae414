import { expect, test } from 'vitest';
import { billingState, suspendsAt, type Standing } from './billing-state.ts';

const failed = new Date('2026-12-01T09:00:00Z');
const on = (status: string) => ({ status, cancelledAt: null });
const standing = (changes: Partial<Standing>): Standing => ({ subscription: on('active'), openInvoices: 0, failedSince: null, graceDays: 14, now: new Date('2026-12-02T09:00:00Z'), ...changes });

test.each<[string, Partial<Standing>, string]>([
  ['nothing was ordered', { subscription: null }, 'setup'],
  ['nothing was ordered, whatever is open', { subscription: null, openInvoices: 1, failedSince: failed }, 'setup'],
  ['it has not begun', { subscription: on('future') }, 'trial'],
  ['it is on trial', { subscription: on('in_trial') }, 'trial'],
  ['it runs', {}, 'active'],
  ['it ends with the term', { subscription: on('non_renewing') }, 'active'],
  ['it is paused', { subscription: on('paused') }, 'active'],
  ['an invoice is being debited', { openInvoices: 1 }, 'active'],
  ['a debit failed, and was made good', { failedSince: failed }, 'active'],
  ['a debit failed', { openInvoices: 1, failedSince: failed }, 'pastDue'],
  ['a debit failed on trial', { subscription: on('in_trial'), openInvoices: 1, failedSince: failed }, 'pastDue'],
  ['the last moment of grace', { openInvoices: 2, failedSince: failed, now: new Date('2026-12-15T08:59:59.999Z') }, 'pastDue'],
  ['grace is over', { openInvoices: 2, failedSince: failed, now: new Date('2026-12-15T09:00:00Z') }, 'suspended'],
  ['there is no grace', { openInvoices: 1, failedSince: failed, graceDays: 0, now: failed }, 'suspended'],
  ['it was cancelled', { subscription: on('cancelled') }, 'cancelled'],
  ['it was cancelled with something open', { subscription: on('cancelled'), openInvoices: 1, failedSince: failed }, 'cancelled'],
  ['it went to another site', { subscription: on('transferred') }, 'cancelled'],
])('when %s: %j → %s', (_, changes, state) => {
  expect(billingState(standing(changes))).toBe(state);
});

test('grace counts whole days from the failure', () => {
  expect(suspendsAt(failed, 14).toISOString()).toBe('2026-12-15T09:00:00.000Z');
});
