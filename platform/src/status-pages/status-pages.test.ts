import type { StatusPage } from '@meldewerk/contract/status-page';
import { defaultWorkflow } from '@meldewerk/contract/workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage, statusTokenOf } from '../../test/status-page.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let reportId: string;
let token: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
  token = await statusTokenOf(platform, workshop, reportId);
});
afterAll(() => platform.close());

const unlock = (answer: string) => platform.request(workshop.host, '/api/status/unlocking', { headers: bearer({ token }), json: { answer } });
const open = (access: string) => platform.request(workshop.host, '/api/status', { headers: bearer({ token: access }) });

test('the link alone tells nothing personal', async () => {
  const door = await platform.request(workshop.host, '/api/status/door', { headers: bearer({ token }) });
  expect(Object.keys((await door.json()) as object)).toEqual(['workshopName', 'language']);
  expect((await open(token)).status).toBe(401);
});

test.each(['ka pa 777', 'KA-PA777', 'Muster', 'MUSTER '])('%s opens it', async (answer) => {
  expect((await unlock(answer)).status).toBe(200);
});

test.each(['', 'KA-PA 778', 'M', 'Erika', '%', 'muster; drop'])('%s does not', async (answer) => {
  expect([401, 422]).toContain((await unlock(answer)).status);
});

test('guessing ends soon, for this report', async () => {
  for (let count = 0; count < 8; count++) expect((await unlock(`KA-PA ${count + 1}`)).status).toBe(401);
  expect((await unlock('KA-PA 777')).status).toBe(429);
});

test('the page shows the coarse state the workshop made of ours', async () => {
  const { access } = await openStatusPage(platform, workshop, reportId);
  const clerk = await signInAs(platform, workshop, 'clerk');
  await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'submitted' }, set: { status: 'inRepair' } } });
  const page = (await (await open(access)).json()) as StatusPage;
  expect(page).toMatchObject({ licensePlate: 'KA-PA 777', status: { current: 'inWork', cancelled: false }, history: null });
  expect(page.status?.states).toHaveLength(5);
});

test('who has left the vehicle already is not asked when to bring it', async () => {
  const { access } = await openStatusPage(platform, workshop, reportId);
  const clerk = await signInAs(platform, workshop, 'clerk');
  expect(((await (await open(access)).json()) as StatusPage).appointments).toMatchObject({ rounds: [] });
  await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'submitted' }, set: { status: 'inRepair' } } });
  expect(((await (await open(access)).json()) as StatusPage).appointments).toBeNull();
});

test('since when it stands there counts from the coarse state, not from our steps within it', async () => {
  const { access } = await openStatusPage(platform, workshop, reportId);
  const clerk = await signInAs(platform, workshop, 'clerk');
  const since = async () => ((await (await open(access)).json()) as StatusPage).status?.since;
  const received = await since();
  platform.clock.advance({ hours: 2 });
  await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'submitted' }, set: { status: 'inReview' } } });
  expect(await since()).toBe(received);
  await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'inReview' }, set: { status: 'scheduled' } } });
  expect(await since()).toBe(platform.clock.now().toISOString());
});

test('what the workshop does not show is not in the answer', async () => {
  const quiet = await provisionWorkshop(platform, 'karosserie-still', { workflow: { ...defaultWorkflow, customerSees: { status: false, messages: false, files: false, appointments: false, history: true } } });
  const { receipt } = await submitSmallReport(platform, quiet);
  const { access } = await openStatusPage(platform, quiet, receipt.reportId);
  const page = (await (await platform.request(quiet.host, '/api/status', { headers: bearer({ token: access }) })).json()) as StatusPage;
  expect([page.status, page.messages, page.files, page.appointments]).toEqual([null, null, null, null]);
  expect(page.history?.map(({ text }) => text.de)).toEqual(['Meldung abgeschickt']);
});
