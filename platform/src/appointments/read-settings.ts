import type { AppointmentSettingsView } from '@meldewerk/contract/appointment';
import { findTenantById } from '@meldewerk/tenants/find';
import type { Scope } from '../http/scope.ts';

/** The settings as they are kept now, past the tenant cache. */
export async function readAppointmentSettings({ services, tenant: { id } }: Scope): Promise<AppointmentSettingsView> {
  const tenant = await findTenantById(services.db, id);
  if (!tenant) throw new Error('the tenant of a request exists');
  const { appointments, openingHours, timeZone } = tenant.settings;
  return { settings: appointments, openingHours, timeZone };
}
