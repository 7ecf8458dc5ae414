import type { Transaction } from '@meldewerk/db/client';
import type { billingAccounts, billingPaymentSources } from '@meldewerk/db/schema-billing';
import { suspendsAt } from '../billing-state.ts';
import type { Billing } from '../billing.ts';
import { readStanding } from '../read-standing.ts';
import { recordNotice, type Notice } from '../record-notice.ts';
import { lapsesAt, readDebitedSource } from './debited-source.ts';

type Account = typeof billingAccounts.$inferSelect;

const dayMs = 24 * 60 * 60 * 1000;
/** How many days ahead each is told. The mandate promises two days before a debit; five leave time to read mail and to move money. */
const daysAhead = { preNotification: 5, suspension: 5, trialEnd: 7, mandateLapse: 30 };
/** Given on the vendor's own pages, a bank account is known before we have heard who gave it. */
const settledMs = 2 * 60 * 60 * 1000;

/** Orders the mails that come due by the clock: of an account as it was just settled, each once. */
export async function noticesOfTime(billing: Billing, tx: Transaction, account: Account): Promise<void> {
  const { subscription } = await readStanding(billing, tx, account.tenantId);
  const found = await readDebitedSource(tx, account.tenantId);
  const now = billing.businessNow();
  const runs = subscription !== null && (subscription.status === 'active' || subscription.status === 'in_trial') && subscription.cancelsAt === null;
  const due: Notice[] = [];
  if (account.state === 'pastDue' && account.pastDueSince && isSoon(now, suspendsAt(account.pastDueSince, billing.config.graceDays), daysAhead.suspension)) {
    due.push({ kind: 'suspensionAhead', subject: account.pastDueSince.toISOString() });
  }
  if (runs && subscription.status === 'in_trial' && isSoon(now, subscription.trialEndsAt, daysAhead.trialEnd)) due.push({ kind: 'trialEnding', subject: `${subscription.id}/${dayOf(subscription.trialEndsAt)}` });
  if (runs && found && isSoon(now, subscription.nextBillingAt, daysAhead.preNotification)) due.push({ kind: 'preNotification', subject: `${subscription.id}/${dayOf(subscription.nextBillingAt)}` });
  if (runs && found) due.push(...mandateNotices(now, account, found));
  for (const notice of due) await recordNotice(billing, tx, account.tenantId, notice);
}

function mandateNotices(now: Date, account: Account, { source, usedAt, isEnrolled }: { source: typeof billingPaymentSources.$inferSelect; usedAt: Date | null; isEnrolled: boolean }): Notice[] {
  const lapse = lapsesAt(source, usedAt);
  const fromElsewhere = !isEnrolled && source.createdAt > account.createdAt && now.getTime() - source.createdAt.getTime() > settledMs;
  return [
    ...(source.status === 'expiring' ? [{ kind: 'mandateLapsing' as const, subject: source.id }] : []),
    ...(isSoon(now, lapse, daysAhead.mandateLapse) ? [{ kind: 'mandateLapsing' as const, subject: `${source.id}/${dayOf(lapse)}` }] : []),
    ...(fromElsewhere ? [{ kind: 'mandateChanged' as const, subject: source.id }] : []),
  ];
}

function isSoon(now: Date, then: Date | null, days: number): then is Date {
  return then !== null && then > now && then.getTime() - now.getTime() <= days * dayMs;
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
