import type { Transaction } from '@meldewerk/db/client';
import { draftContents, draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { and, eq, isNull } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** The report is sent: what was typed stands in it now, and phones that helped are done. */
export async function forgetContent({ services, tenant }: Scope, tx: Transaction, draftId: string): Promise<void> {
  await Promise.all([
    tx.delete(draftContents).where(and(eq(draftContents.tenantId, tenant.id), eq(draftContents.draftId, draftId))),
    tx
      .update(draftHandoffs)
      .set({ endedAt: services.clock.now(), endedBy: 'sending' })
      .where(and(eq(draftHandoffs.tenantId, tenant.id), eq(draftHandoffs.draftId, draftId), isNull(draftHandoffs.endedAt))),
  ]);
}
