import type { Transaction } from '@meldewerk/db/client';
import { formSignatures, reportForms } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { lockReport } from './lock-report.ts';

/** Takes a form off a report, as long as nobody has signed it and the report is not sent. */
export async function detachForm(scope: StaffScope, reportId: string, id: string): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    const ofForm = and(eq(reportForms.tenantId, tenant.id), eq(reportForms.reportId, reportId), eq(reportForms.id, id));
    const [form] = await tx.select().from(reportForms).where(ofForm);
    if (!form) throw new ProblemError('notFound');
    if (form.detachedAt) return;
    const [signature] = await tx.select({ id: formSignatures.id }).from(formSignatures).where(and(eq(formSignatures.tenantId, tenant.id), eq(formSignatures.reportFormId, id))).limit(1);
    if (signature) throw new ProblemError('formAlreadySigned');
    if (report.submittedAt) throw new ProblemError('alreadySubmitted');
    await takeOffReport(scope, tx, reportId, id);
  });
}

/** In somebody else's transaction, on a report they hold: off it goes, and it is recorded. That it is off already is no error. */
export async function takeOffReport({ services, tenant, staff }: StaffScope, tx: Transaction, reportId: string, id: string): Promise<void> {
  const [form] = await tx
    .update(reportForms)
    .set({ detachedAt: services.clock.now(), detachedBy: staff.id })
    .where(and(eq(reportForms.tenantId, tenant.id), eq(reportForms.reportId, reportId), eq(reportForms.id, id), isNull(reportForms.detachedAt)))
    .returning();
  if (!form) return;
  const { formId, version } = form;
  await recordEvent(services, tx, tenant.id, reportId, { type: 'formDetached', actor: { kind: 'staff', id: staff.id }, data: { reportFormId: id, formId, version } });
}
