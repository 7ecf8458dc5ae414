import type { StaffLanguage } from '@meldewerk/contract/language';
import { billingAccounts, billingSignIns } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { BillingFault } from './billing-fault.ts';
import type { Billing } from './billing.ts';
import { recordAudit, type AuditEntry } from './record-audit.ts';
import { hashSecretToken, newSecretToken } from './sign-in/secrets.ts';
import { validityMs } from './sign-in/validity.ts';

export type Invitation = {
  tenantId: string;
  /** The accounting e-mail. For an account that is there it may be left out, and be another only while nothing is set up. */
  email?: string;
  language?: StaffLanguage;
  by: Pick<AuditEntry, 'actor' | 'actorId'>;
};

/**
 * Opens a workshop's account if it has none, and orders the mail with which the account holder sets billing up: a link for 14
 * days that signs in. Earlier ones end. Throws notFound without account and address, changedMeanwhile for another address of an
 * account that is set up: that one is changed in the portal, where the new one proves itself.
 */
export async function inviteAccountHolder({ db, now, newId }: Pick<Billing, 'db' | 'now' | 'newId'>, { tenantId, email, language, by }: Invitation): Promise<{ email: string }> {
  const at = now();
  const signInId = newId();
  return inTenant(db, tenantId, async (tx) => {
    if (email !== undefined) await tx.insert(billingAccounts).values({ tenantId, email, language: language ?? 'de', stateSince: at, createdAt: at }).onConflictDoNothing();
    const [account] = await tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId)).for('update');
    if (!account) throw new BillingFault('notFound');
    const to = email ?? account.email;
    if (to !== account.email && (account.state !== 'setup' || account.chargebeeCustomerId !== null)) throw new BillingFault('changedMeanwhile');
    await tx.update(billingAccounts).set({ email: to, invitedAt: at, ...(language && { language }) }).where(eq(billingAccounts.tenantId, tenantId));
    await tx.delete(billingSignIns).where(and(eq(billingSignIns.workshopId, tenantId), eq(billingSignIns.purpose, 'invitation'), isNull(billingSignIns.usedAt)));
    await tx.insert(billingSignIns).values({ id: signInId, purpose: 'invitation', email: to, workshopId: tenantId, tokenHash: hashSecretToken(newSecretToken()), createdAt: at, expiresAt: new Date(at.getTime() + validityMs.invitation) });
    await recordAudit({ now, newId }, tx, { workshopId: tenantId, ...by, type: 'invited', data: { signInId } });
    await tx.execute(sql`select enqueue_job('send-billing-sign-in', ${JSON.stringify({ signInId })}::json)`);
    return { email: to };
  });
}
