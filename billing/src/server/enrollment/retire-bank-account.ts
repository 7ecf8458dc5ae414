import { billingMandates } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { PaymentSource } from 'chargebee';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { once } from '../chargebee/ask-chargebee.ts';
import { toChargebeeFailure } from '../chargebee/to-chargebee-failure.ts';
import { copyAndSettle } from '../copy-and-settle.ts';

/** Takes the bank account of a mandate that is over out of Chargebee's books. False while a debit of it runs: then it is to be tried again. */
export async function retireBankAccount(billing: Billing, tenantId: string, mandateId: string): Promise<boolean> {
  const paymentSourceId = await abandonedAccount(billing, tenantId, mandateId);
  if (paymentSourceId === null) return true;
  if (await isBeingDebited(billing, tenantId, paymentSourceId)) return false;
  await handOver(billing, tenantId, paymentSourceId);
  try {
    const { customer, payment_source: source } = (await billing.chargebee.paymentSource.delete(paymentSourceId, once('retire', mandateId))) as Awaited<ReturnType<typeof billing.chargebee.paymentSource.delete>> & { payment_source?: PaymentSource };
    await copyAndSettle(billing, tenantId, { customer, ...(source && { paymentSources: [source] }) });
  } catch (thrown) {
    if (toChargebeeFailure(thrown).kind !== 'missing') throw thrown;
  }
  return true;
}

/** None where a mandate in force is about the same account. */
async function abandonedAccount({ db }: Billing, tenantId: string, mandateId: string): Promise<string | null> {
  const { id, paymentSourceId, endedAt } = billingMandates;
  return inTenant(db, tenantId, async (tx) => {
    const [over] = await tx.select().from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), eq(id, mandateId)));
    if (!over?.endedAt || over.paymentSourceId === null) return null;
    const [stillUsed] = await tx.select({ id }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), eq(paymentSourceId, over.paymentSourceId), isNull(endedAt)));
    return stillUsed ? null : over.paymentSourceId;
  });
}

/** Two mandates given at the same moment may have crossed: the account of the one in force is charged before the other goes. */
async function handOver({ db, chargebee }: Billing, tenantId: string, abandoned: string): Promise<void> {
  const { customer } = await chargebee.customer.retrieve(tenantId);
  if (customer.primary_payment_source_id !== abandoned) return;
  const { paymentSourceId, completedAt, endedAt } = billingMandates;
  const [inForce] = await inTenant(db, tenantId, (tx) => tx.select({ paymentSourceId }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), isNotNull(completedAt), isNull(endedAt))));
  if (inForce?.paymentSourceId) await chargebee.customer.assignPaymentRole(tenantId, { payment_source_id: inForce.paymentSourceId, role: 'primary' });
}

async function isBeingDebited({ chargebee }: Billing, tenantId: string, paymentSourceId: string): Promise<boolean> {
  const { list } = await chargebee.transaction.list({ limit: 100, customer_id: { is: tenantId }, status: { is: 'in_progress' } });
  return list.some(({ transaction }) => transaction.payment_source_id === paymentSourceId);
}
