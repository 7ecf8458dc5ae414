import { billingSignIns } from '@meldewerk/db/schema-billing';
import { eq } from 'drizzle-orm';
import type { Billing } from '../billing.ts';

/** Which address a sign-in was begun for, to count tries by; null when none was begun under this id. There is one for addresses nobody pays with as well. */
export async function findSignInEmail({ db }: Pick<Billing, 'db'>, signInId: string): Promise<string | null> {
  const [begun] = await db.select({ email: billingSignIns.email }).from(billingSignIns).where(eq(billingSignIns.id, signInId));
  return begun?.email ?? null;
}
