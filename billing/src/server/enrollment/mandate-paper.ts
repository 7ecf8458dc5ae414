import type { billingAccounts } from '@meldewerk/db/schema-billing';
import { billingAccounts as accounts, billingMandates, billingPaymentSources as sources } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Mandate } from '../account/describe-mandate.ts';
import type { Billing } from '../billing.ts';
import { recordNotice } from '../record-notice.ts';

export type MandatePaper = { account: typeof billingAccounts.$inferSelect; mandate: Mandate & { acceptedAt: Date; completedAt: Date } };

const patienceMs = 24 * 60 * 60 * 1000;

/** What the paper of a mandate says; null while it is not given, and once its paper is there. `notYet`: the vendor has not told the reference, which is waited for a day. */
export async function openMandatePaper({ db, businessNow }: Billing, tenantId: string, mandateId: string): Promise<MandatePaper | 'notYet' | null> {
  const [row] = await inTenant(db, tenantId, (tx) =>
    tx
      .select({ account: accounts, mandate: billingMandates, told: sources.mandateReference })
      .from(billingMandates)
      .innerJoin(accounts, eq(accounts.tenantId, billingMandates.tenantId))
      .leftJoin(sources, and(eq(sources.tenantId, billingMandates.tenantId), eq(sources.id, billingMandates.paymentSourceId)))
      .where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, mandateId), isNull(billingMandates.documentId))),
  );
  if (!row?.mandate.acceptedAt || !row.mandate.completedAt) return null;
  const { acceptedAt, completedAt } = row.mandate;
  const mandateReference = row.told ?? row.mandate.mandateReference;
  if (mandateReference === null && businessNow().getTime() < completedAt.getTime() + patienceMs) return 'notYet';
  return { account: row.account, mandate: { ...row.mandate, mandateReference, acceptedAt, completedAt } };
}

/** Notes the paper and orders the mail that brings it. False when there was one already, which stays. */
export async function keepMandatePaper(billing: Billing, { mandate: { tenantId, id, completedAt } }: MandatePaper, file: { id: string; sha256: Uint8Array }): Promise<boolean> {
  return inTenant(billing.db, tenantId, async (tx) => {
    const [kept] = await tx
      .update(billingMandates)
      .set({ documentId: file.id, documentSha256: file.sha256 })
      .where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, id), isNull(billingMandates.documentId)))
      .returning({ id: billingMandates.id });
    if (!kept) return false;
    const [earlier] = await tx.select({ id: billingMandates.id }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), isNotNull(billingMandates.completedAt), lt(billingMandates.completedAt, completedAt))).limit(1);
    await recordNotice(billing, tx, tenantId, { kind: earlier ? 'mandateChanged' : 'mandateGiven', subject: id });
    return true;
  });
}
