import type { AppointmentDays } from '@meldewerk/contract/appointment';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { daysBetween, describeDays, nextDay } from './half-days.ts';
import { readUsage } from './read-usage.ts';

/** The days a customer may wish for, from today to the workshop's horizon, as far as they were asked for. */
export async function listDays({ services, tenant, language }: Scope, asked: { from?: string | undefined; to?: string | undefined }): Promise<AppointmentDays> {
  const { settings } = tenant;
  const now = services.clock.now();
  const today = dayIn(settings.timeZone, now);
  const horizon = nextDay(today, settings.appointments.horizonDays);
  const from = asked.from && asked.from > today ? asked.from : today;
  const to = asked.to && asked.to < horizon ? asked.to : horizon;
  if (!settings.appointments.enabled || from > to) return { enabled: settings.appointments.enabled, days: [] };
  const used = await inTenant(services.db, tenant.id, (tx) => readUsage(tx, tenant.id, settings, from, to));
  return { enabled: true, days: describeDays(settings, daysBetween(from, to), { now, used, language }) };
}
