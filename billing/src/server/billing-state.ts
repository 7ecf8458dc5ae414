import type { BillingState } from '@meldewerk/contract/billing';

export type Standing = {
  /** The one that counts, or null before there is any. */
  subscription: { status: string; cancelledAt: Date | null } | null;
  /** How many invoices are not paid. */
  openInvoices: number;
  /** The first failed or returned debit of an invoice that is still open. */
  failedSince: Date | null;
  graceDays: number;
  now: Date;
};

const dayMs = 24 * 60 * 60 * 1000;

/** Where an account stands, from what Chargebee says of its subscription and invoices alone. */
export function billingState({ subscription, openInvoices, failedSince, graceDays, now }: Standing): BillingState {
  if (!subscription) return 'setup';
  if (subscription.status === 'cancelled' || subscription.status === 'transferred') return 'cancelled';
  if (openInvoices > 0 && failedSince) return now >= suspendsAt(failedSince, graceDays) ? 'suspended' : 'pastDue';
  return subscription.status === 'in_trial' || subscription.status === 'future' ? 'trial' : 'active';
}

/** When new links stop, or have stopped, unless what is open is paid. */
export function suspendsAt(failedSince: Date, graceDays: number): Date {
  return new Date(failedSince.getTime() + graceDays * dayMs);
}
