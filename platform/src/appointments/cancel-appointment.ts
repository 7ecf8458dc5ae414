import type { AppointmentState, cancelAppointmentSchema } from '@meldewerk/contract/appointment';
import type { Transaction } from '@meldewerk/db/client';
import { appointmentRounds, appointments } from '@meldewerk/db/schema-appointments';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { recordEvent } from '../events/record-event.ts';
import { lockReport, writeHandling, type Actor } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { spanOf, standingAppointment } from './fix-appointment.ts';
import { readAppointments } from './read-appointments.ts';
import { addRound, loadScheduling } from './rounds.ts';
import { appointmentTexts } from './texts.ts';

/** Staff: the appointment that stands is off, or a proposal that is open is taken back. A `scheduled` report goes back to `inReview`. */
export async function cancelAppointment(scope: StaffScope, reportId: string, { seenRound, note }: v.InferOutput<typeof cancelAppointmentSchema>): Promise<AppointmentState> {
  const { services, tenant, staff } = scope;
  const actor: Actor = { kind: 'staff', id: staff.id };
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    const scheduling = await loadScheduling(scope, tx, reportId, seenRound);
    const standing = await standingAppointment(scope, tx, reportId);
    if (!standing && scheduling.turn !== 'customer') throw new ProblemError('validationFailed', { issues: [{ path: '', code: 'nothingToCancel', message: appointmentTexts[scope.language].nothingToCancel }] });
    if (!standing) {
      // The customer's wishes are unanswered again.
      const round = await addRound(scope, tx, scheduling, { kind: 'cancelled', actor, note, turn: (await hasWishes(scope, tx, reportId)) ? 'staff' : null });
      await recordEvent(services, tx, tenant.id, reportId, { type: 'appointmentCancelled', actor, data: { round } });
      return readAppointments(scope, tx, reportId);
    }
    const round = await addRound(scope, tx, scheduling, { kind: 'cancelled', actor, note });
    await tx.update(appointments).set({ cancelledAt: services.clock.now(), sequence: sql`${appointments.sequence} + 1` }).where(and(eq(appointments.tenantId, tenant.id), eq(appointments.id, standing.id)));
    await recordEvent(services, tx, tenant.id, reportId, { type: 'appointmentCancelled', actor, data: { round, appointmentId: standing.id, sequence: standing.sequence + 1, ...spanOf(standing) } });
    if (report.status === 'scheduled') await writeHandling(scope, tx, report, { set: { status: 'inReview' }, actor });
    return readAppointments(scope, tx, reportId);
  });
}

async function hasWishes({ tenant }: StaffScope, tx: Transaction, reportId: string): Promise<boolean> {
  const [wishes] = await tx.select({ number: appointmentRounds.number }).from(appointmentRounds).where(and(eq(appointmentRounds.tenantId, tenant.id), eq(appointmentRounds.reportId, reportId), eq(appointmentRounds.kind, 'wishes'))).limit(1);
  return wishes !== undefined;
}
