import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import type { Transaction } from '@meldewerk/db/client';
import { withdrawalNotices } from '@meldewerk/db/schema';
import { defaultWithdrawalNotice } from '@meldewerk/tenants/default-withdrawal-notice';
import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** The notice in force. A workshop that has none yet gets the sample as its first version. */
export async function currentWithdrawalNotice(scope: Scope, tx: Transaction): Promise<WithdrawalNotice> {
  const { tenant, services } = scope;
  const found = await findNewest(scope, tx);
  if (found) return describeNotice(found);
  await tx
    .insert(withdrawalNotices)
    .values({ tenantId: tenant.id, version: 1, ...defaultWithdrawalNotice(tenant.settings), isSample: true, publishedAt: services.clock.now() })
    .onConflictDoNothing();
  const begun = await findNewest(scope, tx);
  if (!begun) throw new Error('the first notice was stored and is not there');
  return describeNotice(begun);
}

export async function findNotice({ tenant }: Scope, tx: Transaction, version: number): Promise<WithdrawalNotice | null> {
  const [row] = await tx.select().from(withdrawalNotices).where(and(eq(withdrawalNotices.tenantId, tenant.id), eq(withdrawalNotices.version, version)));
  return row ? describeNotice(row) : null;
}

type Row = typeof withdrawalNotices.$inferSelect;

async function findNewest({ tenant }: Scope, tx: Transaction): Promise<Row | undefined> {
  const [row] = await tx.select().from(withdrawalNotices).where(eq(withdrawalNotices.tenantId, tenant.id)).orderBy(desc(withdrawalNotices.version)).limit(1);
  return row;
}

function describeNotice({ version, notice, modelForm, isSample, publishedAt }: Row): WithdrawalNotice {
  return { version, notice, modelForm, isSample, publishedAt: publishedAt.toISOString() };
}
