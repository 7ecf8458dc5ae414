import type { RouteCase } from './route-cases.ts';

export const languageCases: RouteCase[] = [
  { route: 'GET /api/settings/languages', door: 'staff', path: () => '/api/settings/languages', honest: [200] },
  { route: 'PUT /api/settings/languages', door: 'staff', role: 'admin', path: () => '/api/settings/languages', body: () => ({ languages: ['de', 'tr'] }), honest: [200] },
];
