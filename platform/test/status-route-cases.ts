import { randomUUID } from 'node:crypto';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const linkOfPrepared = (at: Premises) => `/api/reports/${at.prepared.reportId}/status-link`;
const publication = (at: Premises) => `/api/reports/${at.prepared.reportId}/publication`;

/** What the customer sees behind the second factor beside the page itself, and what staff do with the link to it. */
export const statusCases: RouteCase[] = [
  // The jobs that make a photo ready have run.
  { route: 'GET /api/status/photos/:photoId/:rendition', door: 'customer', path: (at) => `/api/status/photos/${at.report.photoIds[0]}/thumbnail`, honest: [200] },
  // Its forms are on another report of the workshop.
  { route: 'GET /api/status/documents/:documentId', door: 'customer', path: (at) => `/api/status/documents/${at.forms.signedDocumentId}`, honest: [404] },
  { route: 'PUT /api/status/accident-statement', door: 'customer', path: () => '/api/status/accident-statement', body: (at) => ({ token: at.accident.token }), honest: [204] },
  { route: 'GET /api/status/accident-statement.pdf', door: 'customer', path: () => '/api/status/accident-statement.pdf', honest: [404] },
  { route: 'GET /api/reports/:reportId/status-link', door: 'staff', role: 'clerk', path: linkOfPrepared, honest: [200, 410] },
  { route: 'POST /api/reports/:reportId/status-link/messages', door: 'staff', role: 'clerk', path: (at) => `${linkOfPrepared(at)}/messages`, body: () => ({ id: randomUUID(), channel: 'email' }), honest: [202, 410, 429] },
  { route: 'DELETE /api/reports/:reportId/status-link', door: 'staff', role: 'clerk', path: linkOfPrepared, honest: [204] },
  { route: 'POST /api/reports/:reportId/status-link/renewal', door: 'staff', role: 'clerk', path: (at) => `${linkOfPrepared(at)}/renewal`, honest: [200] },
  { route: 'DELETE /api/reports/:reportId/publication', door: 'staff', role: 'clerk', path: publication, honest: [200] },
  { route: 'PUT /api/reports/:reportId/publication', door: 'staff', role: 'clerk', path: publication, honest: [200] },
];
