import { createHash, randomUUID } from 'node:crypto';
import type { Approval } from '@meldewerk/contract/approval';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { StatusPage } from '@meldewerk/contract/status-page';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hasPdfTools, readSeal } from '../../../packages/documents/test/pdf-tools.ts';
import { answer, ask, extraWork, yesBy } from '../../test/approvals.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, smallPhoto, submitSmallReport, type SubmittedReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let report: SubmittedReport;
let reportId: string;
let access: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-freigabe');
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  report = await submitSmallReport(platform, workshop);
  ({ receipt: { reportId } } = report);
  await platform.runJobs();
  ({ access } = await openStatusPage(platform, workshop, reportId));
  platform.simulators.inbox.clear();
  await platform.services.sql`delete from rate_limits`;
});
afterAll(() => platform?.close());

const asStaff = (path: string, request = {}) => platform.request(workshop.host, path, { cookie: clerk, ...request });
const asCustomer = (path: string, bearing = access) => platform.request(workshop.host, path, { headers: bearer({ token: bearing }) });
const detail = async () => (await (await asStaff(`/api/reports/${reportId}`)).json()) as ReportDetail;
const pageOf = async () => (await (await asCustomer('/api/status')).json()) as StatusPage;
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

test('a question reaches the customer by their way, with the address where to answer, and stands on the page', async () => {
  const asked = await ask(platform, workshop, clerk, reportId, { ...extraWork(), photoIds: report.photoIds });
  await platform.runJobs();
  const [mail] = platform.simulators.inbox.messages();
  expect([platform.simulators.inbox.messages().length, mail?.to]).toEqual([1, 'muster@kunde.example']);
  expect(mail?.text).toMatch(/450,00\s€ inklusive Mehrwertsteuer/);
  expect(mail?.text).toMatch(/\/s\/[\w-]{22}/);
  const [shown] = (await pageOf()).approvals;
  expect(shown).toMatchObject({ id: asked.id, state: 'open', reason: asked.reason, amount: { cents: 45_000, includesVat: true }, readyOn: '2026-12-01', askedByName: null });
  expect((await asCustomer(`/api/status/approvals/${asked.id}/photos/${report.photoIds[0]}/display`)).status).toBe(200);
});

test('a photo taken for the question goes with it, once, and only of whoever uploaded it', async () => {
  const upload = async (cookie: string) => {
    const response = await platform.request(workshop.host, `/api/reports/${reportId}/message-files?fileName=Achse.jpg`, { method: 'POST', cookie, headers: { 'content-type': 'image/jpeg' }, body: new Uint8Array(await smallPhoto()) });
    return ((await response.json()) as { id: string }).id;
  };
  const photoId = await upload(clerk);
  const asked = await ask(platform, workshop, clerk, reportId, { ...extraWork(), photoIds: [photoId] });
  const paths = [`/api/status/approvals/${asked.id}/photos/${photoId}/thumbnail`];
  for (const path of paths) expect((await asCustomer(path)).status).toBe(200);
  expect((await asStaff(`/api/approvals/${asked.id}/photos/${photoId}/display`)).status).toBe(200);
  const others = await upload(await signInAs(platform, workshop, 'admin'));
  for (const taken of [photoId, others, randomUUID()]) expect((await asStaff(`/api/reports/${reportId}/approvals`, { json: { ...extraWork(), photoIds: [taken] } })).status).toBe(422);
});

test('yes is signed, sealed as a PDF that both can fetch, in the chain, and told to who asked', async () => {
  const asked = await ask(platform, workshop, clerk, reportId, { ...extraWork(), photoIds: report.photoIds });
  const said = yesBy('Erika Muster', { comment: 'Bitte bis Freitag.' });
  expect((await answer(platform, workshop, access, asked.id, said)).status).toBe(204);

  const { approvals: [approval], events } = await detail();
  expect(approval).toMatchObject({ state: 'yes', comment: 'Bitte bis Freitag.', signerName: 'Erika Muster' });
  const files = await Promise.all([asStaff(`/api/approvals/${asked.id}/document`), asCustomer(`/api/status/approvals/${asked.id}/document`)]);
  const [ours, theirs] = await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())));
  expect(ours?.equals(theirs!)).toBe(true);
  const hash = createHash('sha256').update(ours!).digest('hex');
  expect(approval?.document?.sha256).toBe(hash);
  expect(events.find(({ type }) => type === 'approvalAnswered')?.data).toMatchObject({ approvalId: asked.id, answer: 'yes', documentSha256: hash });
  expect(JSON.stringify(events)).not.toMatch(/Freitag|Erika/);
  if (hasPdfTools) expect(readSeal(ours!)).toMatchObject({ valid: true, wholeFile: true });

  platform.simulators.inbox.clear();
  await platform.runJobs();
  const told = platform.simulators.inbox.messages().filter(({ to }) => to === workshop.emailOf.clerk);
  expect(told.map(({ text }) => text).join()).toMatch(/Bitte bis Freitag/);
});

test('it is answered once: a repeat is none, another answer is refused, and the first one stands', async () => {
  const { id } = await ask(platform, workshop, clerk, reportId);
  const said = yesBy();
  expect([(await answer(platform, workshop, access, id, said)).status, (await answer(platform, workshop, access, id, said)).status]).toEqual([204, 204]);
  const other = await answer(platform, workshop, access, id, yesBy('Erika Muster', { answer: 'no' }));
  expect([other.status, await codeOf(other)]).toEqual([409, 'approvalAnswered']);
  const { approvals, events } = await detail();
  expect([approvals[0]?.state, events.filter(({ type }) => type === 'approvalAnswered').length]).toEqual(['yes', 1]);
});

test('of a yes and a no in the same moment exactly one counts', async () => {
  const { id } = await ask(platform, workshop, clerk, reportId);
  const answers = await Promise.all([answer(platform, workshop, access, id, yesBy()), answer(platform, workshop, access, id, yesBy('Erika Muster', { answer: 'no' }))]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  const { approvals, events } = await detail();
  expect(events.filter(({ type }) => type === 'approvalAnswered').map(({ data }) => data['answer'])).toEqual([approvals[0]?.state]);
});

test('taken back, it can no longer be answered; answered, it can no longer be taken back', async () => {
  const { id } = await ask(platform, workshop, clerk, reportId);
  expect((await asStaff(`/api/approvals/${id}`, { method: 'DELETE' })).status).toBe(204);
  const late = await answer(platform, workshop, access, id, yesBy());
  expect([late.status, await codeOf(late), (await pageOf()).approvals[0]?.state]).toEqual([409, 'approvalWithdrawn', 'withdrawn']);
  const { id: second } = await ask(platform, workshop, clerk, reportId);
  await answer(platform, workshop, access, second, yesBy());
  expect((await asStaff(`/api/approvals/${second}`, { method: 'DELETE' })).status).toBe(409);
});

test('a reminder goes out when somebody presses for it, once, and not about what is answered', async () => {
  const { id } = await ask(platform, workshop, clerk, reportId);
  await platform.runJobs();
  platform.simulators.inbox.clear();
  const messageId = randomUUID();
  for (const _ of [1, 2]) expect((await asStaff(`/api/approvals/${id}/reminders`, { json: { id: messageId } })).status).toBe(202);
  await platform.runJobs();
  expect(platform.simulators.inbox.messages().map(({ to }) => to)).toEqual(['muster@kunde.example']);
  await answer(platform, workshop, access, id, yesBy());
  expect((await asStaff(`/api/approvals/${id}/reminders`, { json: { id: randomUUID() } })).status).toBe(409);
});

test.each([
  ['neither amount nor date', { amount: null, readyOn: null }],
  ['a delay without a day', { kind: 'delay', readyOn: null }],
  ['a day that is over', { readyOn: '2026-11-19' }],
  ['no reason', { reason: ' ' }],
  ['half a cent', { amount: { cents: 0.5, includesVat: true } }],
])('%s is not asked', async (_, part) => {
  expect((await asStaff(`/api/reports/${reportId}/approvals`, { json: { ...extraWork(), ...part } })).status).toBe(422);
});

test.each([
  ['no ink', { signature: { method: 'drawn' as const, width: 300, height: 120, strokes: [] } }],
  ['a name without letters', { name: '...' }],
])('an answer with %s is not taken', async (_, part) => {
  const { id } = await ask(platform, workshop, clerk, reportId);
  expect((await answer(platform, workshop, access, id, yesBy('Erika Muster', part))).status).toBe(422);
});

test('the customer of another report finds nothing of it', async () => {
  const asked = await ask(platform, workshop, clerk, reportId, { ...extraWork(), photoIds: report.photoIds });
  const other = await submitSmallReport(platform, workshop);
  const { access: foreign } = await openStatusPage(platform, workshop, other.receipt.reportId);
  const answers = [await answer(platform, workshop, foreign, asked.id, yesBy()), await asCustomer(`/api/status/approvals/${asked.id}/document`, foreign), await asCustomer(`/api/status/approvals/${asked.id}/photos/${report.photoIds[0]}/display`, foreign)];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('an internal case asks its customer nothing', async () => {
  const { id } = await ask(platform, workshop, clerk, reportId);
  await asStaff(`/api/reports/${reportId}/publication`, { method: 'DELETE' });
  const refused = [await asStaff(`/api/reports/${reportId}/approvals`, { json: extraWork() }), await asStaff(`/api/approvals/${id}/reminders`, { json: { id: randomUUID() } })];
  expect(refused.map(({ status }) => status)).toEqual([409, 409]);
  expect((await answer(platform, workshop, access, id, yesBy())).status).toBe(404);
  await platform.runJobs();
  expect(platform.simulators.inbox.messages()).toEqual([]);
});

test('a question may be typed in any way without becoming another document', async () => {
  const { id } = await ask(platform, workshop, clerk, reportId, { ...extraWork('# Überschrift\n- Punkt\n\n{{kunde.name}} 😀'), amount: { cents: 1, includesVat: false } });
  expect((await answer(platform, workshop, access, id, yesBy('Erika „O’Muster“'))).status).toBe(204);
  const approval: Approval | undefined = (await pageOf()).approvals[0];
  expect(approval?.document?.byteSize).toBeGreaterThan(1_000);
});
