import { draftContents, draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, lt } from 'drizzle-orm';
import type { Services } from '../services.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * What was typed into a draft goes with it, and earlier when nobody has touched it for a month: the draft of a prepared report
 * stays for as long as its link can be renewed. Ways to a phone that are long over go after a week.
 */
export async function sweepContents({ db, clock }: Services, tenantId: string): Promise<void> {
  const before = (days: number) => new Date(clock.now().getTime() - days * day);
  await inTenant(db, tenantId, async (tx) => {
    await tx.delete(draftContents).where(and(eq(draftContents.tenantId, tenantId), lt(draftContents.changedAt, before(30))));
    await tx.delete(draftHandoffs).where(and(eq(draftHandoffs.tenantId, tenantId), lt(draftHandoffs.createdAt, before(7))));
  });
}
