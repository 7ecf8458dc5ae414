import { type confirmAppointmentSchema, type AppointmentState } from '@meldewerk/contract/appointment';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type * as v from 'valibot';
import { lockReport } from '../handling/change-handling.ts';
import type { StaffScope } from '../http/scope.ts';
import { checkSlots, holdHalfDay, toSlot } from './check-slots.ts';
import { assertReportOpen, fixAppointment } from './fix-appointment.ts';
import { readAppointments } from './read-appointments.ts';
import { loadScheduling } from './rounds.ts';

/** Staff: this is the date, or the one that stands is moved to it. */
export async function confirmAppointment(scope: StaffScope, reportId: string, input: v.InferOutput<typeof confirmAppointmentSchema>): Promise<AppointmentState> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    assertReportOpen(scope, report, 'staff');
    const scheduling = await loadScheduling(scope, tx, reportId, input.seenRound);
    const slot = toSlot(input);
    await holdHalfDay(scope, tx, slot);
    await checkSlots(scope, tx, [slot], { path: () => 'startsAt', acknowledged: input.acknowledged, except: reportId });
    await fixAppointment(scope, tx, report, scheduling, { slot, actor: { kind: 'staff', id: staff.id }, note: input.note });
    return readAppointments(scope, tx, reportId);
  });
}
