import { createHash } from 'node:crypto';
import type { AgreeServices, AppointmentState } from '@meldewerk/contract/appointment';
import { reportScheduling } from '@meldewerk/db/schema-appointments';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { canonicalJson } from '../events/event-chain.ts';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { readAppointments } from './read-appointments.ts';
import { loadScheduling } from './rounds.ts';

/** Staff write down what was promised beside the date. The chain carries its hash: addresses stay out of it. */
export async function agreeServices(scope: StaffScope, reportId: string, { seenVersion, services: agreed }: AgreeServices): Promise<AppointmentState> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    await lockReport(scope, tx, reportId);
    const { agreedVersion } = await loadScheduling(scope, tx, reportId);
    if (agreedVersion !== seenVersion) throw new ProblemError('changedMeanwhile');
    const state = { agreedServices: agreed, agreedVersion: agreedVersion + 1 };
    await tx.insert(reportScheduling).values({ tenantId: tenant.id, reportId, ...state }).onConflictDoUpdate({ target: [reportScheduling.tenantId, reportScheduling.reportId], set: state });
    const contentSha256 = createHash('sha256').update(canonicalJson(agreed)).digest('hex');
    await recordEvent(services, tx, tenant.id, reportId, { type: 'servicesAgreed', actor: { kind: 'staff', id: staff.id }, data: { version: state.agreedVersion, contentSha256 } });
    return readAppointments(scope, tx, reportId);
  });
}
