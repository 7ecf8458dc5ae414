import { billingSessions, billingSignIns } from '@meldewerk/db/schema-billing';
import { and, eq, lt, ne } from 'drizzle-orm';
import type { Services } from '../services.ts';

const day = 24 * 60 * 60 * 1000;

/** Takes away sign-ins that are over (among them those of addresses nobody pays with) and sessions nobody uses any more. Invitations and changes of address stay a while, for whoever asks what became of them. */
export async function sweepSignIns({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const before = (age: number) => new Date(clock.now().getTime() - age);
  await db.delete(billingSignIns).where(and(eq(billingSignIns.purpose, 'signIn'), lt(billingSignIns.expiresAt, before(day))));
  await db.delete(billingSignIns).where(and(ne(billingSignIns.purpose, 'signIn'), lt(billingSignIns.expiresAt, before(30 * day))));
  await db.delete(billingSessions).where(lt(billingSessions.expiresAt, before(day)));
}
