import {
  appointmentDaysSchema, appointmentSettingsViewSchema, calendarFeedSchema, calendarSchema,
  type AgreeServices, type AppointmentDays, type AppointmentSettingsInput, type AppointmentSettingsView, type Calendar, type cancelAppointmentSchema, type confirmAppointmentSchema, type proposeAppointmentsSchema,
} from '@meldewerk/contract/appointment';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { request, requestJson } from '@meldewerk/shell/request';
import type * as v from 'valibot';

export type AppointmentConfirmation = v.InferInput<typeof confirmAppointmentSchema>;
export type AppointmentProposal = v.InferInput<typeof proposeAppointmentsSchema>;
export type CalendarFeed = v.InferOutput<typeof calendarFeedSchema>;

export async function confirmAppointment(reportId: string, confirmation: AppointmentConfirmation) {
  await request('POST', `/api/reports/${reportId}/appointment-confirmations`, { body: confirmation });
}

export async function proposeAppointments(reportId: string, proposal: AppointmentProposal) {
  await request('POST', `/api/reports/${reportId}/appointment-proposals`, { body: proposal });
}

export async function cancelAppointment(reportId: string, cancellation: v.InferInput<typeof cancelAppointmentSchema>) {
  await request('POST', `/api/reports/${reportId}/appointment-cancellations`, { body: cancellation });
}

export async function saveAgreedServices(reportId: string, agreement: AgreeServices) {
  await request('PUT', `/api/reports/${reportId}/agreed-services`, { body: agreement });
}

/** Days `YYYY-MM-DD` in the workshop's time zone, both included; the filter is the list's. */
export function fetchCalendar(from: string, to: string, filter: ReportFilter = {}, signal?: AbortSignal): Promise<Calendar> {
  const search = new URLSearchParams({ from, to });
  for (const [name, value] of Object.entries(filter)) if (value && !search.has(name)) search.set(name, value);
  return requestJson(calendarSchema, 'GET', `/api/calendar?${search}`, { signal });
}

/** What customers can choose. */
export function fetchAppointmentDays(from: string, to: string): Promise<AppointmentDays> {
  return requestJson(appointmentDaysSchema, 'GET', `/api/appointment-days?${new URLSearchParams({ from, to })}`);
}

export function fetchAppointmentSettings(): Promise<AppointmentSettingsView> {
  return requestJson(appointmentSettingsViewSchema, 'GET', '/api/settings/appointments');
}

export function saveAppointmentSettings(input: AppointmentSettingsInput): Promise<AppointmentSettingsView> {
  return requestJson(appointmentSettingsViewSchema, 'PUT', '/api/settings/appointments', { body: input });
}

/** What customers could choose if these settings were saved; four weeks. */
export function previewAppointmentDays(input: AppointmentSettingsInput): Promise<AppointmentDays> {
  return requestJson(appointmentDaysSchema, 'POST', '/api/settings/appointments/preview', { body: input });
}

export function fetchCalendarFeed(): Promise<CalendarFeed> {
  return requestJson(calendarFeedSchema, 'GET', '/api/calendar-feed');
}

/** The address is in the answer and nowhere else; one made before stops working. */
export function makeCalendarFeed(): Promise<CalendarFeed> {
  return requestJson(calendarFeedSchema, 'POST', '/api/calendar-feed');
}

export async function revokeCalendarFeed() {
  await request('DELETE', '/api/calendar-feed');
}
