import type { Transaction } from '@meldewerk/db/client';
import type { damageReports } from '@meldewerk/db/schema';
import { appointments } from '@meldewerk/db/schema-appointments';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { writeHandling, type Actor } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import type { Slot } from './check-slots.ts';
import { addRound, type Scheduling } from './rounds.ts';
import { appointmentTexts } from './texts.ts';

type Report = typeof damageReports.$inferSelect;
export type Appointment = typeof appointments.$inferSelect;

/** A report is `scheduled` once a date stands, unless it has come further already. */
const beforeScheduled = ['draft', 'linkSent', 'submitted', 'inReview'];

/**
 * The last word, in the transaction of whoever has it: puts the appointment into calendars or moves the one that is there,
 * lets everything else lapse, and sets the report's status.
 */
export async function fixAppointment(scope: Scope, tx: Transaction, report: Report, scheduling: Scheduling, { slot, actor, note }: { slot: Slot; actor: Actor; note?: string | undefined }): Promise<void> {
  const { services, tenant } = scope;
  const now = services.clock.now();
  const before = await standingAppointment(scope, tx, report.id);
  const facts = { ...slot, confirmedBy: actor.id, confirmedAt: now, note: note ?? null };
  const [appointment] = before
    ? await tx.update(appointments).set({ ...facts, sequence: sql`${appointments.sequence} + 1` }).where(and(eq(appointments.tenantId, tenant.id), eq(appointments.id, before.id))).returning()
    : await tx.insert(appointments).values({ tenantId: tenant.id, id: services.newId(), reportId: report.id, ...facts }).returning();
  if (!appointment) throw new Error('a written appointment is there');
  const round = await addRound(scope, tx, scheduling, { kind: 'confirmed', actor, note, slots: [spanOf(appointment)] });
  await recordEvent(services, tx, tenant.id, report.id, {
    type: 'appointmentConfirmed', actor,
    data: { round, appointmentId: appointment.id, sequence: appointment.sequence, ...spanOf(appointment), ...(before && { movedFrom: before.startsAt.toISOString() }) },
  });
  if (beforeScheduled.includes(report.status)) await writeHandling(scope, tx, report, { set: { status: 'scheduled' }, actor });
}

export async function standingAppointment({ tenant }: Scope, tx: Transaction, reportId: string): Promise<Appointment | undefined> {
  const [appointment] = await tx.select().from(appointments).where(and(eq(appointments.tenantId, tenant.id), eq(appointments.reportId, reportId), isNull(appointments.cancelledAt)));
  return appointment;
}

export function spanOf({ startsAt, endsAt }: Slot): { startsAt: string; endsAt: string } {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** What is over and done with gets no more dates. */
export function assertReportOpen({ language }: Scope, { closedAt }: Report, who: 'staff' | 'customer'): void {
  if (closedAt) throw new ProblemError('validationFailed', { issues: [{ path: '', code: 'reportClosed', message: appointmentTexts[language].reportClosed[who] }] });
}
