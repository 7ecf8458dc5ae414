import type { AppointmentState, proposeAppointmentsSchema } from '@meldewerk/contract/appointment';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type * as v from 'valibot';
import { recordEvent } from '../events/record-event.ts';
import { lockReport, type Actor } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { checkSlots, toSlot } from './check-slots.ts';
import { assertReportOpen, spanOf } from './fix-appointment.ts';
import { readAppointments } from './read-appointments.ts';
import { addRound, loadScheduling } from './rounds.ts';
import { appointmentTexts } from './texts.ts';

/** Staff: one of these times, which the customer is asked for. A date that stands stays until they say yes. */
export async function proposeAppointments(scope: StaffScope, reportId: string, input: v.InferOutput<typeof proposeAppointmentsSchema>): Promise<AppointmentState> {
  const { services, tenant, staff } = scope;
  const actor: Actor = { kind: 'staff', id: staff.id };
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    assertReportOpen(scope, report, 'staff');
    assertCanAnswer(scope, report);
    const scheduling = await loadScheduling(scope, tx, reportId, input.seenRound);
    const slots = [...new Map(input.slots.map(toSlot).map((slot) => [slot.startsAt.getTime(), slot])).values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    await checkSlots(scope, tx, slots, { path: (index) => `slots.${index}`, acknowledged: input.acknowledged, except: reportId });
    const round = await addRound(scope, tx, scheduling, { kind: 'proposal', actor, note: input.note, slots: slots.map(spanOf) });
    await recordEvent(services, tx, tenant.id, reportId, { type: 'appointmentProposed', actor, data: { round, slots: slots.map(spanOf) } });
    return readAppointments(scope, tx, reportId);
  });
}

/** A question that its customer cannot see is not asked. */
function assertCanAnswer({ tenant, language }: StaffScope, { submittedAt, internalSince }: Awaited<ReturnType<typeof lockReport>>): void {
  const why = !submittedAt ? 'notSubmitted' : internalSince ? 'internal' : tenant.settings.workflow.customerSees.appointments ? null : 'notShown';
  if (why) throw new ProblemError('validationFailed', { issues: [{ path: '', code: why, message: appointmentTexts[language].cannotAnswer[why] }] });
}
