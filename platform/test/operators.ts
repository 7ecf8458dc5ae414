import { inviteOperator } from '@meldewerk/tenants/operators';
import { hostOf, type Platform } from './harness.ts';
import type { RouteCase } from './route-cases.ts';
import { cookieOf } from './workshop.ts';

const password = 'betreiber-mit-langem-wort';

/** Somebody signed in to the operator's console. */
export async function signInOperator(platform: Platform, email: string): Promise<string> {
  const { services, clock } = platform;
  const { token } = await inviteOperator(services.db, { now: clock.now(), newId: services.newId }, { email, name: 'Erika Betreiber' });
  const host = hostOf(platform, 'operator');
  await platform.request(host, '/api/operator/passwords', { json: { token, password } });
  return cookieOf(await platform.request(host, '/api/operator/sessions', { json: { email, password } }));
}

const newWorkshop = { slug: 'billing', name: 'Neu', address: { street: 'Weg 1', postalCode: '76131', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 1', email: 'neu@kunde.example', referencePrefix: 'NA', staff: { name: 'Nora Neu', email: 'nora@kunde.example' }, billingEmail: null };

/** What the operator does on `operator.DOMAIN`, over the money of every workshop. */
const cases: Omit<RouteCase, 'onOperator'>[] = [
  { route: 'POST /api/operator/sessions', door: 'same origin', path: () => '/api/operator/sessions', body: () => ({ email: 'niemand@betreiber.example', password: 'ein-langes-wort' }), honest: [401] },
  { route: 'POST /api/operator/passwords', door: 'same origin', path: () => '/api/operator/passwords', body: () => ({ token: 'x'.repeat(43), password: 'ein-langes-wort' }), honest: [410] },
  { route: 'DELETE /api/operator/sessions/current', door: 'same origin', path: () => '/api/operator/sessions/current', honest: [204] },
  { route: 'GET /api/operator/sessions/current', door: 'operator', path: () => '/api/operator/sessions/current', honest: [200] },
  { route: 'GET /api/operator/workshops', door: 'operator', path: () => '/api/operator/workshops', honest: [200] },
  // A name the installation keeps for itself, so that the battery makes no workshops.
  { route: 'POST /api/operator/workshops', door: 'operator', path: () => '/api/operator/workshops', body: () => newWorkshop, honest: [422] },
  { route: 'GET /api/operator/workshops/:tenantId', door: 'operator', path: (at) => `/api/operator/workshops/${at.workshop.tenantId}`, honest: [200] },
  { route: 'POST /api/operator/workshops/:tenantId/invitations', door: 'operator', path: (at) => `/api/operator/workshops/${at.workshop.tenantId}/invitations`, headers: () => ({ 'content-type': 'application/json' }), text: () => '{}', honest: [202] },
  { route: 'GET /api/operator/figures', door: 'operator', path: () => '/api/operator/figures', honest: [200] },
  { route: 'GET /api/operator/events', door: 'operator', path: () => '/api/operator/events', honest: [200] },
  { route: 'GET /api/operator/events/:eventId', door: 'operator', path: () => '/api/operator/events/ev_none', honest: [404] },
  { route: 'POST /api/operator/events/:eventId/attempts', door: 'operator', path: () => '/api/operator/events/ev_none/attempts', honest: [404] },
  { route: 'GET /api/operator/reconciliations', door: 'operator', path: () => '/api/operator/reconciliations', honest: [200] },
  { route: 'POST /api/operator/reconciliations', door: 'operator', path: () => '/api/operator/reconciliations', honest: [202] },
];
export const operatorCases: RouteCase[] = cases.map((one) => ({ ...one, onOperator: true }));
