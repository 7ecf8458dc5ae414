import { passwordResets, staffSessions, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import type { Scope } from '../http/scope.ts';
import { hashResetToken } from './reset-token.ts';

const perAddress = limit('set-password-by-address', 10, 30);

/**
 * Sets the password that goes with a link from a mail, once. Ends every session of the user and begins none: who has the
 * mail but not the new password gets nowhere. Unknown, used and expired links are all resetLinkInvalid.
 */
export async function setPassword(scope: Scope, { token, password }: { token: string; password: string }, clientAddress: string): Promise<void> {
  const { services, tenant } = scope;
  await takeFrom(services, perAddress, addressKey(clientAddress));
  const now = services.clock.now();
  const usable = and(
    eq(passwordResets.tenantId, tenant.id),
    eq(passwordResets.tokenHash, hashResetToken(token)),
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, now),
  );

  // Looked at first only so that hashing is not spent on guesses; the update below decides.
  const [known] = await inTenant(services.db, tenant.id, (tx) => tx.select({ of: passwordResets.staffUserId }).from(passwordResets).where(usable));
  if (!known) throw new ProblemError('resetLinkInvalid');
  const passwordHash = await services.passwords.hash(password);

  await inTenant(services.db, tenant.id, async (tx) => {
    const [used] = await tx.update(passwordResets).set({ usedAt: now }).where(usable).returning({ staffUserId: passwordResets.staffUserId });
    if (!used) throw new ProblemError('resetLinkInvalid');
    const ofUser = and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.id, used.staffUserId), isNull(staffUsers.disabledAt));
    const [changed] = await tx.update(staffUsers).set({ passwordHash }).where(ofUser).returning({ id: staffUsers.id });
    if (!changed) throw new ProblemError('resetLinkInvalid');
    await tx.delete(passwordResets).where(and(eq(passwordResets.tenantId, tenant.id), eq(passwordResets.staffUserId, changed.id), isNull(passwordResets.usedAt)));
    await tx.delete(staffSessions).where(and(eq(staffSessions.tenantId, tenant.id), eq(staffSessions.staffUserId, changed.id)));
  });
}
