import { billingMandates } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '../account/find-account.ts';
import type { Billing } from '../billing.ts';
import { recordAudit } from '../record-audit.ts';
import { refuse } from '../refuse.ts';
import { findMandate } from './find-mandate.ts';

export type Acceptance = { textSha256: string; ip: string; userAgent: string };

const lookAgainSeconds = 10 * 60;

/** The button next to the text was pressed: which text, when, and from where is kept for good. The first press counts. */
export async function acceptEnrollment(billing: Billing, account: Account, id: string, { textSha256, ip, userAgent }: Acceptance): Promise<void> {
  const { tenantId } = account;
  const mandate = await findMandate(billing, account, id);
  if (mandate.failedAt) return refuse(billing, mandate.failureCode === 'expired' ? 'enrollmentExpired' : 'mandateFailed', { workshopId: tenantId, type: 'enrollmentRefused', data: { mandateId: id } });
  if (Buffer.from(mandate.textSha256).toString('hex') !== textSha256) return refuse(billing, 'changedMeanwhile', { workshopId: tenantId, type: 'enrollmentRefused', data: { mandateId: id, textSha256 } });
  await inTenant(billing.db, tenantId, async (tx) => {
    const [accepted] = await tx
      .update(billingMandates)
      .set({ acceptedAt: billing.businessNow(), acceptedIp: ip, acceptedUserAgent: userAgent.slice(0, 500), acceptedEmail: account.email })
      .where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, id), isNull(billingMandates.acceptedAt)))
      .returning({ id: billingMandates.id });
    if (!accepted) return;
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'enrollmentAccepted', data: { mandateId: id, textSha256 } });
    // Whoever closes the page after the bank's yes shall not have to come back.
    await tx.execute(sql`select enqueue_job('complete-enrollment', ${JSON.stringify({ tenantId, mandateId: id })}::json, ${`complete-enrollment/${id}`}, now() + ${lookAgainSeconds} * interval '1 second')`);
  });
}
