import { asAccountHolder } from '@meldewerk/db/account-holder-scope';
import { billingAccounts, billingSessions, billingSignIns } from '@meldewerk/db/schema-billing';
import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { refuse } from '../refuse.ts';
import { hashCode, hashSecretToken, newSecretToken, sameHash } from './secrets.ts';
import { sessionIdleMs } from './validity.ts';

export type OpenedSession = { token: string; email: string };
type Proof = { token: string } | { signInId: string; code: string };

const maxWrongCodes = 5;

/**
 * Opens a session for whoever has the link of a mail, or its code. Both work once. A code that is wrong, over, tried too often or
 * was never sent at all is answered alike.
 */
export async function openSession(billing: Billing, proof: Proof): Promise<OpenedSession> {
  const email = 'token' in proof ? await useLink(billing, proof.token) : await useCode(billing, proof);
  return beginSession(billing, email);
}

/** Only after the address has been proven. */
export async function beginSession({ db, now }: Pick<Billing, 'db' | 'now'>, email: string): Promise<OpenedSession> {
  const token = newSecretToken();
  const createdAt = now();
  await db.insert(billingSessions).values({ idHash: hashSecretToken(token), email, createdAt, expiresAt: new Date(createdAt.getTime() + sessionIdleMs) });
  return { token, email };
}

async function useLink(billing: Billing, token: string): Promise<string> {
  const at = billing.now();
  const { tokenHash, usedAt, expiresAt, purpose } = billingSignIns;
  const [used] = await billing.db
    .update(billingSignIns)
    .set({ usedAt: at })
    .where(and(eq(tokenHash, hashSecretToken(token)), isNull(usedAt), gt(expiresAt, at), inArray(purpose, ['signIn', 'invitation'])))
    .returning({ email: billingSignIns.email });
  // Of an invitation whose address was changed since nothing is left to open.
  if (!used || !(await paysForSomething(billing, used.email))) return refuse(billing, 'signInLinkInvalid', { workshopId: null, type: 'signInRefused' });
  return used.email;
}

async function useCode(billing: Billing, { signInId, code }: { signInId: string; code: string }): Promise<string> {
  const at = billing.now();
  const { id, usedAt, expiresAt, wrongCodeCount } = billingSignIns;
  const open = and(eq(id, signInId), isNull(usedAt), gt(expiresAt, at));
  // Counted before it is compared: tries at the same moment cannot share one count.
  const [tried] = await billing.db
    .update(billingSignIns)
    .set({ wrongCodeCount: sql`${wrongCodeCount} + 1` })
    .where(and(open, lt(wrongCodeCount, maxWrongCodes)))
    .returning({ email: billingSignIns.email, codeHash: billingSignIns.codeHash });
  const matches = tried?.codeHash && sameHash(tried.codeHash, hashCode(billing, signInId, code));
  const [used] = matches ? await billing.db.update(billingSignIns).set({ usedAt: at }).where(open).returning({ email: billingSignIns.email }) : [];
  return used?.email ?? refuse(billing, 'codeWrong', { workshopId: null, type: 'signInRefused', data: { signInId } });
}

async function paysForSomething({ db }: Billing, email: string): Promise<boolean> {
  const found = await asAccountHolder(db, email, (tx) => tx.select({ id: billingAccounts.tenantId }).from(billingAccounts).where(eq(billingAccounts.email, email)).limit(1));
  return found.length > 0;
}
