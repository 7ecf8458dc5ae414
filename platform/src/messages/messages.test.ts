import { randomUUID } from 'node:crypto';
import type { MessageList } from '@meldewerk/contract/message';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { StatusPage } from '@meldewerk/contract/status-page';
import { defaultWorkflow } from '@meldewerk/contract/workflow';
import { damageReports } from '@meldewerk/db/schema';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { readLocation } from '@meldewerk/photo-check/location';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { armed, contentBomb, onePage } from '../../../packages/documents/test/evil-pdfs.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { askToUpload, uploadMessageFile, writeAsCustomer, writeAsStaff } from '../../test/messages.ts';
import { openCustomer } from '../../test/photos/customer.ts';
import { photographed } from '../../test/photos/pictures.ts';
import { prepare } from '../../test/prepare-report.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, smallPhoto, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { sweep } from '../sweep.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let viewer: string;
let reportId: string;
let access: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
  [clerk, viewer] = [await signInAs(platform, workshop, 'clerk'), await signInAs(platform, workshop, 'viewer')];
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
  ({ access } = await openStatusPage(platform, workshop, reportId));
});
afterAll(() => platform.close());

const asCustomer = () => ({ headers: bearer({ token: access }) });
const list = async (cookie = clerk) => (await (await platform.request(workshop.host, `/api/reports/${reportId}/messages`, { cookie })).json()) as MessageList;
const statusPage = async () => (await (await platform.request(workshop.host, '/api/status', asCustomer())).json()) as StatusPage;
const post = (body: object) => platform.request(workshop.host, `/api/reports/${reportId}/messages`, { cookie: clerk, json: { id: randomUUID(), ...body } });
const later = () => platform.clock.advance({ minutes: 1 });

test('what one side writes the other reads, in order', async () => {
  await writeAsStaff(platform, workshop, clerk, reportId, 'customer', { body: 'Wann passt es Ihnen?' });
  later();
  await writeAsCustomer(platform, workshop, access, { body: 'Am Montag.' });
  expect((await list()).messages.map(({ author, staffName, body }) => [author, staffName, body])).toEqual([['staff', 'clerk karosserie-muster', 'Wann passt es Ihnen?'], ['customer', null, 'Am Montag.']]);
  // The workshop answers as one: no name of who wrote.
  expect((await statusPage()).messages?.map(({ staffName, body }) => [staffName, body])).toEqual([[null, 'Wann passt es Ihnen?'], [null, 'Am Montag.']]);
});

test('sent twice it is one message, and its id serves nobody else', async () => {
  const id = randomUUID();
  await writeAsCustomer(platform, workshop, access, { id, body: 'Hallo' });
  await writeAsCustomer(platform, workshop, access, { id, body: 'Hallo' });
  expect((await list()).messages).toHaveLength(1);
  expect((await post({ id, audience: 'customer', body: 'Ich nicht' })).status).toBe(404);
});

test('a note is in no answer to the customer, nor are its files, nor its author’s colleagues', async () => {
  const file = await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, await smallPhoto(), 'Rahmenriss.jpg');
  const note = await writeAsStaff(platform, workshop, clerk, reportId, 'internal', { body: 'Verdacht auf Vorschaden', fileIds: [file.id], mentions: [workshop.idOf.admin] });
  await writeAsStaff(platform, workshop, clerk, reportId, 'customer', { body: 'Guten Tag' });
  await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'submitted' }, set: { status: 'inReview' }, note: 'Gutachter fragt nach' } });
  const answers = await Promise.all(['/api/status', '/api/status/messages', `/api/status/messages?before=${note.id}`, '/api/status/door'].map(async (path) => (await platform.request(workshop.host, path, asCustomer())).text()));
  for (const answer of answers) for (const secret of ['Vorschaden', 'Gutachter fragt', 'Rahmenriss', note.id, file.id, workshop.idOf.admin]) expect(answer).not.toContain(secret);
  for (const rendition of ['thumbnail', 'display', 'original', 'document']) expect((await platform.request(workshop.host, `/api/status/message-files/${file.id}/${rendition}`, asCustomer())).status).toBe(404);
  expect((await platform.request(workshop.host, '/api/status/message-readings', { ...asCustomer(), json: { messageId: note.id } })).status).toBe(404);
  expect((await list()).messages.filter(({ audience }) => audience === 'internal').map(({ body }) => body)).toContain('Gutachter fragt nach');
});

test('nothing is written to a customer who could not read it; whom it is for has to be said', async () => {
  const quiet = await provisionWorkshop(platform, 'karosserie-still', { workflow: { ...defaultWorkflow, customerSees: { ...defaultWorkflow.customerSees, messages: false } } });
  const { receipt } = await submitSmallReport(platform, quiet);
  const cookie = await signInAs(platform, quiet, 'clerk');
  const write = (audience: string) => platform.request(quiet.host, `/api/reports/${receipt.reportId}/messages`, { cookie, json: { id: randomUUID(), audience, body: 'Hallo' } });
  expect((await write('customer')).status).toBe(422);
  expect((await write('internal')).status).toBe(201);
  const { access: opened } = await openStatusPage(platform, quiet, receipt.reportId);
  expect((await platform.request(quiet.host, '/api/status/messages', { headers: bearer({ token: opened }), json: { id: randomUUID(), body: 'Hallo?' } })).status).toBe(404);
  expect((await post({ body: 'An wen?' })).status).toBe(422);
});

test('a report that is kept internal, or not sent yet, takes notes and no message to the customer', async () => {
  const prepared = await prepare(platform, workshop, clerk);
  const publish = (internalSince: Date | null) => inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(damageReports).set({ internalSince }).where(eq(damageReports.id, reportId)));
  await publish(platform.clock.now());
  for (const id of [reportId, prepared.id]) {
    const write = (audience: string) => platform.request(workshop.host, `/api/reports/${id}/messages`, { cookie: clerk, json: { id: randomUUID(), audience, body: 'Hallo' } });
    const refused = await write('customer');
    expect([refused.status, ((await refused.json()) as { issues: { path: string }[] }).issues[0]?.path]).toEqual([422, 'audience']);
    expect((await write('internal')).status).toBe(201);
  }
  expect((await platform.request(workshop.host, '/api/status/messages', asCustomer())).status).toBe(404);
  await publish(null);
  expect((await post({ audience: 'customer', body: 'Jetzt sieht er es' })).status).toBe(201);
});

test('a customer’s message is unread for each of the staff until they saw it; who wrote sees that it was read', async () => {
  const unread = async (cookie: string) => [((await (await platform.request(workshop.host, '/api/unread-reports', { cookie })).json()) as { reports: number }).reports, (await list(cookie)).unread];
  const [before] = await unread(clerk);
  later();
  const first = await writeAsCustomer(platform, workshop, access, { body: 'Eins' });
  later();
  await writeAsCustomer(platform, workshop, access, { body: 'Zwei' });
  expect(await unread(clerk)).toEqual([before! + 1, 2]);
  const see = (cookie: string, messageId: string) => platform.request(workshop.host, `/api/reports/${reportId}/message-readings`, { cookie, json: { messageId } });
  // What came after the last one that was seen stays unread.
  await see(clerk, first.id);
  expect(await unread(clerk)).toEqual([before! + 1, 1]);
  await see(clerk, (await list()).messages.at(-1)!.id);
  expect(await unread(clerk)).toEqual([before, 0]);
  await see(clerk, first.id);
  expect((await unread(clerk))[1]).toBe(0);
  expect((await unread(viewer))[1]).toBe(2);
  expect((await statusPage()).messages?.every(({ readAt }) => readAt !== null)).toBe(true);

  later();
  const answer = await writeAsStaff(platform, workshop, clerk, reportId, 'customer', { body: 'Drei' });
  expect((await list()).messages.at(-1)?.readAt).toBeNull();
  await platform.request(workshop.host, '/api/status/message-readings', { ...asCustomer(), json: { messageId: answer.id } });
  expect((await list()).messages.at(-1)?.readAt).not.toBeNull();
});

test('the report’s chain tells who wrote and which files went along, and not a word of what was written', async () => {
  const file = await uploadMessageFile(platform, workshop, { access }, await smallPhoto(), 'Kratzer an der Tür.jpg');
  const { id } = await writeAsCustomer(platform, workshop, access, { body: 'Streng vertraulich', fileIds: [file.id] });
  const { events } = (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail;
  const event = events.find(({ type }) => type === 'messageWritten');
  expect(event).toMatchObject({ actor: { kind: 'customer' }, data: { messageId: id, files: [{ id: file.id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] } });
  expect(JSON.stringify(events)).not.toMatch(/vertraulich|Kratzer/);
});

describe('a file that went with a message', () => {
  test('is not replaced or removed by an upload that takes its id', async () => {
    const file = await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, await smallPhoto(), 'Rahmen.jpg');
    await writeAsStaff(platform, workshop, clerk, reportId, 'customer', { body: 'So sieht es aus', fileIds: [file.id] });
    const shown = async () => Promise.all(['display', 'original'].map(async (rendition) => Buffer.from(await (await platform.request(workshop.host, `/api/message-files/${file.id}/${rendition}`, { cookie: clerk })).arrayBuffer()).toString('base64')));
    const before = await shown();
    const stranger = await openCustomer(platform, workshop);
    const other = await photographed(1, 'png');
    const refused = await stranger.upload(other, { photoId: file.id });
    expect(refused.status).toBe(409);
    await platform.runJobs();
    expect(await shown()).toEqual(before);
  });

  test('is kept by no browser of the customer: the access ends with the link', async () => {
    const file = await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, await smallPhoto(), 'Rahmen.jpg');
    await writeAsStaff(platform, workshop, clerk, reportId, 'customer', { body: 'So sieht es aus', fileIds: [file.id] });
    const answer = await platform.request(workshop.host, `/api/status/message-files/${file.id}/display`, asCustomer());
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  test('the customer’s unsent files leave room for those of the workshop', async () => {
    const now = platform.clock.now();
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(messageFiles).values(Array.from({ length: 30 }, () => ({ id: randomUUID(), tenantId: workshop.tenantId, reportId, staffUserId: null, kind: 'photo' as const, mediaType: 'image/jpeg', fileName: 'Foto.jpg', byteSize: 1, sha256: Buffer.alloc(32), createdAt: now }))));
    expect((await askToUpload(platform, workshop, { access }, await smallPhoto())).status).toBe(429);
    expect((await askToUpload(platform, workshop, { cookie: clerk, reportId }, await smallPhoto())).status).toBe(201);
  });
});

describe('words', () => {
  test('markup stays words, what turns their direction is taken out, and 5,000 characters fit', async () => {
    const typed = `<img src=x onerror=alert(1)>\n\u202Egnp.exe\u0000 ${'ä'.repeat(4_900)}`;
    const { body } = await writeAsCustomer(platform, workshop, access, { body: typed });
    expect(body).toBe(`<img src=x onerror=alert(1)>\ngnp.exe ${'ä'.repeat(4_900)}`);
    expect((await platform.request(workshop.host, '/api/status/messages', { ...asCustomer(), json: { id: randomUUID(), body: 'x'.repeat(5_001) } })).status).toBe(422);
  });

  test.each([['nothing', {}], ['spaces', { body: ' \n ' }], ['a colleague named to the customer', { audience: 'customer', body: 'Hallo', mentions: ['0192f000-0000-4000-8000-000000000007'] }], ['a colleague nobody knows', { audience: 'internal', body: 'Hallo', mentions: ['0192f000-0000-4000-8000-000000000007'] }]])('%s is no message', async (_, body) => {
    expect((await post({ audience: 'internal', ...body })).status).toBe(422);
    expect((await list()).messages).toEqual([]);
  });

  test('a flood from one customer ends soon', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 22; count++) statuses.push((await platform.request(workshop.host, '/api/status/messages', { ...asCustomer(), json: { id: randomUUID(), body: 'Hallo' } })).status);
    expect(statuses.at(0)).toBe(201);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('files', () => {
  const asSeenBy = async (by: { cookie: string } | { headers: Record<string, string> }, path: string) => platform.request(workshop.host, path, by);

  test('the customer sees a photo without a trace of where it was taken; the original is kept', async () => {
    const taken = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#7a1f1f' } }).withExif({ IFD0: { Make: 'Fotomarke' }, IFD3: { GPSLatitude: '49/1 0/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
    const file = await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, taken, '../../Anbau<teil>.php');
    expect(file).toMatchObject({ kind: 'photo', fileName: 'Anbau-teil.jpg', byteSize: taken.length });
    await writeAsStaff(platform, workshop, clerk, reportId, 'customer', { fileIds: [file.id] });
    for (const rendition of ['display', 'thumbnail']) {
      const seen = await asSeenBy(asCustomer(), `/api/status/message-files/${file.id}/${rendition}`);
      const bytes = Buffer.from(await seen.arrayBuffer());
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes('Fotomarke')).toBe(false);
      expect(seen.headers.get('content-security-policy')).toContain('sandbox');
    }
    expect((await asSeenBy(asCustomer(), `/api/status/message-files/${file.id}/original`)).status).toBe(404);
    const original = await asSeenBy({ cookie: clerk }, `/api/message-files/${file.id}/original`);
    expect(original.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(await original.arrayBuffer()).equals(taken)).toBe(true);
  });

  test('a photo of the customer says nowhere where it was taken, the original neither', async () => {
    const taken = await photographed();
    expect(readLocation(taken)).not.toBeNull();
    const file = await uploadMessageFile(platform, workshop, { access }, taken, 'Delle.jpg');
    await writeAsCustomer(platform, workshop, access, { fileIds: [file.id] });
    const original = Buffer.from(await (await asSeenBy({ cookie: clerk }, `/api/message-files/${file.id}/original`)).arrayBuffer());
    expect([original.length, readLocation(original)]).toEqual([taken.length, null]);
  });

  test('of a PDF both sides get what is seen and nothing that could act', async () => {
    const file = await uploadMessageFile(platform, workshop, { access }, armed(), 'Kostenvoranschlag.PDF');
    expect(file).toMatchObject({ kind: 'pdf', fileName: 'Kostenvoranschlag.pdf' });
    await writeAsCustomer(platform, workshop, access, { fileIds: [file.id] });
    const sent = await asSeenBy({ cookie: clerk }, `/api/message-files/${file.id}/document`);
    const text = Buffer.from(await sent.arrayBuffer()).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).not.toMatch(/JavaScript|app\.alert/);
    expect((await asSeenBy({ cookie: clerk }, `/api/message-files/${file.id}/original`)).status).toBe(404);
  });

  test('what only claims to be a photo or PDF is turned away, and what hides something else is redrawn', async () => {
    const upload = async (bytes: Uint8Array, name?: string) => (await askToUpload(platform, workshop, { access }, bytes, name)).status;
    expect(await upload(Buffer.from('<script>alert(1)</script>'), 'foto.jpg')).toBe(415);
    expect(await upload(Buffer.from('PK\u0003\u0004...'), 'brief.pdf')).toBe(415);
    expect(await upload(Buffer.from('%PDF-1.7 nichts'), 'brief.pdf')).toBe(422);
    expect(await upload((await smallPhoto()).subarray(0, 200))).toBe(422);
    expect(await upload(contentBomb(400_000_000), 'bombe.pdf')).toBe(422);
    // A photo that is an archive as well: what is shown is drawn anew.
    const polyglot = Buffer.concat([await smallPhoto(), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    const file = await uploadMessageFile(platform, workshop, { access }, polyglot);
    const shown = Buffer.from(await (await asSeenBy(asCustomer(), `/api/status/message-files/${file.id}/display`)).arrayBuffer());
    expect(shown.includes('script')).toBe(false);
  });

  test('a file goes with one message, of its own report and its own author', async () => {
    const photo = await smallPhoto();
    const mine = await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, photo);
    const { receipt: other } = await submitSmallReport(platform, workshop);
    const ofOther = await uploadMessageFile(platform, workshop, { cookie: clerk, reportId: other.reportId }, photo);
    const ofCustomer = await uploadMessageFile(platform, workshop, { access }, photo);
    const ofColleague = await uploadMessageFile(platform, workshop, { cookie: await signInAs(platform, workshop, 'admin'), reportId }, photo);
    for (const { id } of [ofOther, ofCustomer, ofColleague]) expect((await post({ audience: 'internal', fileIds: [id] })).status).toBe(422);
    expect((await platform.request(workshop.host, '/api/status/messages', { ...asCustomer(), json: { id: randomUUID(), fileIds: [mine.id] } })).status).toBe(422);
    expect((await asSeenBy(asCustomer(), `/api/status/message-files/${mine.id}/display`)).status).toBe(404);
    expect((await asSeenBy(asCustomer(), `/api/status/message-files/${ofOther.id}/display`)).status).toBe(404);
    expect((await post({ audience: 'internal', fileIds: [mine.id] })).status).toBe(201);
    expect((await post({ audience: 'customer', fileIds: [mine.id] })).status).toBe(422);
    expect((await post({ audience: 'internal', fileIds: Array.from({ length: 7 }, () => randomUUID()) })).status).toBe(422);
  });

  test('a file that never went with a message is taken away after a week, others stay', async () => {
    const [kept, left] = [await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, onePage()), await uploadMessageFile(platform, workshop, { cookie: clerk, reportId }, onePage())];
    await writeAsStaff(platform, workshop, clerk, reportId, 'internal', { fileIds: [kept.id] });
    const status = async ({ id }: { id: string }, cookie: string) => (await asSeenBy({ cookie }, `/api/message-files/${id}/document`)).status;
    expect([await status(kept, clerk), await status(left, clerk)]).toEqual([200, 200]);
    platform.clock.advance({ days: 8 });
    await sweep(platform.services);
    const again = await signInAs(platform, workshop, 'clerk');
    expect([await status(kept, again), await status(left, again)]).toEqual([200, 404]);
  });
});
