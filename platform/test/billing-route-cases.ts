import { choice, profile } from './account-holder.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const of = (path: string | ((at: Premises) => string)) => (at: Premises) => `/api/billing/accounts/${at.workshop.tenantId}${typeof path === 'string' ? path : path(at)}`;
const route = (method: string, path: string) => `${method} /api/billing/accounts/:tenantId${path}`;
const json = { headers: () => ({ 'content-type': 'application/json' }) };

/** What the account holder does on `billing.DOMAIN`. A body that may be empty is sent as text: the battery of bodies expects what may not. */
const cases: Omit<RouteCase, 'onBilling'>[] = [
  { route: 'POST /api/billing/sign-ins', door: 'same origin', path: () => '/api/billing/sign-ins', body: () => ({ email: 'niemand@kunde.example' }), honest: [202] },
  { route: 'POST /api/billing/sessions', door: 'same origin', path: () => '/api/billing/sessions', body: () => ({ token: 'x'.repeat(43) }), honest: [410] },
  { route: 'POST /api/billing/email-confirmations', door: 'same origin', path: () => '/api/billing/email-confirmations', body: () => ({ token: 'x'.repeat(43) }), honest: [410] },
  { route: 'DELETE /api/billing/sessions/current', door: 'same origin', path: () => '/api/billing/sessions/current', honest: [204] },
  { route: 'GET /api/billing/sessions/current', door: 'account holder', path: () => '/api/billing/sessions/current', honest: [200] },
  { route: 'GET /api/billing/plans', door: 'account holder', path: () => '/api/billing/plans', honest: [200] },
  { route: route('GET', ''), door: 'account holder', path: of(''), honest: [200] },
  { route: route('PUT', '/profile'), door: 'account holder', path: of('/profile'), body: () => profile, honest: [200] },
  // The subscription runs, so the plan is changed instead.
  { route: route('PUT', '/choice'), door: 'account holder', path: of('/choice'), body: () => choice, honest: [409] },
  { route: route('PUT', '/email'), door: 'account holder', path: of('/email'), body: () => ({ email: 'neu@kunde.example' }), honest: [200] },
  { route: route('POST', '/plan-previews'), door: 'account holder', path: of('/plan-previews'), body: () => ({ ...choice, quantity: 3 }), honest: [200] },
  { route: route('PUT', '/plan'), door: 'account holder', path: of('/plan'), body: () => ({ ...choice, quantity: 3 }), honest: [200] },
  { route: route('POST', '/cancellation'), door: 'account holder', path: of('/cancellation'), ...json, text: () => '{}', honest: [200] },
  { route: route('DELETE', '/cancellation'), door: 'account holder', path: of('/cancellation'), honest: [200] },
  { route: route('GET', '/usage'), door: 'account holder', path: of('/usage'), honest: [200] },
  { route: route('POST', '/enrollments'), door: 'account holder', path: of('/enrollments'), ...json, text: () => '{}', honest: [201] },
  { route: route('POST', '/enrollments/:mandateId/acceptance'), door: 'account holder', path: of((at) => `/enrollments/${at.holder.startedId}/acceptance`), body: (at) => ({ textSha256: at.holder.startedSha256 }), honest: [204] },
  { route: route('POST', '/enrollments/:mandateId/completion'), door: 'account holder', path: of((at) => `/enrollments/${at.holder.startedId}/completion`), honest: [200] },
  { route: route('GET', '/mandates'), door: 'account holder', path: of('/mandates'), honest: [200] },
  { route: route('GET', '/mandates/:mandateId/pdf'), door: 'account holder', path: of((at) => `/mandates/${at.holder.mandateId}/pdf`), honest: [200] },
  { route: route('GET', '/invoices'), door: 'account holder', path: of('/invoices'), honest: [200] },
  { route: route('GET', '/invoices/:invoiceId/pdf'), door: 'account holder', path: of((at) => `/invoices/${at.holder.invoiceId}/pdf`), honest: [200] },
];
export const billingCases: RouteCase[] = cases.map((one) => ({ ...one, onBilling: true }));
