import type { Transaction } from '@meldewerk/db/client';
import { drafts, reportLinks } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import type { LinkRow } from './find-prepared.ts';
import { hashLinkToken, linkToken } from './link-token.ts';

/** How long a link works: long enough for somebody who is away, short enough for a phone that changes hands. */
export const linkLifetimeMs = 14 * 24 * 60 * 60 * 1000;

/** Makes a link's next generation. The draft moves along with what hangs on it, and addresses before this one stop working. */
export async function addGeneration(
  { services, tenant }: Scope,
  tx: Transaction,
  { reportId, draftId, generation, createdBy }: Pick<LinkRow, 'reportId' | 'draftId' | 'generation' | 'createdBy'>,
): Promise<LinkRow> {
  const createdAt = services.clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkLifetimeMs);
  const tokenHash = hashLinkToken(linkToken(services.config, { tenantId: tenant.id, reportId, generation }));
  const [link] = await tx.insert(reportLinks).values({ tenantId: tenant.id, reportId, generation, draftId, tokenHash, createdAt, createdBy, expiresAt }).returning();
  await tx.update(drafts).set({ tokenHash, expiresAt }).where(and(eq(drafts.tenantId, tenant.id), eq(drafts.id, draftId)));
  if (!link) throw new Error('an inserted row comes back');
  return link;
}
