import type { Transaction } from '@meldewerk/db/client';
import { billingAccounts, billingPaymentSources } from '@meldewerk/db/schema-billing';
import type { PaymentSource } from 'chargebee';
import { eq, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { changeOf, fromSeconds, mustBeOf, versionOf, type Change } from './change-of.ts';

/** Copies a bank account (or card) unless a newer version is there. One that was deleted never comes back. */
export async function copyPaymentSource(_: Billing, tx: Transaction, tenantId: string, resource: PaymentSource): Promise<Change> {
  mustBeOf(tenantId, resource.customer_id);
  const { id, type, status, bank_account: account } = resource;
  const [holder] = await tx.select({ primary: billingAccounts.primaryPaymentSourceId }).from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId));
  const values = {
    tenantId,
    id,
    type,
    status,
    holder: account ? holderOf(account) : null,
    bankName: account?.bank_name ?? null,
    maskedIban: account ? `${resource.issuing_country ?? '••'}•• •••• ${account.last4}` : null,
    mandateReference: mandateReferenceOf(resource),
    isPrimary: holder?.primary === id,
    createdAt: fromSeconds(resource.created_at),
    resourceVersion: versionOf(resource),
  };
  const deletedAt = resource.deleted ? (fromSeconds(resource.updated_at) ?? values.createdAt) : null;
  return changeOf(
    await tx
      .insert(billingPaymentSources)
      .values({ ...values, deletedAt })
      .onConflictDoUpdate({
        target: [billingPaymentSources.tenantId, billingPaymentSources.id],
        set: { ...values, ...(deletedAt && { deletedAt }) },
        setWhere: sql`${billingPaymentSources.resourceVersion} < ${values.resourceVersion}`,
      })
      .returning({ isNew: sql<boolean>`xmax = 0` }),
  );
}

/**
 * Notes that a payment source is gone, of which the vendor answers only that there is none: `last` is what the event told of it,
 * with nothing in it that money hangs on. The same whichever event came first.
 */
export async function copyDeletedPaymentSource(billing: Billing, tx: Transaction, tenantId: string, last: PaymentSource, deletedAt: Date): Promise<Change> {
  await copyPaymentSource(billing, tx, tenantId, last);
  const [gone] = await tx
    .update(billingPaymentSources)
    .set({ deletedAt: sql`greatest(${billingPaymentSources.deletedAt}, ${deletedAt.toISOString()}::timestamptz)`, isPrimary: false })
    .where(sql`${billingPaymentSources.tenantId} = ${tenantId} and ${billingPaymentSources.id} = ${last.id} and ${billingPaymentSources.deletedAt} is distinct from greatest(${billingPaymentSources.deletedAt}, ${deletedAt.toISOString()}::timestamptz)`)
    .returning({ id: billingPaymentSources.id });
  return gone ? 'changed' : 'older';
}

/** The mandate's, as far as Chargebee tells. */
export function mandateReferenceOf({ bank_account: account, mandates }: PaymentSource): string | null {
  return account?.mandate_id ?? mandates?.[0]?.id ?? null;
}

function holderOf({ name_on_account: name, first_name: first, last_name: last }: PaymentSource.BankAccount): string | null {
  return name ?? ([first, last].filter(Boolean).join(' ') || null);
}
