import type { AppointmentDays, AppointmentSettingsInput } from '@meldewerk/contract/appointment';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { nextDay } from './half-days.ts';
import { listDays } from './list-days.ts';

const shownDays = 28;

/** The next weeks as customers could choose from them if these settings were saved. */
export function previewDays(scope: Scope, { settings, openingHours }: AppointmentSettingsInput): Promise<AppointmentDays> {
  const { services, tenant } = scope;
  const today = dayIn(tenant.settings.timeZone, services.clock.now());
  const proposed = { ...tenant, settings: { ...tenant.settings, appointments: settings, openingHours } };
  return listDays({ ...scope, tenant: proposed }, { to: nextDay(today, shownDays - 1) });
}
