import { handlingFields, isClosed, type ChangeHandling, type Handling, type HandlingChange, type HandlingField, type ReportStatus } from '@meldewerk/contract/handling';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportMessages, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { describeHandling } from './describe-handling.ts';
import { findUndone } from './find-undone.ts';
import { handlingTexts } from './texts.ts';

type Row = typeof damageReports.$inferSelect;
export type Actor = { kind: 'staff'; id: string } | { kind: 'customer' | 'system'; id: null };

/** A staff member changes how a report is handled; what somebody else changed meanwhile is not written over. */
export async function changeHandling(scope: StaffScope, reportId: string, change: ChangeHandling): Promise<Handling> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const row = await lockReport(scope, tx, reportId);
    assertUnchanged(scope, row, change);
    const changed = await writeHandling(scope, tx, row, { set: change.set, note: change.note, actor: { kind: 'staff', id: staff.id } });
    return describeAssigned(scope, tx, changed);
  });
}

/** How a report is handled, with the name of who has it. */
export async function describeAssigned(scope: Scope, tx: Transaction, row: Row): Promise<Handling> {
  return describeHandling(row, await nameOf(scope, tx, row.assigneeId));
}

/** The report, held against everybody else who would change it until the transaction ends. */
export async function lockReport({ tenant }: Scope, tx: Transaction, reportId: string): Promise<Row> {
  const [row] = await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId))).for('no key update');
  if (!row) throw new ProblemError('notFound');
  return row;
}

/**
 * Writes a change in somebody else's transaction, over a row that `lockReport` gave: fields, their events, the note.
 * A new status begins without its finer state unless one is named. Setting what is there already changes nothing.
 */
export async function writeHandling(scope: Scope, tx: Transaction, row: Row, { set, note, actor }: { set: HandlingChange; note?: string | undefined; actor: Actor }): Promise<Row> {
  const { services, tenant } = scope;
  const now = services.clock.now();
  const wanted = { ...set, ...(set.status !== undefined && set.status !== row.status && set.subStatus === undefined && { subStatus: null }) };
  const fields = handlingFields.filter((field) => wanted[field] !== undefined && !isSame(wanted[field], row[field]));
  if (fields.length === 0) return row;
  const change = Object.fromEntries(fields.map((field) => [field, wanted[field]])) as HandlingChange;
  const status: ReportStatus = change.status ?? (row.status as ReportStatus);
  const moves = change.status !== undefined || change.subStatus !== undefined;
  const undone = moves ? await findUndone(scope, tx, row, { status, subStatus: change.subStatus === undefined ? row.subStatus : change.subStatus, actor }) : null;
  const reopens = row.closedAt !== null && !isClosed(status);
  if (reopens && actor.kind === 'staff' && !note && !undone) throw new ProblemError('validationFailed', { issues: [{ path: 'note', code: 'required', message: handlingTexts[scope.language].reopenNeedsNote }] });
  assertSubStatus(scope, status, change.subStatus);
  if (change.assigneeId) await assertColleague(scope, tx, change.assigneeId);

  const [changed] = await tx
    .update(damageReports)
    .set({
      ...change,
      version: sql`${damageReports.version} + 1`,
      ...(change.status && { statusSince: undone?.statusSince ?? now }),
      ...(moves && { subStatusSince: undone ? undone.subStatusSince : change.subStatus ? now : null }),
      ...(change.status && { closedAt: isClosed(status) ? (row.closedAt ?? now) : null }),
    })
    .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, row.id)))
    .returning();
  if (!changed) throw new Error('a locked report is there');
  const noteId = note && actor.kind === 'staff' ? await addNote(scope, tx, row.id, note, actor.id) : undefined;
  if (moves) {
    const since = { since: row.statusSince.toISOString(), subSince: row.subStatusSince?.toISOString() ?? null };
    const data = { from: row.status, to: status, fromSubStatus: row.subStatus, toSubStatus: changed.subStatus, ...since, ...(noteId && { noteId }) };
    await recordEvent(services, tx, tenant.id, row.id, { type: 'statusChanged', actor, data });
  }
  const others = fields.filter((field) => field !== 'status' && field !== 'subStatus');
  if (others.length > 0) {
    await recordEvent(services, tx, tenant.id, row.id, { type: 'handlingChanged', actor, data: { fields: others, ...(change.assigneeId !== undefined && { assigneeId: change.assigneeId }), ...(change.dueOn !== undefined && { dueOn: change.dueOn }), ...(change.priority && { priority: change.priority }) } });
  }
  return changed;
}

function assertUnchanged({ language }: Scope, row: Row, { expected, set }: ChangeHandling): void {
  const moved = (Object.keys(set) as HandlingField[]).filter((field) => !isSame(expected[field], row[field]) && !isSame(set[field], row[field]));
  if (moved.length === 0) return;
  throw new ProblemError('changedMeanwhile', { issues: moved.map((field) => ({ path: field, code: 'changedMeanwhile', message: handlingTexts[language].changedMeanwhile[field] })) });
}

function assertSubStatus({ tenant, language }: Scope, status: ReportStatus, subStatus: string | null | undefined): void {
  if (!subStatus || tenant.settings.workflow.statuses[status].subStatuses.some(({ id }) => id === subStatus)) return;
  throw new ProblemError('validationFailed', { issues: [{ path: 'subStatus', code: 'unknown', message: handlingTexts[language].unknownSubStatus }] });
}

async function assertColleague({ tenant, language }: Scope, tx: Transaction, staffUserId: string): Promise<void> {
  const [known] = await tx.select({ id: staffUsers.id }).from(staffUsers).where(and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.id, staffUserId), isNull(staffUsers.disabledAt)));
  if (!known) throw new ProblemError('validationFailed', { issues: [{ path: 'assigneeId', code: 'unknown', message: handlingTexts[language].unknownColleague }] });
}

async function nameOf({ tenant }: Scope, tx: Transaction, staffUserId: string | null): Promise<string | null> {
  if (staffUserId === null) return null;
  const [row] = await tx.select({ name: staffUsers.name }).from(staffUsers).where(and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.id, staffUserId)));
  return row?.name ?? null;
}

async function addNote({ services, tenant }: Scope, tx: Transaction, reportId: string, body: string, staffUserId: string): Promise<string> {
  const id = services.newId();
  await tx.insert(reportMessages).values({ tenantId: tenant.id, id, reportId, author: 'staff', staffUserId, audience: 'internal', body, createdAt: services.clock.now() });
  return id;
}

/** Tags count in any order; everything else is one value. */
function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted()) : a === b;
}
