import { randomUUID } from 'node:crypto';
import type { RouteCase } from './route-cases.ts';

const reportOf = (at: Parameters<RouteCase['path']>[0]) => `/api/reports/${at.report.receipt.reportId}`;

const columns = [{ heading: 'Kennzeichen', source: { kind: 'field', field: 'licensePlate' } }];

/** What takes reports out of the house. */
export const exportCases: RouteCase[] = [
  { route: 'GET /api/reports/:reportId/dossier.pdf', door: 'staff', path: (at) => `${reportOf(at)}/dossier.pdf`, honest: [200] },
  { route: 'GET /api/reports/:reportId/report.xlsx', door: 'staff', path: (at) => `${reportOf(at)}/report.xlsx`, honest: [200] },
  { route: 'GET /api/reports/:reportId/ksr.xlsx', door: 'staff', path: (at) => `${reportOf(at)}/ksr.xlsx`, honest: [200] },
  { route: 'POST /api/reports/:reportId/ksr-preview', door: 'staff', role: 'admin', path: (at) => `${reportOf(at)}/ksr-preview`, body: () => ({ columns }), honest: [200] },
  { route: 'GET /api/settings/ksr-columns', door: 'staff', path: () => '/api/settings/ksr-columns', honest: [200] },
  { route: 'PUT /api/settings/ksr-columns', door: 'staff', role: 'admin', path: () => '/api/settings/ksr-columns', body: () => ({ columns }), honest: [200] },
  { route: 'GET /api/exports', door: 'staff', role: 'clerk', path: () => '/api/exports', honest: [200] },
  { route: 'POST /api/exports', door: 'staff', role: 'clerk', path: () => '/api/exports', body: () => ({ id: randomUUID(), filter: {} }), honest: [202, 429] },
  { route: 'GET /api/exports/:exportId', door: 'staff', role: 'clerk', path: (at) => `/api/exports/${at.exportId}`, honest: [200] },
  { route: 'GET /api/exports/:exportId/file', door: 'staff', role: 'clerk', path: (at) => `/api/exports/${at.exportId}/file`, honest: [200] },
  { route: 'DELETE /api/exports/:exportId', door: 'staff', role: 'clerk', path: () => `/api/exports/${randomUUID()}`, honest: [404] },
];
