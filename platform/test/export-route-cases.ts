import type { RouteCase } from './route-cases.ts';

const reportOf = (at: Parameters<RouteCase['path']>[0]) => `/api/reports/${at.report.receipt.reportId}`;

/** What takes reports out of the house. */
export const exportCases: RouteCase[] = [
  { route: 'GET /api/reports/:reportId/dossier.pdf', door: 'staff', path: (at) => `${reportOf(at)}/dossier.pdf`, honest: [200] },
  { route: 'GET /api/reports/:reportId/report.xlsx', door: 'staff', path: (at) => `${reportOf(at)}/report.xlsx`, honest: [200] },
];
