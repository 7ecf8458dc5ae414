import { randomUUID } from 'node:crypto';
import type { RouteCase } from './route-cases.ts';

const view = { name: 'Meine offenen', filter: { status: 'open', assignee: 'me' }, sort: 'due', layout: 'list', shared: false };

export const listCases: RouteCase[] = [
  { route: 'GET /api/report-counts', door: 'staff', path: () => '/api/report-counts?q=e&status=open', honest: [200] },
  { route: 'GET /api/report-facets', door: 'staff', path: () => '/api/report-facets', honest: [200] },
  { route: 'GET /api/preferences', door: 'staff', path: () => '/api/preferences', honest: [200] },
  { route: 'PUT /api/preferences', door: 'staff', path: () => '/api/preferences', body: () => ({ sort: 'due' }), honest: [200] },
  { route: 'GET /api/views', door: 'staff', path: () => '/api/views', honest: [200] },
  { route: 'POST /api/views', door: 'staff', path: () => '/api/views', body: () => ({ ...view, id: randomUUID() }), honest: [201] },
  { route: 'PUT /api/views/:viewId', door: 'staff', path: (at) => `/api/views/${at.viewId}`, body: () => view, honest: [204] },
  { route: 'POST /api/handling-batches', door: 'staff', role: 'clerk', path: () => '/api/handling-batches', body: (at) => ({ id: randomUUID(), reportIds: [at.report.receipt.reportId], set: { addTags: ['Hagel'] } }), honest: [200] },
  // Taken back before by the battery of bodies, or by the one before.
  { route: 'POST /api/handling-batches/:batchId/reversal', door: 'staff', role: 'clerk', path: (at) => `/api/handling-batches/${at.batchId}/reversal`, honest: [200, 404] },
  { route: 'DELETE /api/views/:viewId', door: 'staff', path: (at) => `/api/views/${at.viewId}`, honest: [204] },
];
