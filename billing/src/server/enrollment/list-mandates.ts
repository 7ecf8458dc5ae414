import type { BillingMandate } from '@meldewerk/contract/billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { readMandates, type Mandate } from '../account/describe-mandate.ts';
import type { Account } from '../account/find-account.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { findMandate } from './find-mandate.ts';

const shown = 50;

/** The mandates of an account, the one in force first. */
export async function listMandates({ db }: Billing, { tenantId }: Account): Promise<BillingMandate[]> {
  return inTenant(db, tenantId, (tx) => readMandates(tx, tenantId, shown));
}

/** A mandate whose paper has been made. */
export async function findMandateDocument(billing: Billing, account: Account, id: string): Promise<Mandate & { documentId: string }> {
  const mandate = await findMandate(billing, account, id);
  if (mandate.documentId === null) throw new BillingFault('notFound');
  return { ...mandate, documentId: mandate.documentId };
}
