import { randomUUID } from 'node:crypto';
import { extraWork, yesBy } from './approvals.ts';
import type { RouteCase } from './route-cases.ts';

/** Extra work and delays: what staff ask, and what the customer answers. The battery of bodies may have answered before. */
export const approvalCases: RouteCase[] = [
  { route: 'POST /api/reports/:reportId/approvals', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.report.receipt.reportId}/approvals`, body: () => extraWork(), honest: [201, 429] },
  { route: 'GET /api/approvals/:approvalId/document', door: 'staff', path: (at) => `/api/approvals/${at.approvals.answeredId}/document`, honest: [200] },
  { route: 'GET /api/approvals/:approvalId/photos/:photoId/:rendition', door: 'staff', path: (at) => `/api/approvals/${at.approvals.answeredId}/photos/${at.report.photoIds[0]}/thumbnail`, honest: [200] },
  { route: 'GET /api/status/approvals/:approvalId/document', door: 'customer', path: (at) => `/api/status/approvals/${at.approvals.answeredId}/document`, honest: [200] },
  { route: 'GET /api/status/approvals/:approvalId/photos/:photoId/:rendition', door: 'customer', path: (at) => `/api/status/approvals/${at.approvals.answeredId}/photos/${at.report.photoIds[0]}/display`, honest: [200] },
  { route: 'POST /api/approvals/:approvalId/reminders', door: 'staff', role: 'clerk', path: (at) => `/api/approvals/${at.approvals.openId}/reminders`, body: () => ({ id: randomUUID() }), honest: [202, 409, 429] },
  { route: 'PUT /api/status/approvals/:approvalId/answer', door: 'customer', path: (at) => `/api/status/approvals/${at.approvals.openId}/answer`, body: () => yesBy(), honest: [204, 409, 429] },
  { route: 'DELETE /api/approvals/:approvalId', door: 'staff', role: 'clerk', path: (at) => `/api/approvals/${at.approvals.openId}`, honest: [204, 409] },
];
