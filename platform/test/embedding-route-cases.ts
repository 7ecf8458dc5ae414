import type { RouteCase } from './route-cases.ts';

const settings = { widgetOrigins: null, colors: { brand: '#14507a', accent: '#f28c28' } };

export const embeddingCases: RouteCase[] = [
  { route: 'GET /api/settings/embedding', door: 'staff', path: () => '/api/settings/embedding', honest: [200] },
  { route: 'PUT /api/settings/embedding', door: 'staff', role: 'admin', path: () => '/api/settings/embedding', body: () => settings, honest: [200] },
  { route: 'GET /embedding-preview', door: 'open', path: () => '/embedding-preview?brand=%23aa0033', honest: [200] },
  { route: 'GET /embedding-preview.css', door: 'open', path: () => '/embedding-preview.css?brand=%23aa0033', honest: [200] },
];
