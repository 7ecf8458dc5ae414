import { randomUUID } from 'node:crypto';
import type { FormDocument } from '@meldewerk/contract/form';
import type { WantedItems } from '@meldewerk/contract/missing-items';
import type { Problem } from '@meldewerk/contract/problem';
import type { ReportDetail, ReportPage } from '@meldewerk/contract/report';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveForm, signatureFor, textForm } from '../../test/forms.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { askFor, beginItemUpload, fieldItem, photoItem, provide, requestOpen, uploadForItem } from '../../test/missing-items.ts';
import { prepare } from '../../test/prepare-report.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { smallPhoto, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { recordArrival } from '../deliveries/record-arrival.ts';
import { remindOfItems } from '../reminders/remind-of-items.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let admin: string;
let viewer: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'fehlt-noch');
  [clerk, admin, viewer] = await Promise.all([signInAs(platform, workshop, 'clerk'), signInAs(platform, workshop, 'admin'), signInAs(platform, workshop, 'viewer')]);
});
beforeEach(() => platform.services.sql`delete from rate_limits`);
afterAll(() => platform?.close());

/** A sent report and its customer on the status page, with an empty inbox. */
async function sentReport(marker = 'Muster') {
  const report = await submitSmallReport(platform, workshop, marker);
  const { reportId } = report.receipt;
  const { access, token } = await openStatusPage(platform, workshop, reportId);
  await platform.runJobs();
  platform.simulators.inbox.clear();
  return { ...report, reportId, access, token };
}
const detail = async (id: string) => (await (await platform.request(workshop.host, `/api/reports/${id}`, { cookie: clerk })).json()) as ReportDetail;
const wanted = async (access: string) => (await (await platform.request(workshop.host, '/api/status/items', { headers: { authorization: `Bearer ${access}` } })).json()) as WantedItems | null;
const stateOf = async (id: string) => (await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select({ state: damageReports.itemsState }).from(damageReports).where(and(eq(damageReports.tenantId, workshop.tenantId), eq(damageReports.id, id)))))[0]?.state;
const listed = async (id: string) => ((await (await platform.request(workshop.host, '/api/reports', { cookie: clerk })).json()) as ReportPage).reports.find((report) => report.id === id);
const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
const inbox = () => platform.simulators.inbox.messages();
const subjects = () => inbox().map((message) => ('subject' in message ? message.subject : null));

describe('a photo and a number', () => {
  test('are asked for in one message with the link, given, and staff hear that the report is complete', async () => {
    const { reportId, access, token, photoIds } = await sentReport();
    const photo = photoItem({ shotId: 'damageWide', reason: 'blurred', replacesPhotoId: photoIds[0]! });
    const number = fieldItem('policyNumber');
    await requestOpen(platform, workshop, clerk, reportId, [number, photo]);
    expect(await stateOf(reportId)).toBe('waiting');
    expect(await listed(reportId)).toMatchObject({ itemsMissing: true, itemsComplete: false });
    await platform.runJobs();
    expect(inbox()).toHaveLength(1);
    expect(inbox()[0]).toMatchObject({ vendor: 'twilio', to: '+4915123456789' });
    expect(inbox()[0]?.text).toContain('fehlen noch 2 Angaben');
    expect(inbox()[0]?.text).toContain(`/s/${token}`);

    const asked = await wanted(access);
    expect(asked).toMatchObject({ totalCount: 2, providedCount: 0, items: [{ kind: 'photo', reason: 'blurred', shot: { id: 'damageWide' } }, { kind: 'field', field: 'policyNumber', values: { 'insurance.policyNumber': 'VS Muster' } }] });

    expect((await uploadForItem(platform, workshop, access, photo.id, await smallPhoto())).status).toBe(204);
    expect(await (await provide(platform, workshop, access, number.id, { values: { 'insurance.policyNumber': ' KH 77-1 ' } })).json()).toMatchObject({ totalCount: 2, providedCount: 2, items: [] });
    platform.simulators.inbox.clear();
    await platform.runJobs();

    expect(subjects()).toEqual([expect.stringContaining('Vollständig')]);
    expect(await stateOf(reportId)).toBe('complete');
    expect(await listed(reportId)).toMatchObject({ itemsMissing: false, itemsComplete: true });
    const report = await detail(reportId);
    expect(report.insurance.policyNumber).toBe('KH 77-1');
    const [request] = report.missingItems.requests;
    expect(request).toMatchObject({ state: 'complete', requestedBy: expect.any(String) });
    expect(request?.items.find(({ kind }) => kind === 'field')).toMatchObject({ state: 'provided', before: { 'insurance.policyNumber': 'VS Muster' }, after: { 'insurance.policyNumber': 'KH 77-1' } });
    // The one that was unusable stays on record, the new one stands beside it.
    const given = request?.items.find(({ kind }) => kind === 'photo');
    expect(given).toMatchObject({ replacesPhotoId: photoIds[0] });
    expect(report.photos.map(({ id }) => id).toSorted()).toEqual([photoIds[0]!, given!.photoId!].toSorted());
    expect(report.photos.every(({ state, position }) => state === 'ready' && position === 0)).toBe(true);
    expect(report.events.map(({ type }) => type).filter((type) => type.startsWith('item'))).toEqual(['itemsRequested', 'itemProvided', 'itemProvided', 'itemsComplete']);
    expect(JSON.stringify(report.events)).not.toContain('KH 77-1');
  });

  test('sent twice, from two tabs or after a lost answer, are asked for and given once', async () => {
    const { reportId, access } = await sentReport();
    const [photo, number] = [photoItem(), fieldItem('vin')];
    const photoId = randomUUID();
    await Promise.all([askFor(platform, workshop, clerk, reportId, [photo, number]), askFor(platform, workshop, clerk, reportId, [photo, number])]);
    await platform.runJobs();
    expect(inbox()).toHaveLength(1);
    const bytes = await smallPhoto();
    await uploadForItem(platform, workshop, access, photo.id, bytes, photoId);
    // The answer was lost; the device asks anew.
    const again = await uploadForItem(platform, workshop, access, photo.id, bytes, photoId);
    expect(again.status).toBe(204);
    const body = { values: { 'vehicle.vin': 'wvw zzz 1kz aw 000999' } };
    const answers = await Promise.all([1, 2, 3].map(() => provide(platform, workshop, access, number.id, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await platform.runJobs();
    const report = await detail(reportId);
    expect(report.vehicle.vin).toBe('WVWZZZ1KZAW000999');
    expect(report.events.filter(({ type }) => type === 'itemProvided')).toHaveLength(2);
    expect(report.photos).toHaveLength(2);
    // What the report is found by follows.
    const found = (await (await platform.request(workshop.host, '/api/reports?q=AW000999', { cookie: clerk })).json()) as ReportPage;
    expect(found.reports.map(({ id }) => id)).toContain(reportId);
  });
});

test('what is asked for while something is open joins it, with a message of its own', async () => {
  const { reportId, access } = await sentReport();
  const first = await requestOpen(platform, workshop, clerk, reportId, [fieldItem('claimNumber')]);
  const second = await requestOpen(platform, workshop, clerk, reportId, [fieldItem('address')], { channel: 'email', note: 'Bitte bis Freitag' });
  expect(second.id).toBe(first.id);
  await platform.runJobs();
  expect(inbox().map(({ vendor }) => vendor).toSorted()).toEqual(['resend', 'twilio']);
  expect((await wanted(access))?.items.map((item) => item.kind === 'field' && item.field).toSorted()).toEqual(['address', 'claimNumber']);
});

test('an answer is judged by its question, an address by its parts', async () => {
  const { reportId, access } = await sentReport();
  const answer = { id: randomUUID(), kind: 'answer' as const, questionId: 'drivable', reason: 'unclear' as const };
  const address = fieldItem('address');
  await requestOpen(platform, workshop, clerk, reportId, [answer, address]);
  expect((await provide(platform, workshop, access, answer.id, { answer: 'vielleicht' })).status).toBe(422);
  expect((await provide(platform, workshop, access, answer.id, { answer: false })).status).toBe(200);
  const partly = await provide(platform, workshop, access, address.id, { values: { 'reporter.street': 'Neuer Weg 5' } });
  expect(((await partly.json()) as Problem).issues?.map(({ path, code }) => [path, code])).toEqual([['values.reporter.postalCode', 'missing'], ['values.reporter.city', 'missing']]);
  expect((await provide(platform, workshop, access, address.id, { values: { 'reporter.street': 'Neuer Weg 5', 'reporter.postalCode': '76133', 'reporter.city': 'Karlsruhe' } })).status).toBe(200);
  const report = await detail(reportId);
  expect(report.answers.find(({ questionId }) => questionId === 'drivable')?.value).toBe(false);
  expect(report.reporter.street).toBe('Neuer Weg 5');
  expect(report.missingItems.requests[0]?.items.find(({ kind }) => kind === 'answer')).toMatchObject({ before: { 'answers.drivable': true }, after: { 'answers.drivable': false } });
});

describe('a signature', () => {
  const saved = async (text: string, changes = {}) => saveForm(platform, workshop, admin, textForm(text, { title: `Vollmacht ${randomUUID().slice(0, 4)}`, ...changes }));
  const asCustomer = (access: string, path: string, json?: unknown) => platform.request(workshop.host, `/api/status/items/${path}`, { headers: { authorization: `Bearer ${access}` }, ...(json !== undefined && { json }) });

  test('under a form of the library is asked for after sending, read, given and sealed', async () => {
    const { reportId, access } = await sentReport();
    const { id: formId, version } = await saved('{{kunde.name}} bevollmächtigt {{werkstatt.name}}.');
    const item = { id: randomUUID(), kind: 'signature' as const, form: { formId, version } };
    await requestOpen(platform, workshop, clerk, reportId, [item]);
    const document = (await (await asCustomer(access, `${item.id}/document`, { fields: {} })).json()) as FormDocument;
    expect(document.text).toContain('Muster Muster bevollmächtigt');
    const signature = signatureFor(document);
    expect((await asCustomer(access, `${item.id}/signatures`, signature)).status).toBe(201);
    expect((await asCustomer(access, `${item.id}/signatures`, signature)).status).toBe(201);
    const pdf = Buffer.from(await (await asCustomer(access, `${item.id}/documents/${document.documentId}`)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const report = await detail(reportId);
    expect(report.forms).toMatchObject([{ id: item.id, state: 'complete' }]);
    expect(report.missingItems.requests[0]).toMatchObject({ state: 'complete' });
    expect(report.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['formAttached', 'formSigned', 'itemProvided', 'itemsComplete']));
  });

  test('goes with the request: the form is taken off again', async () => {
    const { reportId, access } = await sentReport();
    const { id: formId, version } = await saved('Vollmacht');
    const item = { id: randomUUID(), kind: 'signature' as const, form: { formId, version } };
    const request = await requestOpen(platform, workshop, clerk, reportId, [item]);
    const document = (await (await asCustomer(access, `${item.id}/document`, { fields: {} })).json()) as FormDocument;
    await platform.request(workshop.host, `/api/reports/${reportId}/item-requests/${request.id}`, { method: 'DELETE', cookie: clerk });
    expect((await detail(reportId)).forms).toEqual([]);
    const late = await asCustomer(access, `${item.id}/signatures`, signatureFor(document));
    expect([late.status, await codeOf(late)]).toEqual([409, 'itemNotWanted']);
  });

  test('is refused to staff where the form concludes a contract, or prints what nobody has given', async () => {
    const { reportId } = await sentReport();
    const contract = await saved('Vertrag', { concludesContract: true });
    const refused = await askFor(platform, workshop, clerk, reportId, [{ id: randomUUID(), kind: 'signature', form: { formId: contract.id, version: contract.version } }]);
    expect(((await refused.json()) as Problem).issues?.[0]?.code).toBe('concludesContract');
    const item = photoItem();
    const lacking = await saved('{{schaden.datum}} {{fahrzeug.hsn}} {{kunde.firma}}');
    expect((await askFor(platform, workshop, clerk, reportId, [item, { id: randomUUID(), kind: 'signature', form: { formId: lacking.id, version: lacking.version } }])).status).toBe(200);
  });
});

describe('refused', () => {
  test.each([
    ['a shot this kind of damage has not', () => photoItem({ shotId: 'moonRoof' })],
    ['a photo of another report', () => photoItem({ replacesPhotoId: randomUUID() })],
    ['a question nobody asks', () => ({ id: randomUUID(), kind: 'answer' as const, questionId: 'shoeSize', reason: 'missing' as const })],
    ['a form that is not there', () => ({ id: randomUUID(), kind: 'signature' as const, form: { reportFormId: randomUUID() } })],
    ['another reason without words', () => photoItem({ reason: 'other' })],
  ])('%s', async (_, item) => {
    const { reportId } = await sentReport();
    expect((await askFor(platform, workshop, clerk, reportId, [item()])).status).toBe(422);
    expect(await stateOf(reportId)).toBe(null);
  });

  test('the same thing twice, and thirty-one things', async () => {
    const { reportId } = await sentReport();
    const twice = await askFor(platform, workshop, clerk, reportId, [fieldItem('vin'), fieldItem('vin')]);
    expect(((await twice.json()) as Problem).issues).toMatchObject([{ path: 'items.1', code: 'alreadyRequested' }]);
    await requestOpen(platform, workshop, clerk, reportId, [fieldItem('vin')]);
    expect((await askFor(platform, workshop, clerk, reportId, [fieldItem('vin')])).status).toBe(422);
    expect((await askFor(platform, workshop, clerk, reportId, Array.from({ length: 31 }, () => photoItem()))).status).toBe(422);
  });

  test('to who may only look, for a report that is not sent, for one kept internal, and without a way to the customer', async () => {
    const { reportId } = await sentReport();
    expect((await askFor(platform, workshop, viewer, reportId, [photoItem()])).status).toBe(403);
    const { id: prepared } = await prepare(platform, workshop, clerk);
    expect(await codeOf(await askFor(platform, workshop, clerk, prepared, [photoItem()]))).toBe('notSubmittedYet');
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(damageReports).set({ internalSince: platform.clock.now() }).where(and(eq(damageReports.tenantId, workshop.tenantId), eq(damageReports.id, reportId))));
    expect(await codeOf(await askFor(platform, workshop, clerk, reportId, [photoItem()]))).toBe('keptInternal');
  });

  test('what was not asked for, what is of another report, and what is not wanted any more', async () => {
    const mine = await sentReport();
    const others = await sentReport('Andere');
    const [photo, number] = [photoItem(), fieldItem('policyNumber')];
    const request = await requestOpen(platform, workshop, clerk, mine.reportId, [photo, number]);
    const body = { values: { 'insurance.policyNumber': 'X 1' } };
    // Of another report, although at the same workshop.
    expect((await provide(platform, workshop, others.access, number.id, body)).status).toBe(404);
    expect((await beginItemUpload(platform, workshop, others.access, photo.id, 100)).status).toBe(404);
    // A field besides the one asked for, a wrong kind, an item nobody knows.
    const besides = await provide(platform, workshop, mine.access, number.id, { values: { 'insurance.policyNumber': 'X 1', 'reporter.phone': '0151 1234567' } });
    expect(((await besides.json()) as Problem).issues).toMatchObject([{ path: 'values.reporter.phone', code: 'notAsked' }]);
    expect((await provide(platform, workshop, mine.access, number.id, { answer: 'X 1' })).status).toBe(400);
    expect((await beginItemUpload(platform, workshop, mine.access, number.id, 100)).status).toBe(404);
    expect((await provide(platform, workshop, mine.access, randomUUID(), body)).status).toBe(404);
    // A file that is no picture, also under a picture's name.
    expect((await uploadForItem(platform, workshop, mine.access, photo.id, Buffer.from('%PDF-1.7 no picture at all'))).status).toBe(415);
    expect((await wanted(mine.access))?.providedCount).toBe(0);
    // Given once, it takes no second photo.
    await uploadForItem(platform, workshop, mine.access, photo.id, await smallPhoto());
    expect(await codeOf(await uploadForItem(platform, workshop, mine.access, photo.id, await smallPhoto()))).toBe('itemNotWanted');
    // Withdrawn.
    await platform.request(workshop.host, `/api/reports/${mine.reportId}/item-requests/${request.id}/items/${number.id}`, { method: 'DELETE', cookie: clerk });
    expect(await codeOf(await provide(platform, workshop, mine.access, number.id, body))).toBe('itemNotWanted');
    expect((await detail(mine.reportId)).insurance.policyNumber).toBe('VS Muster');
    await platform.runJobs();
    expect((await detail(mine.reportId)).missingItems.requests[0]).toMatchObject({ state: 'complete' });
  });
});

test('a photo that turns out unreadable is asked for again, and nobody hears that all is there', async () => {
  const { reportId, access } = await sentReport();
  const photo = photoItem();
  await requestOpen(platform, workshop, clerk, reportId, [photo], { channel: 'none' });
  const good = await smallPhoto();
  // A picture by its first bytes, torn in the middle.
  const torn = Buffer.concat([good.subarray(0, 300), Buffer.alloc(300)]);
  expect((await uploadForItem(platform, workshop, access, photo.id, torn)).status).toBe(204);
  await platform.runJobs();
  expect(inbox()).toEqual([]);
  expect(await wanted(access)).toMatchObject({ providedCount: 0, items: [{ id: photo.id, refused: true }] });
  await uploadForItem(platform, workshop, access, photo.id, good);
  await platform.runJobs();
  expect(await stateOf(reportId)).toBe('complete');
});

describe('who does not answer', () => {
  test('is reminded after two days by day, twice at most, and no more once all is there', async () => {
    const { reportId, token } = await sentReport();
    const number = fieldItem('claimNumber');
    const request = await requestOpen(platform, workshop, clerk, reportId, [number]);
    await platform.runJobs();
    platform.simulators.inbox.clear();
    // Friday at eleven; the second day is a Sunday.
    for (let day = 0; day < 9; day += 1) {
      platform.clock.advance({ days: 1 });
      await Promise.all([remindOfItems(platform.services), remindOfItems(platform.services)]);
      await platform.runJobs();
    }
    clerk = await signInAs(platform, workshop, 'clerk');
    const due = (await detail(reportId)).events.filter(({ type }) => type === 'reminderDue');
    expect(due.map(({ data }) => data['requestId'])).toEqual([request.id, request.id]);
    const reminders = inbox().filter(({ text }) => text?.includes(`/s/${token}`));
    expect(reminders.map(({ text, receivedAt }) => [text?.includes('Erinnerung: Zu'), new Date(receivedAt).getUTCDay()])).toEqual([[true, 1], [true, 3]]);
    const fresh = await openStatusPage(platform, workshop, reportId);
    await provide(platform, workshop, fresh.access, number.id, { values: { 'insurance.claimNumber': 'S-1' } });
    platform.clock.advance({ days: 3 });
    await remindOfItems(platform.services);
    clerk = await signInAs(platform, workshop, 'clerk');
    expect((await detail(reportId)).events.filter(({ type }) => type === 'reminderDue')).toHaveLength(2);
  });

  test('is reminded at the press of a button, once for each press', async () => {
    const { reportId } = await sentReport();
    const request = await requestOpen(platform, workshop, clerk, reportId, [photoItem()], { channel: 'none' });
    const press = { id: randomUUID(), channel: 'email' };
    for (const _ of [1, 2]) expect((await platform.request(workshop.host, `/api/reports/${reportId}/item-requests/${request.id}/reminders`, { cookie: clerk, json: press })).status).toBe(202);
    await platform.runJobs();
    expect(subjects()).toEqual([expect.stringContaining('Erinnerung')]);
  });

  test('is not reminded without end, however often the button is pressed', async () => {
    const { reportId } = await sentReport();
    const request = await requestOpen(platform, workshop, clerk, reportId, [photoItem()], { channel: 'none' });
    const statuses: number[] = [];
    for (let press = 0; press < 8; press += 1) statuses.push((await platform.request(workshop.host, `/api/reports/${reportId}/item-requests/${request.id}/reminders`, { cookie: clerk, json: { id: randomUUID(), channel: 'email' } })).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([202, 429]);
  });

  test('gets it by mail when the SMS is lost, and nothing once the link is taken back or all is there', async () => {
    const { reportId, access } = await sentReport();
    const number = fieldItem('claimNumber');
    await requestOpen(platform, workshop, clerk, reportId, [number]);
    await platform.runJobs();
    const sms = (await detail(reportId)).deliveries.find(({ purpose }) => purpose === 'missingItems');
    const told = { vendor: 'twilio' as const, type: 'undelivered', messageId: 'SM1', deliveryId: sms?.id ?? '', round: 1, arrival: { kind: 'undelivered' as const, code: '30003' } };
    platform.simulators.inbox.clear();
    for (const eventId of [randomUUID(), randomUUID()]) await recordArrival(platform.services, workshop.tenantId, { ...told, eventId });
    await platform.runJobs();
    expect(subjects()).toEqual([expect.stringContaining('fehlt noch eine Angabe')]);
    expect(inbox()[0]?.text).toContain('Schadennummer');

    const late = await requestOpen(platform, workshop, clerk, reportId, [photoItem()]);
    await platform.request(workshop.host, `/api/reports/${reportId}/item-requests/${late.id}`, { method: 'DELETE', cookie: clerk });
    platform.simulators.inbox.clear();
    await platform.runJobs();
    expect(inbox()).toEqual([]);
    expect(await codeOf(await provide(platform, workshop, access, number.id, { values: { 'insurance.claimNumber': 'S-1' } }))).toBe('itemNotWanted');
  });
});
