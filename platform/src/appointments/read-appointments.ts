import type { AgreedServices, AppointmentRound, AppointmentState, WishedServices } from '@meldewerk/contract/appointment';
import type { Transaction } from '@meldewerk/db/client';
import { staffUsers } from '@meldewerk/db/schema';
import { appointmentRounds, appointments, reportScheduling } from '@meldewerk/db/schema-appointments';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { describeDay, type Hours, type Reason, type Used } from './half-days.ts';
import { readUsage } from './read-usage.ts';

type Round = { round: typeof appointmentRounds.$inferSelect; staffName: string | null };

/** Everything about a report's date: who is to answer, what stands, every round, what was agreed beside it. */
export async function readAppointments(scope: Scope, tx: Transaction, reportId: string): Promise<AppointmentState> {
  const { tenant } = scope;
  const [[scheduling], [appointment], rounds] = await Promise.all([
    tx.select().from(reportScheduling).where(and(eq(reportScheduling.tenantId, tenant.id), eq(reportScheduling.reportId, reportId))),
    tx.select().from(appointments).where(and(eq(appointments.tenantId, tenant.id), eq(appointments.reportId, reportId), isNull(appointments.cancelledAt))),
    tx
      .select({ round: appointmentRounds, staffName: staffUsers.name })
      .from(appointmentRounds)
      .leftJoin(staffUsers, and(eq(staffUsers.tenantId, appointmentRounds.tenantId), eq(staffUsers.id, appointmentRounds.staffUserId)))
      .where(and(eq(appointmentRounds.tenantId, tenant.id), eq(appointmentRounds.reportId, reportId)))
      .orderBy(asc(appointmentRounds.number)),
  ]);
  const reasonOf = await reasonsOf(scope, tx, reportId, scheduling?.turn === 'staff' ? rounds : []);
  return {
    turn: scheduling?.turn ?? null,
    confirmed: appointment
      ? {
          id: appointment.id, startsAt: appointment.startsAt.toISOString(), endsAt: appointment.endsAt.toISOString(),
          confirmedBy: appointment.confirmedBy === null ? 'customer' : 'staff', confirmedAt: appointment.confirmedAt.toISOString(), note: appointment.note,
        }
      : null,
    rounds: rounds.map((row) => describeRound(row, reasonOf)),
    // Written from the contract's schema and from nothing else.
    agreedServices: (scheduling?.agreedServices as AgreedServices | null | undefined) ?? null,
    agreedVersion: scheduling?.agreedVersion ?? 0,
  };
}

type ReasonOf = (wish: { day: string; part: 'morning' | 'afternoon' }) => Reason | null;

function describeRound({ round, staffName }: Round, reasonOf: ReasonOf): AppointmentRound {
  return {
    number: round.number,
    kind: round.kind,
    by: round.staffUserId === null ? 'customer' : 'staff',
    staffName,
    at: round.at.toISOString(),
    note: round.note,
    wishes: round.wishes.map((wish) => ({ ...wish, reason: reasonOf(wish) })),
    notPossibleOn: round.notPossibleOn,
    services: round.services as WishedServices | null,
    slots: round.slots,
  };
}

/** What has become of wishes that wait for an answer. Staff may still take one that comes sooner than customers may wish. */
async function reasonsOf({ services, tenant, language }: Scope, tx: Transaction, reportId: string, rounds: Round[]): Promise<ReasonOf> {
  const days = rounds.flatMap(({ round }) => round.wishes.map(({ day }) => day)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return () => null;
  const { settings } = tenant;
  const now = services.clock.now();
  const today = dayIn(settings.timeZone, now);
  const used: Used = to < today ? new Map() : await readUsage(tx, tenant.id, settings, from < today ? today : from, to, reportId);
  const hours: Hours = { ...settings, appointments: { ...settings.appointments, leadDays: 0 } };
  return ({ day, part }) => describeDay(hours, day, { now, used, language }).parts.find((candidate) => candidate.part === part)?.reason ?? null;
}
