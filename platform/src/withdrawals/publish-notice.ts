import type { WithdrawalNotice, withdrawalNoticeInputSchema } from '@meldewerk/contract/withdrawal';
import { withdrawalNotices } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { InferOutput } from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { currentWithdrawalNotice } from './current-notice.ts';

/** Puts a new version in force. Older ones stay as they are: reports refer to them. */
export async function publishNotice(scope: StaffScope, input: InferOutput<typeof withdrawalNoticeInputSchema>): Promise<WithdrawalNotice> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const { version } = await currentWithdrawalNotice(scope, tx);
    const published = await tx
      .insert(withdrawalNotices)
      .values({ tenantId: tenant.id, version: version + 1, ...input, isSample: false, publishedAt: services.clock.now(), publishedBy: staff.id })
      .onConflictDoNothing()
      .returning({ version: withdrawalNotices.version });
    if (published.length === 0) throw new ProblemError('changedMeanwhile');
    return currentWithdrawalNotice(scope, tx);
  });
}
