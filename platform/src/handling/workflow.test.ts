import type { ReportStatus } from '@meldewerk/contract/handling';
import { defaultWorkflow, type Workflow } from '@meldewerk/contract/workflow';
import { updateSettings } from '@meldewerk/tenants/update-settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let admin: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
  admin = await signInAs(platform, workshop, 'admin');
});
afterAll(() => platform.close());

const plain = { label: null, color: null, subStatuses: [] };
const parts = { id: 'teile', label: { de: 'Teile bestellt', en: 'Parts ordered' } };

async function save(workflow: Workflow, cookie = admin): Promise<{ status: number; paths: string[] }> {
  const response = await platform.request(workshop.host, '/api/settings/workflow', { method: 'PUT', cookie, json: workflow });
  const { issues = [] } = (await response.json()) as { issues?: { path: string }[] };
  return { status: response.status, paths: issues.map(({ path }) => path) };
}

const withStatus = (status: ReportStatus, own: Partial<Workflow['statuses'][ReportStatus]>): Workflow => ({ ...defaultWorkflow, statuses: { ...defaultWorkflow.statuses, [status]: { ...plain, ...own } } });

test('what is saved holds for the very next request: a finer state can be set, a new word is on the customer’s page', async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop);
  const customerStates = defaultWorkflow.customerStates.map((state) => (state.id === 'inWork' ? { ...state, label: { de: 'Wir arbeiten daran', en: 'We are on it' } } : state));
  expect((await save({ ...withStatus('inRepair', { subStatuses: [parts] }), customerStates })).status).toBe(200);
  const set = await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: admin, json: { expected: { status: 'submitted', subStatus: null }, set: { status: 'inRepair', subStatus: 'teile' } } });
  expect(set.status).toBe(200);
  const { access } = await openStatusPage(platform, workshop, reportId);
  const page = (await (await platform.request(workshop.host, '/api/status', { headers: bearer({ token: access }) })).json()) as { status: { states: { label: { de: string } }[] } };
  expect(page.status.states.map(({ label }) => label.de)).toContain('Wir arbeiten daran');

  const usage = await platform.request(workshop.host, '/api/settings/workflow/usage', { cookie: admin });
  expect(await usage.json()).toEqual({ subStatuses: [{ status: 'inRepair', subStatus: 'teile', count: 1 }] });
});

test('a finer state that is removed leaves its reports in their status', async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop);
  await save(withStatus('inRepair', { subStatuses: [parts] }));
  await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: admin, json: { expected: { status: 'submitted', subStatus: null }, set: { status: 'inRepair', subStatus: 'teile' } } });
  await save(defaultWorkflow);
  const on = await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: admin, json: { expected: { status: 'inRepair' }, set: { status: 'ready' } } });
  expect(await on.json()).toMatchObject({ status: 'ready', subStatus: null });
});

test('what another process saved is known here as soon as it says so', async () => {
  const name = async () => ((await (await platform.request(workshop.host, '/api/site')).json()) as { name: string }).name;
  expect(await name()).toBe(workshop.name);
  await updateSettings(platform.services.db, workshop.tenantId, { name: 'Karosserie Neu' });
  await platform.services.sql`select pg_notify('report_changes', ${JSON.stringify({ tenantId: workshop.tenantId, slug: workshop.slug, kind: 'settingsChanged' })})`;
  await expect.poll(name).toBe('Karosserie Neu');
});

test('only the admin changes it, and open portals hear of it', async () => {
  const heard: string[] = [];
  platform.live.subscribe(workshop.tenantId, { send: ({ kind }) => void heard.push(kind), end: () => {} });
  expect((await save(defaultWorkflow, await signInAs(platform, workshop, 'clerk'))).status).toBe(403);
  await save(defaultWorkflow);
  await expect.poll(() => heard).toContain('settingsChanged');
});

const [received, planned, ...later] = defaultWorkflow.customerStates;
test.each([
  ['two states of the same name', withStatus('ready', { label: { de: 'in  reparatur', en: 'Done' } }), ['statuses.ready.label.de']],
  ['the same finer state twice', withStatus('ready', { subStatuses: [parts, { id: 'teile2', label: parts.label }] }), ['statuses.ready.subStatuses.1.label.de', 'statuses.ready.subStatuses.1.label.en']],
  ['a status that tells the customer nothing', { ...defaultWorkflow, customerStates: defaultWorkflow.customerStates.filter(({ id }) => id !== 'planned') }, ['statuses.scheduled.customerState']],
  ['a way back for the customer while work goes on', { ...defaultWorkflow, customerStates: [planned!, received!, ...later] }, ['statuses.scheduled.customerState']],
  ['the end told as part of the way', { ...defaultWorkflow, customerStates: [{ ...received!, statuses: [...received!.statuses, 'cancelled'] }, planned!, ...later] }, ['statuses.cancelled.customerState']],
] satisfies [string, Workflow, string[]][])('%s is refused where it stands', async (_, workflow, paths) => {
  expect(await save(workflow)).toEqual({ status: 422, paths });
});
