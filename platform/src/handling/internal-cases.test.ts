import { randomUUID } from 'node:crypto';
import { deliveryPurposes } from '@meldewerk/contract/delivery';
import type { Handling } from '@meldewerk/contract/handling';
import type { PreparedReport } from '@meldewerk/contract/preparation';
import type { ReportDetail } from '@meldewerk/contract/report';
import { deliveries } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { linkOf, prepare, preparationOf, sendLink } from '../../test/prepare-report.ts';
import { openStatusPage, statusTokenOf } from '../../test/status-page.ts';
import { bearer, openDraft, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { createDelivery } from '../deliveries/create-delivery.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-intern');
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  platform.simulators.inbox.clear();
  await platform.services.sql`delete from rate_limits`;
});
afterAll(() => platform?.close());

const ask = (path: string, request = {}) => platform.request(workshop.host, path, { cookie: clerk, ...request });
const publication = (reportId: string, method: 'PUT' | 'DELETE') => ask(`/api/reports/${reportId}/publication`, { method });
const toCustomer = () => platform.simulators.inbox.messages().filter(({ to }) => !to.startsWith('admin'));

async function prepareInternal(): Promise<string> {
  const reportId = randomUUID();
  const response = await ask(`/api/reports/${reportId}/preparation`, { method: 'PUT', json: { version: 0, internal: true, preparation: preparationOf() } });
  const prepared = (await response.json()) as PreparedReport;
  expect([response.status, prepared.internalSince === null]).toEqual([200, false]);
  return reportId;
}

test('a case made internal has no link to send, copy or renew, and staff are told why', async () => {
  const reportId = await prepareInternal();
  const answers = [await sendLink(platform, workshop, clerk, reportId), await ask(`/api/reports/${reportId}/link`), await ask(`/api/reports/${reportId}/link`, { method: 'POST' }), await ask(`/api/reports/${reportId}/status-link`), await ask(`/api/reports/${reportId}/status-link/messages`, { json: { id: randomUUID(), channel: 'sms' } }), await ask(`/api/reports/${reportId}/status-link/renewal`, { method: 'POST' })];
  for (const answer of answers) expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'keptInternal']);
  await platform.runJobs();
  expect(toCustomer()).toEqual([]);
});

test('kept internal later, no link and no page opens, nor what a page that was open could ask for', async () => {
  const { id } = await prepare(platform, workshop, clerk);
  const { token } = await linkOf(platform, workshop, clerk, id);
  const { draftId } = (await (await platform.request(workshop.host, '/api/link', { headers: bearer({ token }) })).json()) as { draftId: string };
  const sent = await submitSmallReport(platform, workshop);
  const { access, token: statusToken } = await openStatusPage(platform, workshop, sent.receipt.reportId);
  for (const reportId of [id, sent.receipt.reportId]) expect((await publication(reportId, 'DELETE')).status).toBe(200);

  const paths: [string, string][] = [['/api/link', token], [`/api/drafts/${draftId}`, token], [`/api/drafts/${sent.draftId}`, sent.token], ['/api/status/door', statusToken], ['/api/status', access], [`/api/status/photos/${sent.photoIds[0]}/thumbnail`, access]];
  for (const [path, bearing] of paths) expect([path, (await platform.request(workshop.host, path, { headers: bearer({ token: bearing }) })).status]).toEqual([path, 404]);
  expect((await platform.request(workshop.host, '/api/status/unlocking', { headers: bearer({ token: statusToken }), json: { answer: 'KA-PA 777' } })).status).toBe(404);
});

test('no message of whatever purpose reaches the customer; only the receipt of a withdrawal does, which the law wants', async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop);
  await publication(reportId, 'DELETE');
  await platform.runJobs();
  const content = { subject: 'Hallo', text: 'Hallo', html: '<p>Hallo</p>', fromName: 'W', replyTo: 'w@w.example' };
  await inTenant(platform.services.db, workshop.tenantId, async (tx) => {
    for (const purpose of deliveryPurposes) {
      await createDelivery(platform.services, tx, workshop.tenantId, { target: 'customerEmail', purpose, recipient: 'kunde@kunde.example', content, reportId, dedupeKey: `mail ${purpose}` });
      await createDelivery(platform.services, tx, workshop.tenantId, { target: 'customerSms', purpose, recipient: '+4915123456789', content: { text: 'Hallo' }, reportId, dedupeKey: `sms ${purpose}` });
    }
  });
  await platform.runJobs();
  const rows = await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(deliveries).where(and(eq(deliveries.tenantId, workshop.tenantId), eq(deliveries.reportId, reportId))));
  expect(new Set(rows.filter(({ target }) => target.startsWith('customer')).map(({ purpose }) => purpose))).toEqual(new Set(['withdrawalConfirmation']));
});

test('what was on its way when it was kept internal does not leave, and is not sent again', async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop);
  await platform.runJobs();
  const detail = (await (await ask(`/api/reports/${reportId}`)).json()) as ReportDetail;
  const sms = detail.deliveries.find(({ target }) => target === 'customerSms');
  platform.simulators.inbox.clear();
  await ask(`/api/deliveries/${sms?.id}/attempts`, { method: 'POST' });
  await publication(reportId, 'DELETE');
  await platform.runJobs();
  expect(toCustomer()).toEqual([]);
  expect((await ask(`/api/deliveries/${sms?.id}/attempts`, { method: 'POST' })).status).toBe(409);
});

test('published, the customer sees it and nothing is sent by that; both stand in the history, each once', async () => {
  const reportId = await prepareInternal();
  for (const method of ['PUT', 'PUT', 'DELETE', 'DELETE', 'PUT'] as const) {
    const handling = (await (await publication(reportId, method)).json()) as Handling;
    expect(handling.internalSince === null).toBe(method === 'PUT');
  }
  await platform.runJobs();
  expect(toCustomer()).toEqual([]);
  const { events } = (await (await ask(`/api/reports/${reportId}`)).json()) as ReportDetail;
  expect(events.map(({ type }) => type).filter((type) => /Published|KeptInternal/.test(type))).toEqual(['reportKeptInternal', 'reportPublished', 'reportKeptInternal', 'reportPublished']);
  const token = await statusTokenOf(platform, workshop, reportId);
  expect((await platform.request(workshop.host, '/api/status/unlocking', { headers: bearer({ token }), json: { answer: 'Muster' } })).status).toBe(200);
  expect((await sendLink(platform, workshop, clerk, reportId)).status).toBe(202);
});

test('nobody’s draft becomes another’s: a draft without a report opens as ever', async () => {
  const draft = await openDraft(platform, workshop);
  expect((await platform.request(workshop.host, `/api/drafts/${draft.draftId}`, { headers: bearer(draft) })).status).toBe(200);
});
