import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import type { Account } from '../account/find-account.ts';
import type { Billing } from '../billing.ts';
import { askChargebee, once } from '../chargebee/ask-chargebee.ts';
import { copyAndSettle } from '../copy-and-settle.ts';
import { recordAudit } from '../record-audit.ts';
import { runningSubscription } from './change-plan.ts';

/** Asks for the end of the subscription when what is paid for is over. Asked again while it is set to end, it stays as it is. */
export async function cancelSubscription(billing: Billing, account: Account, reason: string | undefined): Promise<void> {
  const { tenantId } = account;
  const { id, cancelsAt, resourceVersion } = await runningSubscription(billing, account);
  if (cancelsAt) return;
  // The version tells this cancellation from one after a change of mind.
  const { subscription } = await askChargebee(() => billing.chargebee.subscription.cancelForItems(id, { cancel_option: 'end_of_term' }, once('cancel', id, String(resourceVersion))));
  await inTenant(billing.db, tenantId, async (tx) => {
    await tx.update(billingAccounts).set({ cancellationReason: reason || null }).where(eq(billingAccounts.tenantId, tenantId));
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'cancellationAsked' });
  });
  await copyAndSettle(billing, tenantId, { subscriptions: [subscription] });
}

/** Takes back a cancellation that has not taken effect. */
export async function keepSubscription(billing: Billing, account: Account): Promise<void> {
  const { tenantId } = account;
  const { id, cancelsAt, resourceVersion } = await runningSubscription(billing, account);
  if (!cancelsAt) return;
  const { subscription } = await askChargebee(() => billing.chargebee.subscription.removeScheduledCancellation(id, {}, once('keep', id, String(resourceVersion))));
  await inTenant(billing.db, tenantId, async (tx) => {
    await tx.update(billingAccounts).set({ cancellationReason: null }).where(eq(billingAccounts.tenantId, tenantId));
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'cancellationWithdrawn' });
  });
  await copyAndSettle(billing, tenantId, { subscriptions: [subscription] });
}
