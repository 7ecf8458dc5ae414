import type { BillingSession } from '@meldewerk/contract/billing';
import { asAccountHolder } from '@meldewerk/db/account-holder-scope';
import { tenants } from '@meldewerk/db/schema';
import { billingAccounts, billingSessions } from '@meldewerk/db/schema-billing';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { hashSecretToken } from './secrets.ts';
import { sessionIdleMs, sessionMaxMs } from './validity.ts';

/** The address of a session that is still open, whose end this puts off; null for any other token. */
export async function findSession({ db, now }: Pick<Billing, 'db' | 'now'>, token: string): Promise<string | null> {
  const at = now();
  const { idHash, expiresAt, createdAt } = billingSessions;
  const [session] = await db.select().from(billingSessions).where(and(eq(idHash, hashSecretToken(token)), gt(expiresAt, at), gt(createdAt, new Date(at.getTime() - sessionMaxMs))));
  if (!session) return null;
  const until = new Date(at.getTime() + sessionIdleMs);
  // A write for every request would be one too many.
  if (until.getTime() - session.expiresAt.getTime() > sessionIdleMs / 12) await db.update(billingSessions).set({ expiresAt: until }).where(eq(idHash, session.idHash));
  return session.email;
}

export async function endSession({ db }: Pick<Billing, 'db'>, token: string): Promise<void> {
  await db.delete(billingSessions).where(eq(billingSessions.idHash, hashSecretToken(token)));
}

/** Who is signed in, and the workshops the address pays for at this moment. */
export async function describeSession({ db }: Pick<Billing, 'db'>, email: string): Promise<BillingSession> {
  const accounts = await asAccountHolder(db, email, (tx) =>
    tx
      .select({ tenantId: billingAccounts.tenantId, name: sql<string>`${tenants.settings} ->> 'name'`, slug: tenants.slug, state: billingAccounts.state })
      .from(billingAccounts)
      .innerJoin(tenants, eq(tenants.id, billingAccounts.tenantId))
      .where(eq(billingAccounts.email, email))
      .orderBy(asc(billingAccounts.createdAt), asc(billingAccounts.tenantId)),
  );
  return { email, accounts };
}
