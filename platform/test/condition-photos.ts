import { randomUUID } from 'node:crypto';
import type { Platform } from './harness.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';
import { smallPhoto } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

const query = 'stage=dropOff&shotId=frontLeft&takenAt=2026-11-20T09:58:00.000Z';

/** A picture that staff took of the vehicle of a report, sent as the portal does. */
export async function takeConditionPhoto(platform: Platform, workshop: Workshop, cookie: string, reportId: string, { id = randomUUID(), bytes = undefined as Uint8Array | undefined, search = query } = {}): Promise<Response & { id: string }> {
  const body = bytes ?? (await smallPhoto());
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/condition-photos/${id}?${search}`, { method: 'PUT', cookie, headers: { 'content-type': 'image/jpeg' }, body: new Uint8Array(body) });
  return Object.assign(response, { id });
}

export async function furnishConditionPhoto(platform: Platform, workshop: Workshop, cookie: string, reportId: string): Promise<string> {
  const response = await takeConditionPhoto(platform, workshop, cookie, reportId);
  if (response.status !== 201) throw new Error(`a condition photo was answered ${response.status}: ${await response.text()}`);
  return response.id;
}

const ofReport = (at: Premises) => `/api/reports/${at.report.receipt.reportId}/condition-photos/${at.conditionPhotoId}`;

export const conditionPhotoCases: RouteCase[] = [
  // Not a picture: what is asked here is who may, not what comes of it. An id that names nothing yet is a new photo.
  { route: 'PUT /api/reports/:reportId/condition-photos/:photoId', door: 'staff', role: 'clerk', path: (at) => `${ofReport(at)}?${query}`, headers: () => ({ 'content-type': 'image/jpeg' }), text: () => 'no picture', honest: [409] },
  { route: 'GET /api/condition-photos/:photoId/:rendition', door: 'staff', path: (at) => `/api/condition-photos/${at.conditionPhotoId}/thumbnail`, honest: [200] },
  { route: 'DELETE /api/reports/:reportId/condition-photos/:photoId', door: 'staff', role: 'clerk', path: ofReport, honest: [204] },
];
