import { maxSavedViews, savedViewInputSchema, type NewSavedView, type SavedView, type SavedViewInput } from '@meldewerk/contract/list';
import type { Transaction } from '@meldewerk/db/client';
import { staffUsers } from '@meldewerk/db/schema';
import { savedViews } from '@meldewerk/db/schema-lists';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, count, eq, or } from 'drizzle-orm';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { listTexts } from './texts.ts';

const contentSchema = v.omit(savedViewInputSchema, ['name', 'shared']);

/** The person's own views and those shared with the workshop, in the order they were made. */
export async function listViews({ services, tenant, staff }: StaffScope): Promise<SavedView[]> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ id: savedViews.id, staffUserId: savedViews.staffUserId, shared: savedViews.shared, name: savedViews.name, content: savedViews.content, ownerName: staffUsers.name })
      .from(savedViews)
      .innerJoin(staffUsers, and(eq(staffUsers.tenantId, savedViews.tenantId), eq(staffUsers.id, savedViews.staffUserId)))
      .where(and(eq(savedViews.tenantId, tenant.id), or(eq(savedViews.staffUserId, staff.id), eq(savedViews.shared, true))))
      .orderBy(asc(savedViews.createdAt), asc(savedViews.id)),
  );
  return rows.flatMap(({ id, staffUserId, shared, name, content, ownerName }) => {
    const parsed = v.safeParse(contentSchema, content);
    return parsed.success ? [{ ...parsed.output, id, shared, name, mine: staffUserId === staff.id, ownerName }] : [];
  });
}

/** Saves a view under the id its maker chose: sent twice it is there once, and its deletion is taken back the same way. */
export async function createView(scope: StaffScope, { id, name, shared, ...content }: NewSavedView): Promise<void> {
  const { services, tenant, staff, language } = scope;
  assertMayShare(scope, shared);
  await inTenant(services.db, tenant.id, async (tx) => {
    const [own] = await tx.select({ count: count() }).from(savedViews).where(and(eq(savedViews.tenantId, tenant.id), eq(savedViews.staffUserId, staff.id)));
    if ((own?.count ?? 0) >= maxSavedViews) throw new ProblemError('validationFailed', { issues: [{ path: 'name', code: 'tooMany', message: listTexts[language].tooManyViews }] });
    await tx.insert(savedViews).values({ tenantId: tenant.id, id, staffUserId: staff.id, shared, name, content, createdAt: services.clock.now() }).onConflictDoNothing();
  });
}

export async function changeView(scope: StaffScope, id: string, { name, shared, ...content }: SavedViewInput): Promise<void> {
  assertMayShare(scope, shared);
  await inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    await lockView(scope, tx, id);
    await tx.update(savedViews).set({ name, shared, content }).where(and(eq(savedViews.tenantId, scope.tenant.id), eq(savedViews.id, id)));
  });
}

export async function deleteView(scope: StaffScope, id: string): Promise<void> {
  await inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    await lockView(scope, tx, id);
    await tx.delete(savedViews).where(and(eq(savedViews.tenantId, scope.tenant.id), eq(savedViews.id, id)));
  });
}

/** One's own; a shared one also for who manages the workshop. Somebody else's own is not there at all. */
async function lockView({ tenant, staff }: StaffScope, tx: Transaction, id: string): Promise<void> {
  const [view] = await tx.select().from(savedViews).where(and(eq(savedViews.tenantId, tenant.id), eq(savedViews.id, id))).for('update');
  if (!view || (view.staffUserId !== staff.id && !view.shared)) throw new ProblemError('notFound');
  if (view.staffUserId !== staff.id && staff.role !== 'admin') throw new ProblemError('forbidden');
}

function assertMayShare({ staff }: StaffScope, shared: boolean): void {
  if (shared && staff.role === 'viewer') throw new ProblemError('forbidden');
}
