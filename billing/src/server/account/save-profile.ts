import type { BillingProfile } from '@meldewerk/contract/billing';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { copyAndSettle } from '../copy-and-settle.ts';
import { recordAudit } from '../record-audit.ts';
import { mayBeVatNumber } from './check-vat-number.ts';
import type { Account } from './find-account.ts';
import { putCustomer } from './put-customer.ts';

/** Company, billing address and VAT number. Once there is a customer at Chargebee, it is changed there first: what stands here is what invoices say. */
export async function saveProfile(billing: Billing, account: Account, { company, address, vatNumber }: BillingProfile): Promise<void> {
  if (vatNumber !== null && !mayBeVatNumber(vatNumber)) throw new BillingFault('validationFailed', [{ path: 'vatNumber', code: 'invalid' }]);
  const { tenantId } = account;
  const customer = account.chargebeeCustomerId === null ? null : await putCustomer(billing, { ...account, company, address, vatNumber });
  await inTenant(billing.db, tenantId, async (tx) => {
    await tx.update(billingAccounts).set({ company, address, vatNumber }).where(eq(billingAccounts.tenantId, tenantId));
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'profileChanged' });
  });
  if (customer) await copyAndSettle(billing, tenantId, { customer });
}
