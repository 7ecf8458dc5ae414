import type { billingAccounts } from '@meldewerk/db/schema-billing';
import { billingAccounts as accounts, billingMandates } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Mandate } from '../account/describe-mandate.ts';
import type { Billing } from '../billing.ts';
import { recordNotice } from '../record-notice.ts';

export type MandatePaper = { account: typeof billingAccounts.$inferSelect; mandate: Mandate & { acceptedAt: Date; completedAt: Date } };

/** What the paper of a mandate says; null while it is not given, and once its paper is there. */
export async function openMandatePaper({ db }: Billing, tenantId: string, mandateId: string): Promise<MandatePaper | null> {
  const [row] = await inTenant(db, tenantId, (tx) =>
    tx
      .select({ account: accounts, mandate: billingMandates })
      .from(billingMandates)
      .innerJoin(accounts, eq(accounts.tenantId, billingMandates.tenantId))
      .where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, mandateId), isNull(billingMandates.documentId))),
  );
  if (!row?.mandate.acceptedAt || !row.mandate.completedAt) return null;
  const { acceptedAt, completedAt } = row.mandate;
  return { account: row.account, mandate: { ...row.mandate, acceptedAt, completedAt } };
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
