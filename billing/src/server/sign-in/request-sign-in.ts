import { billingSignIns } from '@meldewerk/db/schema-billing';
import { sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { hashSecretToken, newSecretToken } from './secrets.ts';
import { signInMinutes } from './validity.ts';

/**
 * Begins signing in with an accounting e-mail. Whether anybody pays with it is asked by the job alone, so neither the answer nor
 * its time tells; the link of this row is made anew by that job, and until then opens nothing.
 */
export async function requestSignIn({ db, now, newId }: Pick<Billing, 'db' | 'now' | 'newId'>, email: string): Promise<{ signInId: string }> {
  const signInId = newId();
  const createdAt = now();
  await db.transaction(async (tx) => {
    await tx.insert(billingSignIns).values({ id: signInId, purpose: 'signIn', email, tokenHash: hashSecretToken(newSecretToken()), createdAt, expiresAt: new Date(createdAt.getTime() + signInMinutes * 60_000) });
    await tx.execute(sql`select enqueue_job('send-billing-sign-in', ${JSON.stringify({ signInId })}::json)`);
  });
  return { signInId };
}
