import { randomBytes } from 'node:crypto';
import { passwordResets, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { passwordResetMail } from '@meldewerk/messaging/templates/staff-mails';
import { findTenantById, type Tenant } from '@meldewerk/tenants/find';
import { and, eq, isNull } from 'drizzle-orm';
import { originOf } from '../config.ts';
import type { Services } from '../services.ts';
import { hashResetToken } from './reset-token.ts';

const validMinutes = 30;

/**
 * The job behind a requested reset: makes the link, so that the queue never holds it, and sends it. Earlier links of this
 * user end. Disabled and unknown users get nothing. Throws when the mail did not go out, for the queue to try again.
 */
export async function sendPasswordReset(services: Services, { tenantId, staffUserId }: { tenantId: string; staffUserId: string }): Promise<void> {
  const tenant = await findTenantById(services.db, tenantId);
  if (!tenant || tenant.suspendedAt) return;
  const token = randomBytes(32).toString('base64url');
  const user = await replaceLinks(services, tenant, staffUserId, token);
  if (!user) return;

  const { name, email } = tenant.settings;
  const link = `${originOf(services.config, tenant.slug)}/portal/reset-password#${token}`;
  const mail = passwordResetMail({ language: user.language, workshop: tenant.settings, staffName: user.name, link });
  const outcome = await services.sendEmail({ to: user.email, fromName: name, replyTo: email, ...mail }, { idempotencyKey: `password-reset/${services.newId()}` });
  // Trying again makes another link, so a refusal for good ends here and everything else is the queue's to repeat.
  if (outcome.kind === 'failed' && outcome.permanent) services.log.warn({ tenantId, staffId: staffUserId, code: outcome.errorCode }, 'password reset refused');
  else if (outcome.kind !== 'sent') throw new Error(`password reset not sent: ${outcome.errorCode}`);
}

async function replaceLinks({ db, clock }: Services, tenant: Tenant, staffUserId: string, token: string): Promise<typeof staffUsers.$inferSelect | null> {
  const now = clock.now();
  return inTenant(db, tenant.id, async (tx) => {
    const [user] = await tx
      .select()
      .from(staffUsers)
      .where(and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.id, staffUserId), isNull(staffUsers.disabledAt)))
      .for('update');
    if (!user) return null;
    await tx.delete(passwordResets).where(and(eq(passwordResets.tenantId, tenant.id), eq(passwordResets.staffUserId, user.id), isNull(passwordResets.usedAt)));
    await tx.insert(passwordResets).values({
      tenantId: tenant.id,
      tokenHash: hashResetToken(token),
      staffUserId: user.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validMinutes * 60_000),
    });
    return user;
  });
}
