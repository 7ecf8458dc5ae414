import type { BillingState } from '@meldewerk/contract/billing';
import type { Transaction } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { billingAccounts, billingMandates, billingPaymentSources, billingStateChanges } from '@meldewerk/db/schema-billing';
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { billingState, suspendsAt } from './billing-state.ts';
import { BillingFault } from './billing-fault.ts';
import type { Billing } from './billing.ts';
import { noticesOfMoney } from './notices/notices-of-money.ts';
import { readStanding, type CurrentSubscription } from './read-standing.ts';
import { recordAudit } from './record-audit.ts';
import { recordNotice } from './record-notice.ts';

export type Settled = { before: BillingState; state: BillingState };

type Account = typeof billingAccounts.$inferSelect;
type Outcome = { state: BillingState; since: Date | null; pastDueSince: Date | null; linksStoppedAt: Date | null; subscription: CurrentSubscription | null };

/**
 * Draws from the copies of Chargebee's resources where the account stands, and does what follows: the state, whether new links
 * may be made, the mails. Inside `inTenant`, after the copies were written. Again with the same copies it does nothing, and it
 * comes to the same whatever order they came in.
 */
export async function settleAccount(billing: Billing, tx: Transaction, tenantId: string): Promise<Settled> {
  const account = await lockAccount(tx, tenantId);
  const { subscription, openInvoices, failedSince } = await readStanding(billing, tx, tenantId);
  const { graceDays } = billing.config;
  const state = billingState({ subscription, openInvoices, failedSince, graceDays, now: billing.businessNow() });
  const outcome = { state, subscription, pastDueSince: openInvoices > 0 ? failedSince : null, ...sinceWhen(state, { failedSince, graceDays, cancelledAt: subscription?.cancelledAt ?? null }) };
  await writeOutcome(billing, tx, account, outcome);
  await noteChange(billing, tx, tenantId, outcome);
  await endMandates(billing, tx, tenantId);
  await noticesOfMoney(billing, tx, account);
  if (subscription?.cancelsAt && state !== 'cancelled') await recordNotice(billing, tx, tenantId, { kind: 'cancelled', subject: `ahead/${subscription.id}/${subscription.cancelsAt.toISOString()}` });
  if (state !== account.state) await announceState(billing, tx, account, outcome);
  return { before: account.state, state };
}

/** One settles at a time: who waited sees what the other has copied. */
export async function lockAccount(tx: Transaction, tenantId: string): Promise<Account> {
  const [account] = await tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId)).for('update');
  if (!account) throw new BillingFault('notFound');
  return account;
}

/** By the copies where they tell, so that learning of it a day late makes no difference. */
function sinceWhen(state: BillingState, { failedSince, graceDays, cancelledAt }: { failedSince: Date | null; graceDays: number; cancelledAt: Date | null }): Pick<Outcome, 'since' | 'linksStoppedAt'> {
  if (state === 'pastDue') return { since: failedSince, linksStoppedAt: null };
  if (state === 'suspended' && failedSince) return { since: suspendsAt(failedSince, graceDays), linksStoppedAt: suspendsAt(failedSince, graceDays) };
  if (state === 'cancelled') return { since: cancelledAt, linksStoppedAt: cancelledAt };
  return { since: null, linksStoppedAt: null };
}

async function writeOutcome({ businessNow }: Billing, tx: Transaction, account: Account, { state, since, pastDueSince, linksStoppedAt }: Outcome): Promise<void> {
  const { tenantId } = account;
  const stateSince = since ?? (state === account.state ? account.stateSince : businessNow());
  // What was chosen once is no order for another subscription: whoever comes back chooses anew.
  const over = state === 'cancelled' && account.state !== 'cancelled' && { chosenItemPriceId: null, chosenQuantity: null };
  await tx.update(billingAccounts).set({ state, stateSince, pastDueSince, ...over }).where(eq(billingAccounts.tenantId, tenantId));
  const stopped = state === 'cancelled' ? (linksStoppedAt ?? businessNow()) : linksStoppedAt;
  await tx.update(tenants).set({ linksStoppedAt: stopped }).where(and(eq(tenants.id, tenantId), sql`${tenants.linksStoppedAt} is distinct from ${stopped?.toISOString() ?? null}::timestamptz`));
}

/** A row whenever the state or what a month brings is another than before. */
async function noteChange({ businessNow, newId }: Billing, tx: Transaction, tenantId: string, { state, since, subscription }: Outcome): Promise<void> {
  const mrrCents = subscription && (state === 'active' || state === 'pastDue' || state === 'suspended') ? subscription.mrrCents : 0;
  const [last] = await tx
    .select({ at: billingStateChanges.at, state: billingStateChanges.state, mrrCents: billingStateChanges.mrrCents })
    .from(billingStateChanges)
    .where(eq(billingStateChanges.tenantId, tenantId))
    .orderBy(desc(billingStateChanges.at), desc(billingStateChanges.id))
    .limit(1);
  if (last ? last.state === state && last.mrrCents === mrrCents : state === 'setup') return;
  // Learnt of late, it still comes after what is written already.
  const at = last?.state !== state && since && (!last || since > last.at) ? since : businessNow();
  await tx.insert(billingStateChanges).values({ tenantId, id: newId(), at, state, mrrCents });
}

/** A mandate is over with the bank account it was given for. */
async function endMandates({ businessNow }: Billing, tx: Transaction, tenantId: string): Promise<void> {
  const { completedAt, endedAt, paymentSourceId } = billingMandates;
  const gone = tx.select({ id: billingPaymentSources.id }).from(billingPaymentSources).where(and(eq(billingPaymentSources.tenantId, tenantId), isNotNull(billingPaymentSources.deletedAt)));
  await tx.update(billingMandates).set({ endedAt: businessNow() }).where(and(eq(billingMandates.tenantId, tenantId), isNotNull(completedAt), isNull(endedAt), inArray(paymentSourceId, gone)));
}

async function announceState(billing: Billing, tx: Transaction, { tenantId, state: before, stateSince }: Account, { state, pastDueSince, since, subscription }: Outcome): Promise<void> {
  await recordAudit(billing, tx, { workshopId: tenantId, actor: 'system', type: 'stateChanged', data: { before, state } });
  if (state === 'suspended' && pastDueSince) await recordNotice(billing, tx, tenantId, { kind: 'suspended', subject: pastDueSince.toISOString() });
  if (state === 'cancelled' && subscription) await recordNotice(billing, tx, tenantId, { kind: 'cancelled', subject: `${subscription.id}/${since?.toISOString() ?? ''}` });
  if (before === 'suspended' && state !== 'cancelled' && state !== 'pastDue') await recordNotice(billing, tx, tenantId, { kind: 'reactivated', subject: stateSince.toISOString() });
}
