import { billingAccounts, billingSignIns } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { recordAudit, type AuditEntry } from '../record-audit.ts';
import { refuse } from '../refuse.ts';
import { beginSession, type OpenedSession } from '../sign-in/open-session.ts';
import { hashSecretToken, newSecretToken } from '../sign-in/secrets.ts';
import { validityMs } from '../sign-in/validity.ts';
import type { Account } from './find-account.ts';
import { putCustomerEmail } from './put-customer.ts';

/** Orders the mail with which a new accounting address proves to be read. Until then the present one counts; an earlier order ends. */
export async function requestEmailChange({ db, now, newId }: Pick<Billing, 'db' | 'now' | 'newId'>, { tenantId, email: present }: Pick<Account, 'tenantId' | 'email'>, email: string, by: Pick<AuditEntry, 'actor' | 'actorId'> = { actor: 'accountHolder' }): Promise<void> {
  const signInId = newId();
  const at = now();
  await inTenant(db, tenantId, async (tx) => {
    await tx.delete(billingSignIns).where(and(eq(billingSignIns.workshopId, tenantId), eq(billingSignIns.purpose, 'emailChange'), isNull(billingSignIns.usedAt)));
    // Back to the one that counts: the order is taken back, and that is all.
    if (email === present) return;
    await tx.insert(billingSignIns).values({ id: signInId, purpose: 'emailChange', email, workshopId: tenantId, tokenHash: hashSecretToken(newSecretToken()), createdAt: at, expiresAt: new Date(at.getTime() + validityMs.emailChange) });
    await recordAudit({ now, newId }, tx, { workshopId: tenantId, ...by, type: 'emailChangeAsked', data: { signInId } });
    await tx.execute(sql`select enqueue_job('send-billing-sign-in', ${JSON.stringify({ signInId })}::json)`);
  });
}

/** The link in the mail to a new address was opened: it counts from now on, Chargebee and the old address are told, and who opened it is signed in. */
export async function confirmEmail(billing: Billing, token: string): Promise<OpenedSession> {
  const at = billing.now();
  const { tokenHash, usedAt, expiresAt, purpose, id } = billingSignIns;
  const [used] = await billing.db
    .select()
    .from(billingSignIns)
    .where(and(eq(tokenHash, hashSecretToken(token)), eq(purpose, 'emailChange'), isNull(usedAt), gt(expiresAt, at)));
  if (!used?.workshopId) return refuse(billing, 'signInLinkInvalid', { workshopId: null, type: 'emailChangeRefused' });
  const { workshopId: tenantId, email } = used;
  const changed = await inTenant(billing.db, tenantId, async (tx) => {
    const [account] = await tx.select({ email: billingAccounts.email }).from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId)).for('update');
    const [once] = await tx.update(billingSignIns).set({ usedAt: at, replacedEmail: account?.email ?? null }).where(and(eq(id, used.id), isNull(usedAt))).returning({ id });
    if (!once) return false;
    await tx.update(billingAccounts).set({ email }).where(eq(billingAccounts.tenantId, tenantId));
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'emailChanged', data: { signInId: used.id } });
    await tx.execute(sql`select enqueue_job('tell-billing-email', ${JSON.stringify({ signInId: used.id })}::json), enqueue_job('put-billing-email', ${JSON.stringify({ tenantId })}::json, ${`put-billing-email/${tenantId}`})`);
    return true;
  });
  if (!changed) return refuse(billing, 'signInLinkInvalid', { workshopId: tenantId, type: 'emailChangeRefused' });
  return beginSession(billing, email);
}

/** The job behind it. Throws while Chargebee does not answer, for the queue to try again. */
export async function putEmail(billing: Billing, tenantId: string): Promise<void> {
  const [account] = await inTenant(billing.db, tenantId, (tx) => tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId)));
  if (account) await putCustomerEmail(billing, account);
}

export type ReplacedEmail = { tenantId: string; replacedEmail: string };

/** Whom to tell that another address took the place of theirs; null when that never happened. */
export async function findReplacedEmail({ db }: Pick<Billing, 'db'>, signInId: string): Promise<ReplacedEmail | null> {
  const [row] = await db.select().from(billingSignIns).where(eq(billingSignIns.id, signInId));
  return row?.workshopId && row.replacedEmail !== null ? { tenantId: row.workshopId, replacedEmail: row.replacedEmail } : null;
}
