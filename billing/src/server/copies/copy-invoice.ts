import type { Transaction } from '@meldewerk/db/client';
import { billingInvoices } from '@meldewerk/db/schema-billing';
import type { Invoice } from 'chargebee';
import { sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { changeOf, fromSeconds, mustBeOf, versionOf, type Change } from './change-of.ts';

/** Copies an invoice unless a newer version is there. */
export async function copyInvoice({ now }: Billing, tx: Transaction, tenantId: string, resource: Invoice): Promise<Change> {
  mustBeOf(tenantId, resource.customer_id);
  const values = {
    tenantId,
    id: resource.id,
    subscriptionId: resource.subscription_id ?? null,
    // One that was deleted at the vendor is owed by nobody.
    status: resource.deleted ? ('voided' as const) : resource.status,
    issuedAt: fromSeconds(resource.date ?? resource.generated_at) ?? now(),
    dueAt: fromSeconds(resource.due_date),
    paidAt: resource.status === 'paid' ? fromSeconds(resource.paid_at) : null,
    totalCents: resource.total ?? 0,
    amountDueCents: resource.amount_due ?? 0,
    currency: resource.currency_code,
    resourceVersion: versionOf(resource),
  };
  return changeOf(
    await tx
      .insert(billingInvoices)
      .values(values)
      .onConflictDoUpdate({ target: [billingInvoices.tenantId, billingInvoices.id], set: values, setWhere: sql`${billingInvoices.resourceVersion} < ${values.resourceVersion}` })
      .returning({ isNew: sql<boolean>`xmax = 0` }),
  );
}
