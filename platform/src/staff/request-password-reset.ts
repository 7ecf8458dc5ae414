import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import type { Scope } from '../http/scope.ts';

const perAddress = limit('reset-by-address', 5, 720);
const perAccount = limit('reset-by-account', 5, 720);

/**
 * Orders the mail with which a staff member sets a new password. For an address nobody has, a job for nobody is put into
 * the queue: neither the answer nor its time tells whether the account exists.
 */
export async function requestPasswordReset(scope: Scope, email: string, clientAddress: string): Promise<void> {
  const { services, tenant } = scope;
  await takeFrom(services, perAddress, addressKey(clientAddress));
  await takeFrom(services, perAccount, tenant.id, email);

  await inTenant(services.db, tenant.id, async (tx) => {
    const [user] = await tx
      .select({ id: staffUsers.id })
      .from(staffUsers)
      .where(and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.email, email), isNull(staffUsers.disabledAt)));
    const payload = JSON.stringify({ tenantId: tenant.id, staffUserId: user?.id ?? services.newId() });
    await tx.execute(sql`select enqueue_job('send-password-reset', ${payload}::json)`);
  });
}
