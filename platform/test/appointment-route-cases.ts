import { defaultAppointmentSettings } from '@meldewerk/contract/appointment';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { thursdayAfternoon } from './appointments.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const ofReport = (at: Premises, what: string) => `/api/reports/${at.report.receipt.reportId}/${what}`;
const slot = { startsAt: thursdayAfternoon, durationMinutes: 30 };
const { openingHours } = defaultSettings('Muster', { address: { street: '', postalCode: '', city: '', country: 'DE' }, phone: '', email: '' });

/** The batteries ask in any order and often: a round that somebody else has made meanwhile is an honest answer too. */
export const appointmentCases: RouteCase[] = [
  { route: 'GET /api/appointment-days', door: 'open', path: () => '/api/appointment-days?from=2026-11-23&to=2026-11-29', honest: [200] },
  { route: 'POST /api/reports/:reportId/appointment-confirmations', door: 'staff', role: 'clerk', path: (at) => ofReport(at, 'appointment-confirmations'), body: () => ({ seenRound: 2, ...slot }), honest: [201, 409] },
  { route: 'POST /api/reports/:reportId/appointment-proposals', door: 'staff', role: 'clerk', path: (at) => ofReport(at, 'appointment-proposals'), body: () => ({ seenRound: 2, slots: [slot] }), honest: [201, 409] },
  { route: 'POST /api/reports/:reportId/appointment-cancellations', door: 'staff', role: 'clerk', path: (at) => ofReport(at, 'appointment-cancellations'), body: () => ({ seenRound: 2 }), honest: [201, 409] },
  {
    route: 'PUT /api/reports/:reportId/agreed-services', door: 'staff', role: 'clerk', path: (at) => ofReport(at, 'agreed-services'),
    body: () => ({ seenVersion: 0, services: { pickUp: { address: 'Amselweg 4' }, bringBack: null, replacementCar: null, coverLimits: [] } }), honest: [200, 409],
  },
  { route: 'GET /api/settings/appointments', door: 'staff', path: () => '/api/settings/appointments', honest: [200] },
  { route: 'PUT /api/settings/appointments', door: 'staff', role: 'admin', path: () => '/api/settings/appointments', body: () => ({ settings: defaultAppointmentSettings, openingHours }), honest: [200] },
  { route: 'POST /api/settings/appointments/preview', door: 'staff', role: 'admin', path: () => '/api/settings/appointments/preview', body: () => ({ settings: defaultAppointmentSettings, openingHours }), honest: [200] },
  { route: 'GET /api/calendar', door: 'staff', path: () => '/api/calendar?from=2026-11-23&to=2026-12-06', honest: [200] },
  { route: 'GET /api/calendar-feed', door: 'staff', path: () => '/api/calendar-feed', honest: [200] },
  { route: 'POST /api/calendar-feed', door: 'staff', path: () => '/api/calendar-feed', honest: [201] },
  { route: 'DELETE /api/calendar-feed', door: 'staff', path: () => '/api/calendar-feed', honest: [204] },
  { route: 'GET /calendar/:file{[A-Za-z0-9_-]+\\.ics}', door: 'open', path: () => '/calendar/nobodyhasthis.ics', honest: [404] },
  { route: 'POST /api/status/appointment-answers', door: 'customer', path: () => '/api/status/appointment-answers', body: () => ({ answer: 'declined', seenRound: 2 }), honest: [201, 409] },
  { route: 'GET /api/status/appointment.ics', door: 'customer', path: () => '/api/status/appointment.ics', honest: [200, 404] },
];
