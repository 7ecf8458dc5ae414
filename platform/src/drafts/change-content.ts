import { contentLimits, type ContentChanges, type DraftContent } from '@meldewerk/contract/draft-content';
import { phoneWrites } from '@meldewerk/contract/draft-paths';
import type { Transaction } from '@meldewerk/db/client';
import { draftContents, draftFields } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { authorizeDraft } from './authorize-draft.ts';
import { stampOf, wins } from './content-stamp.ts';
import { describeContent } from './read-content.ts';

const perDraft = limit('draft-content-by-draft', 240, 0.5);
const perTenant = limit('draft-content-by-tenant', 6_000, 0.02);

/**
 * Takes in what was changed on one device, field by field: of two devices the one that typed later counts, and fields that only
 * one of them has changed stay as that one left them. Answers what stands there now, so that who lost sees the other's words.
 * Sending the same once more does no harm.
 */
export async function changeContent(scope: Scope, draftId: string, tokenHash: Buffer, { since, changes }: ContentChanges): Promise<DraftContent> {
  const { services, tenant } = scope;
  // First of all whose draft it is: what nobody has would else count against the whole workshop.
  await inTenant(services.db, tenant.id, (tx) => authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo'));
  await takeAll(services, [perDraft, tenant.id, draftId, tokenHash.toString('hex')], [perTenant, tenant.id]);
  return inTenant(services.db, tenant.id, async (tx) => {
    const draft = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
    if (draft.reportId !== null) throw new ProblemError('draftSubmitted');
    if (draft.handoff && changes.some(({ path }) => !phoneWrites(path))) throw new ProblemError('forbidden');
    if (changes.length > 0) await take(scope, tx, draftId, changes);
    return describeContent(scope, tx, draft, since, changes.map(({ path }) => path));
  });
}

async function take({ services, tenant }: Scope, tx: Transaction, draftId: string, changes: ContentChanges['changes']): Promise<void> {
  const now = services.clock.now();
  const ofDraft = and(eq(draftContents.tenantId, tenant.id), eq(draftContents.draftId, draftId));
  // Held from here on: whoever else changes this draft waits for what comes out.
  const [counter] = await tx
    .insert(draftContents)
    .values({ tenantId: tenant.id, draftId, revision: 1, changedAt: now })
    .onConflictDoUpdate({ target: [draftContents.tenantId, draftContents.draftId], set: { revision: sql`${draftContents.revision} + 1`, changedAt: now } })
    .returning({ revision: draftContents.revision });
  if (!counter) throw new Error('an inserted row comes back');
  const there = await tx
    .select({ path: draftFields.path, stamp: draftFields.stamp })
    .from(draftFields)
    .where(and(eq(draftFields.tenantId, tenant.id), eq(draftFields.draftId, draftId)));
  const stamps = new Map(there.map(({ path, stamp }) => [path, stamp]));

  const winning = new Map<string, { path: string; value: unknown; stamp: number }>();
  for (const { path, value, ...typed } of changes) {
    const stamp = stampOf(typed, now);
    if (!wins(stamp, stamps.get(path))) continue;
    stamps.set(path, stamp);
    winning.set(path, { path, value, stamp });
  }
  if (winning.size === 0) {
    // Nothing came of it: those who listen shall not hear of it either.
    await tx.update(draftContents).set({ revision: counter.revision - 1 }).where(ofDraft);
    return;
  }
  await tx.execute(sql`
    insert into draft_fields (tenant_id, draft_id, path, value, stamp, revision)
    select ${tenant.id}::uuid, ${draftId}::uuid, named.path, named.field -> 'value', named.stamp, ${counter.revision}::bigint
    from jsonb_to_recordset(${JSON.stringify([...winning.values()].map(({ path, value, stamp }) => ({ path, field: { value }, stamp })))}::jsonb) as named (path text, field jsonb, stamp bigint)
    on conflict (tenant_id, draft_id, path) do update set value = excluded.value, stamp = excluded.stamp, revision = excluded.revision`);
  const [size] = await tx.execute<{ fields: number; bytes: number }>(sql`
    select count(*)::int as fields, coalesce(sum(octet_length(value::text)), 0)::int as bytes from draft_fields where tenant_id = ${tenant.id}::uuid and draft_id = ${draftId}::uuid`);
  if (!size || size.fields > contentLimits.fields || size.bytes > contentLimits.bytes) throw new ProblemError('bodyTooLarge');
}
