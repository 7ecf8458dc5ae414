import type { AppointmentWishes } from '@meldewerk/contract/appointment';
import { reportEvents } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import { confirmAppointment } from '../appointments/confirm-appointment.ts';
import { describeDay, halfDayOf, nextDay, type Hours } from '../appointments/half-days.ts';
import { proposeAppointments } from '../appointments/propose-appointments.ts';
import type { StaffScope } from '../http/scope.ts';
import type { Past } from './seed.ts';
import type { SeedReport } from './seed-reports.ts';
import { settleMessages } from './settle-messages.ts';

type Seeded = { reportId: string; date: NonNullable<SeedReport['date']>; now: Date };

/** How a report's date went on after somebody had opened it: what staff proposed or fixed, with its messages as sent. */
export async function seedDate({ services, travelTo }: Past, scope: StaffScope, { reportId, date, now }: Seeded): Promise<void> {
  if ('wished' in date) return;
  travelTo(new Date(services.clock.now().getTime() + 25 * 60_000));
  const { settings, id: tenantId } = scope.tenant;
  const slotOn = (number: number, time: string) => ({ startsAt: instantOn(settings, freeDays(settings, now)[number] ?? '', time), durationMinutes: 30 });
  if ('confirmed' in date) await confirmAppointment(scope, reportId, { seenRound: 0, ...slotOn(date.confirmed, date.at), acknowledged: true });
  else await proposeAppointments(scope, reportId, { seenRound: 0, slots: date.proposed.map((number) => slotOn(number, '10:00')), acknowledged: true });
  const [event] = await services.db.select({ sequence: reportEvents.sequence }).from(reportEvents).where(and(eq(reportEvents.tenantId, tenantId), eq(reportEvents.reportId, reportId))).orderBy(desc(reportEvents.sequence)).limit(1);
  travelTo(new Date(services.clock.now().getTime() + 4_000));
  if (event) await settleMessages(services, { tenantId, reportId, sequence: event.sequence });
}

/** Wishes as a customer would have named them: by days that can still be had now. */
export function wishesOf(hours: Hours, wished: number[], now: Date): AppointmentWishes {
  const days = freeDays(hours, now);
  return {
    wishes: wished.map((number, index) => ({ day: days[number] ?? '', part: index === 1 ? ('afternoon' as const) : ('morning' as const) })),
    notPossibleOn: [], note: 'Am liebsten gleich morgens um acht.', services: { pickUp: false, bringBack: false, replacementCar: true, replacementCarNeeds: 'Kindersitz' },
  };
}

/** The next days that are open from morning to afternoon. */
function freeDays(hours: Hours, now: Date): string[] {
  const { day: today } = halfDayOf(hours, now);
  return Array.from({ length: 30 }, (_, index) => nextDay(today, index + 1)).filter((day) => describeDay(hours, day, { now, used: new Map(), language: 'de' }).parts.every(({ reason }) => reason === null));
}

/** The instant at which the clock on the workshop's wall shows this; in central Europe it is one or two hours ahead. */
function instantOn(hours: Hours, day: string, time: string): string {
  const [winter, summer] = ['+01:00', '+02:00'].map((offset) => new Date(`${day}T${time}:00${offset}`));
  const format = new Intl.DateTimeFormat('de-DE', { timeZone: hours.timeZone, hour: '2-digit', minute: '2-digit' });
  return (summer && format.format(summer) === time ? summer : (winter ?? new Date())).toISOString();
}
