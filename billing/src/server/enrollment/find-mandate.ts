import { billingMandates } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Mandate } from '../account/describe-mandate.ts';
import type { Account } from '../account/find-account.ts';
import type { Billing } from '../billing.ts';
import { refuse } from '../refuse.ts';

/** A mandate of this workshop. That somebody asked for any other id is noted: ids are not guessed by chance. */
export async function findMandate(billing: Billing, { tenantId }: Pick<Account, 'tenantId'>, id: string): Promise<Mandate> {
  const [mandate] = await inTenant(billing.db, tenantId, (tx) => tx.select().from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, id))));
  return mandate ?? refuse(billing, 'notFound', { workshopId: tenantId, type: 'enrollmentRefused', data: { mandateId: id } });
}
