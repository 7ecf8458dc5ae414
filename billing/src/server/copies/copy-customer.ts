import type { Transaction } from '@meldewerk/db/client';
import { billingAccounts, billingPaymentSources } from '@meldewerk/db/schema-billing';
import type { Customer } from 'chargebee';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { mustBeOf, versionOf, type Change } from './change-of.ts';

/** Takes over what Chargebee knows of the customer: what stands on invoices, and which payment source is charged. Never the e-mail: the accounting address is ours, and proven. */
export async function copyCustomer(_: Billing, tx: Transaction, tenantId: string, resource: Customer): Promise<Change> {
  mustBeOf(tenantId, resource.id);
  const { company, billing_address: address, vat_number: vatNumber, primary_payment_source_id: primary } = resource;
  const [before] = await tx
    .select({ customerVersion: billingAccounts.customerVersion })
    .from(billingAccounts)
    .where(and(eq(billingAccounts.tenantId, tenantId), lt(billingAccounts.customerVersion, versionOf(resource))))
    .for('update');
  if (!before) return 'older';
  await tx
    .update(billingAccounts)
    .set({
      chargebeeCustomerId: tenantId,
      ...(company !== undefined && { company }),
      ...(address?.line1 !== undefined && { address: { street: address.line1, postalCode: address.zip ?? '', city: address.city ?? '', country: address.country ?? '' } }),
      vatNumber: vatNumber === undefined ? null : withPrefix(resource.vat_number_prefix, vatNumber),
      primaryPaymentSourceId: primary ?? null,
      customerVersion: versionOf(resource),
    })
    .where(eq(billingAccounts.tenantId, tenantId));
  await tx.update(billingPaymentSources).set({ isPrimary: primary === undefined ? false : sql`${billingPaymentSources.id} = ${primary}` }).where(eq(billingPaymentSources.tenantId, tenantId));
  return before.customerVersion === 0 ? 'new' : 'changed';
}

/** Some sites keep the country of a VAT number in a field of its own. */
function withPrefix(prefix: string | undefined, vatNumber: string): string {
  return prefix === undefined || vatNumber.startsWith(prefix) ? vatNumber : `${prefix}${vatNumber}`;
}
