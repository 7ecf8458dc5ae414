import { customerAreas, defaultWorkflow, type CustomerArea } from '@meldewerk/contract/workflow';
import type { StatusPage } from '@meldewerk/contract/status-page';
import { updateSettings } from '@meldewerk/tenants/update-settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { furnishPremises, type Premises } from '../../test/premises.ts';
import { honestRequest, routeCases } from '../../test/route-cases.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';

/** Which area every route of the customer belongs to. `asked`: the workshop asked the customer for it, so no area hides it. */
const areaOf: Record<string, CustomerArea | 'asked' | 'page'> = {
  'GET /api/status': 'page',
  'GET /api/status/photos/:photoId/:rendition': 'files',
  'GET /api/status/documents/:documentId': 'files',
  'POST /api/status/appointment-answers': 'appointments',
  'GET /api/status/appointment.ics': 'appointments',
  'GET /api/status/messages': 'messages',
  'POST /api/status/messages': 'messages',
  'POST /api/status/message-readings': 'messages',
  'POST /api/status/message-files': 'messages',
  'GET /api/status/message-files/:fileId/:rendition': 'messages',
  'PUT /api/status/accident-statement': 'page',
  'GET /api/status/accident-statement.pdf': 'page',
  'PUT /api/status/approvals/:approvalId/answer': 'asked',
  'GET /api/status/approvals/:approvalId/document': 'asked',
  'GET /api/status/approvals/:approvalId/photos/:photoId/:rendition': 'asked',
};
const isOfItems = (route: string) => /\/api\/status\/(items|uploads)/.test(route);
const ofCustomer = routeCases.filter(({ door }) => door === 'customer');
const areaOfRoute = (route: string) => areaOf[route] ?? (isOfItems(route) ? 'asked' : undefined);

let platform: Platform;
let at: Premises;

beforeAll(async () => {
  platform = await bootPlatform();
  at = await furnishPremises(platform, 'karosserie-bereiche', 'Quitte');
});
afterAll(() => platform?.close());

async function show(areas: readonly CustomerArea[]): Promise<void> {
  const customerSees = Object.fromEntries(customerAreas.map((area) => [area, areas.includes(area)])) as Record<CustomerArea, boolean>;
  await updateSettings(platform.services.db, at.workshop.tenantId, { workflow: { ...defaultWorkflow, customerSees } });
  platform.services.forgetTenant(at.workshop.slug);
  await platform.services.sql`delete from rate_limits`;
}

test('every route of the customer belongs to an area, or to what the workshop asked for', () => {
  expect(ofCustomer.map(({ route }) => route).filter((route) => areaOfRoute(route) === undefined)).toEqual([]);
});

test.each(customerAreas)('with %s off, nothing of it is there, and everything else answers as before', async (off) => {
  await show(customerAreas.filter((area) => area !== off));
  for (const routeCase of ofCustomer) {
    const response = await platform.request(at.workshop.host, routeCase.path(at), { method: routeCase.route.split(' ')[0], ...honestRequest(routeCase, at) });
    const isOff = areaOfRoute(routeCase.route) === off;
    if (isOff) expect([routeCase.route, response.status]).toEqual([routeCase.route, 404]);
    // What a case before it used up may be gone; it is not forbidden.
    else expect([routeCase.route, response.status < 500], await response.text()).toEqual([routeCase.route, true]);
  }
  const page = (await (await platform.request(at.workshop.host, '/api/status', { headers: { authorization: `Bearer ${at.status.access}` } })).json()) as StatusPage;
  expect(customerAreas.filter((area) => page[area] === null)).toEqual([off]);
});

test('the customer of another report of the same workshop reaches nothing of this one', async () => {
  await show(customerAreas);
  const { receipt } = await submitSmallReport(platform, at.workshop, 'Anders');
  const { access } = await openStatusPage(platform, at.workshop, receipt.reportId);
  // These name nothing: they are about the report of whoever asks.
  const nameless = new Set(['/api/status', '/api/status/appointment-answers', '/api/status/messages', '/api/status/message-files', '/api/status/items', '/api/status/accident-statement']);
  for (const routeCase of ofCustomer) {
    const [method = '', route = ''] = routeCase.route.split(' ');
    const honest = honestRequest(routeCase, at);
    const response = await platform.request(at.workshop.host, routeCase.path(at), { method, ...honest, headers: { ...honest.headers, ...bearer({ token: access }) } });
    if (!nameless.has(route)) expect([routeCase.route, response.status]).toEqual([routeCase.route, 404]);
    expect(await response.text(), routeCase.route).not.toContain('Quitte');
  }
});
