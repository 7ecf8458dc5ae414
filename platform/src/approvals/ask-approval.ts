import type { AskApproval } from '@meldewerk/contract/approval';
import type { Transaction } from '@meldewerk/db/client';
import { photos } from '@meldewerk/db/schema';
import { approvalPhotos, approvals } from '@meldewerk/db/schema-approvals';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { assertForCustomer } from '../handling/kept-internal.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { approvalTexts } from './texts.ts';

const perStaff = limit('approval-by-staff', 60, 60);

/** Asks the customer for extra work or tells of a delay. The same `id` twice is one question. */
export async function askApproval(scope: StaffScope, reportId: string, asked: AskApproval): Promise<void> {
  const { services, tenant, staff } = scope;
  assertAhead(scope, asked);
  await takeFrom(services, perStaff, tenant.id, staff.id);
  await inTenant(services.db, tenant.id, async (tx) => {
    assertForCustomer(await lockReport(scope, tx, reportId));
    const { id, kind, reason, amount, readyOn } = asked;
    const [made] = await tx
      .insert(approvals)
      .values({ tenantId: tenant.id, id, reportId, kind, reason, amountCents: amount?.cents ?? null, includesVat: amount?.includesVat ?? null, readyOn, askedAt: services.clock.now(), askedBy: staff.id })
      .onConflictDoNothing()
      .returning({ id: approvals.id });
    if (!made) return assertSame(scope, tx, reportId, asked);
    const photoHashes = await attachPhotos(scope, tx, reportId, asked);
    await recordEvent(services, tx, tenant.id, reportId, {
      type: 'approvalRequested',
      actor: { kind: 'staff', id: staff.id },
      data: { approvalId: id, kind, amountCents: amount?.cents ?? null, includesVat: amount?.includesVat ?? null, readyOn, photos: photoHashes },
    });
  });
}

/** A vehicle cannot be promised for yesterday. */
function assertAhead({ services, tenant, language }: StaffScope, { readyOn }: AskApproval): void {
  if (readyOn === null || readyOn >= dayIn(tenant.settings.timeZone, services.clock.now())) return;
  throw new ProblemError('validationFailed', { issues: [{ path: 'readyOn', code: 'past', message: approvalTexts[language].readyOnPast }] });
}

async function assertSame({ tenant }: StaffScope, tx: Transaction, reportId: string, { id, kind, reason }: AskApproval): Promise<void> {
  const [known] = await tx.select().from(approvals).where(and(eq(approvals.tenantId, tenant.id), eq(approvals.id, id)));
  if (known?.reportId !== reportId || known.kind !== kind || known.reason !== reason) throw new ProblemError('changedMeanwhile');
}

/** Photos of the report, and those this staff member uploaded for it and used nowhere yet. Returns what evidence names. */
async function attachPhotos(scope: StaffScope, tx: Transaction, reportId: string, { id: approvalId, photoIds }: AskApproval): Promise<{ id: string; sha256: string }[]> {
  const { tenant, language } = scope;
  const attached: { id: string; sha256: string }[] = [];
  for (const [position, photoId] of photoIds.entries()) {
    const sha256 = (await findOfReport(scope, tx, reportId, photoId)) ?? (await takeUploaded(scope, tx, reportId, approvalId, photoId));
    if (!sha256) throw new ProblemError('validationFailed', { issues: [{ path: `photoIds.${position}`, code: 'gone', message: approvalTexts[language].photoGone }] });
    await tx.insert(approvalPhotos).values({ tenantId: tenant.id, approvalId, photoId, position, sha256 });
    attached.push({ id: photoId, sha256: Buffer.from(sha256).toString('hex') });
  }
  return attached;
}

async function findOfReport({ tenant }: StaffScope, tx: Transaction, reportId: string, photoId: string): Promise<Uint8Array | null> {
  const [photo] = await tx
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId), eq(photos.reportId, reportId), eq(photos.state, 'ready')));
  return photo?.sha256 ?? null;
}

async function takeUploaded({ tenant, staff }: StaffScope, tx: Transaction, reportId: string, approvalId: string, photoId: string): Promise<Uint8Array | null> {
  const [file] = await tx
    .update(messageFiles)
    .set({ approvalId })
    .where(and(
      eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, photoId), eq(messageFiles.reportId, reportId), eq(messageFiles.staffUserId, staff.id),
      eq(messageFiles.kind, 'photo'), isNull(messageFiles.messageId), isNull(messageFiles.approvalId),
    ))
    .returning({ sha256: messageFiles.sha256 });
  return file?.sha256 ?? null;
}
