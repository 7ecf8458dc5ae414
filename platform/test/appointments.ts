import type { AppointmentState } from '@meldewerk/contract/appointment';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

/** Ten in the morning at Karlsruhe, `2026-12-01` being a Tuesday; the manual clock begins on Friday, 20 November 2026. */
export const tuesday = '2026-12-01T09:00:00.000Z';
export const wednesday = '2026-12-02T09:00:00.000Z';
export const thursdayAfternoon = '2026-12-03T13:00:00.000Z';

export type Furnished = { appointmentId: string; feedPath: string };

/** A date that stands, a proposal to move it, and an address to subscribe to. */
export async function furnishAppointment(platform: Platform, workshop: Workshop, cookie: string, reportId: string): Promise<Furnished> {
  const ask = async (path: string, json?: unknown) => {
    const response = await platform.request(workshop.host, path, { method: 'POST', cookie, ...(json !== undefined && { json }) });
    if (response.status !== 201) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const { confirmed } = (await ask(`/api/reports/${reportId}/appointment-confirmations`, { seenRound: 0, startsAt: tuesday, durationMinutes: 30 })) as AppointmentState;
  await ask(`/api/reports/${reportId}/appointment-proposals`, { seenRound: 1, slots: [{ startsAt: wednesday, durationMinutes: 30 }] });
  const { url } = (await ask('/api/calendar-feed')) as { url: string };
  return { appointmentId: confirmed?.id ?? '', feedPath: new URL(url).pathname };
}
