import { operatorInvitations, operatorSessions, operatorUsers } from '@meldewerk/db/schema-billing';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { hashToken } from '../http/token-session.ts';
import type { Services } from '../services.ts';

const perAddress = limit('operator-password-by-address', 10, 60);

/** Sets the password that goes with a link of the operator command, once, and ends every session there was. Unknown, used and expired links are all resetLinkInvalid. */
export async function setOperatorPassword(services: Services, { token, password }: { token: string; password: string }, clientAddress: string): Promise<void> {
  await takeFrom(services, perAddress, addressKey(clientAddress));
  const now = services.clock.now();
  const usable = and(eq(operatorInvitations.tokenHash, hashToken(token)), isNull(operatorInvitations.usedAt), gt(operatorInvitations.expiresAt, now));
  // Looked at first only so that hashing is not spent on guesses; the update below decides.
  const [known] = await services.db.select({ of: operatorInvitations.operatorUserId }).from(operatorInvitations).where(usable);
  if (!known) throw new ProblemError('resetLinkInvalid');
  const passwordHash = await services.passwords.hash(password);
  await services.db.transaction(async (tx) => {
    const [used] = await tx.update(operatorInvitations).set({ usedAt: now }).where(usable).returning({ userId: operatorInvitations.operatorUserId });
    if (!used) throw new ProblemError('resetLinkInvalid');
    const [changed] = await tx.update(operatorUsers).set({ passwordHash }).where(and(eq(operatorUsers.id, used.userId), isNull(operatorUsers.disabledAt))).returning({ id: operatorUsers.id });
    if (!changed) throw new ProblemError('resetLinkInvalid');
    await tx.delete(operatorSessions).where(eq(operatorSessions.operatorUserId, changed.id));
  });
}
