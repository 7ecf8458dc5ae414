import type { RedactionInput, RedactionState } from '@meldewerk/contract/redaction';
import type { Platform } from './harness.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';
import type { Workshop } from './workshop.ts';

export const oneArea: RedactionInput = { areas: [{ x: 0.25, y: 0.25, width: 0.25, height: 0.5 }], replaces: null };

export function putRedaction(platform: Platform, workshop: Workshop, cookie: string, photoId: string, json: RedactionInput = oneArea): Promise<Response> {
  return platform.request(workshop.host, `/api/photos/${photoId}/redaction`, { method: 'PUT', cookie, json });
}

/** Covers a part of a photo and opens its original once. Its derivatives have to be there. Answers the redaction's id. */
export async function furnishRedaction(platform: Platform, workshop: Workshop, admin: string, photoId: string, word = 'Muster'): Promise<string> {
  const saved = await putRedaction(platform, workshop, admin, photoId);
  const opened = await platform.request(workshop.host, `/api/photos/${photoId}/original-openings`, { cookie: admin, json: { reason: `Gutachten ${word}` } });
  if (saved.status !== 200 || opened.status !== 200) throw new Error(`covering a photo was answered ${saved.status}, opening its original ${opened.status}`);
  await opened.arrayBuffer();
  return ((await saved.json()) as RedactionState).redaction?.id ?? '';
}

const path = (at: Premises) => `/api/photos/${at.report.photoIds[0]}/redaction`;

/** Covered and uncovered before by the battery of bodies, or not. */
export const redactionCases: RouteCase[] = [
  { route: 'GET /api/photos/:photoId/redaction', door: 'staff', path, honest: [200] },
  { route: 'PUT /api/photos/:photoId/redaction', door: 'staff', role: 'clerk', path, body: (at) => ({ ...oneArea, replaces: at.redactionId }), honest: [200, 409] },
  { route: 'POST /api/photos/:photoId/original-openings', door: 'staff', role: 'admin', path: (at) => `/api/photos/${at.report.photoIds[0]}/original-openings`, body: () => ({ reason: 'Anfrage der Polizei' }), honest: [200] },
  { route: 'DELETE /api/photos/:photoId/redaction', door: 'staff', role: 'admin', path, honest: [204] },
];
