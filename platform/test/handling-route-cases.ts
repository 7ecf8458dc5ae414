import { defaultWorkflow } from '@meldewerk/contract/workflow';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const viewId = '0192f000-0000-4000-8000-00000000000a';
const viewOf = (at: Premises) => `/api/reports/${at.report.receipt.reportId}/presence/${viewId}`;

const newRule = { id: '0192f000-0000-4000-8000-00000000000b', enabled: true, when: { status: 'ready', subStatus: null, afterDays: null }, action: { kind: 'staffReminder', to: 'assignee' } };

export const handlingCases: RouteCase[] = [
  { route: 'GET /api/tags', door: 'staff', path: () => '/api/tags', honest: [200] },
  { route: 'GET /api/settings/workflow', door: 'staff', path: () => '/api/settings/workflow', honest: [200] },
  { route: 'GET /api/settings/workflow/usage', door: 'staff', path: () => '/api/settings/workflow/usage', honest: [200] },
  { route: 'PUT /api/settings/workflow', door: 'staff', role: 'admin', path: () => '/api/settings/workflow', body: () => defaultWorkflow, honest: [200] },
  { route: 'GET /api/reports/:reportId/presence', door: 'staff', path: (at) => `/api/reports/${at.report.receipt.reportId}/presence`, honest: [200] },
  { route: 'PUT /api/reports/:reportId/presence/:viewId', door: 'staff', path: viewOf, body: () => ({ editing: true }), honest: [200] },
  { route: 'DELETE /api/reports/:reportId/presence/:viewId', door: 'staff', path: viewOf, honest: [204] },
  { route: 'GET /api/settings/rules', door: 'staff', path: () => '/api/settings/rules', honest: [200] },
  { route: 'PUT /api/settings/rules', door: 'staff', role: 'admin', path: () => '/api/settings/rules', body: () => ({ rules: [newRule] }), honest: [200] },
  { route: 'POST /api/settings/rules/preview', door: 'staff', path: () => '/api/settings/rules/preview', body: () => ({ rule: newRule, language: 'de' }), honest: [200] },
];
