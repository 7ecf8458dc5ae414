import { createHash, randomBytes } from 'node:crypto';
import { emailSchema } from '@meldewerk/contract/staff';
import type { Database } from '@meldewerk/db/client';
import { operatorInvitations, operatorSessions, operatorUsers } from '@meldewerk/db/schema-billing';
import { and, asc, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';

const invitationDays = 7;
const operatorSchema = v.object({ email: emailSchema, name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)), language: v.optional(v.picklist(['de', 'en']), 'de') });

/**
 * Gives somebody an account of the operator's console, or a new link to who has one. Returns the token with which they set a
 * password at `operator.DOMAIN/password#<token>` within seven days; only its SHA-256 is stored. Earlier links end; somebody
 * disabled is let in again. Throws valibot's error for what is no name or address.
 */
export async function inviteOperator(db: Database, { now, newId }: { now: Date; newId: () => string }, input: v.InferInput<typeof operatorSchema>): Promise<{ token: string }> {
  const { email, name, language } = v.parse(operatorSchema, input);
  const token = randomBytes(32).toString('base64url');
  await db.transaction(async (tx) => {
    const [user] = await tx
      .insert(operatorUsers)
      .values({ id: newId(), email, name, language, createdAt: now })
      .onConflictDoUpdate({ target: operatorUsers.email, set: { name, language, disabledAt: null } })
      .returning({ id: operatorUsers.id });
    if (!user) throw new Error('an upsert returns its row');
    await tx.delete(operatorInvitations).where(and(eq(operatorInvitations.operatorUserId, user.id), isNull(operatorInvitations.usedAt)));
    await tx.insert(operatorInvitations).values({ tokenHash: createHash('sha256').update(token).digest(), operatorUserId: user.id, createdAt: now, expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000) });
  });
  return { token };
}

/** Ends somebody's access at once, sessions and links included. False when nobody has this address. */
export async function disableOperator(db: Database, email: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [user] = await tx.update(operatorUsers).set({ disabledAt: now }).where(eq(operatorUsers.email, email.trim().toLowerCase())).returning({ id: operatorUsers.id });
    if (!user) return false;
    await tx.delete(operatorSessions).where(eq(operatorSessions.operatorUserId, user.id));
    await tx.delete(operatorInvitations).where(eq(operatorInvitations.operatorUserId, user.id));
    return true;
  });
}

export async function listOperators(db: Database): Promise<(typeof operatorUsers.$inferSelect)[]> {
  return db.select().from(operatorUsers).orderBy(asc(operatorUsers.email));
}
