import { randomUUID } from 'node:crypto';
import type { RedactedArea, RedactionState } from '@meldewerk/contract/redaction';
import type { Receipt, ReportDetail } from '@meldewerk/contract/report';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { readArchive } from '../../test/photos/read-archive.ts';
import { takeConditionPhoto } from '../../test/condition-photos.ts';
import { uploadMessageFile, writeAsCustomer } from '../../test/messages.ts';
import { oneArea, putRedaction } from '../../test/redactions.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, openDraft, submissionOf, uploadPhoto } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let admin: string;
let clerk: string;
let viewer: string;
let reportId: string;
let photoId: string;
let bytes: Buffer;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-siegel');
  [admin, clerk, viewer] = (await Promise.all((['admin', 'clerk', 'viewer'] as const).map((role) => signInAs(platform, workshop, role)))) as [string, string, string];
  bytes = await platesPhoto();
});
beforeEach(async () => {
  const draft = await openDraft(platform, workshop);
  photoId = await uploadPhoto(platform, workshop, draft, bytes);
  const sent = await platform.request(workshop.host, '/api/reports', { headers: { ...bearer(draft), 'idempotency-key': randomUUID() }, json: submissionOf(draft, [photoId]) });
  reportId = ((await sent.json()) as Receipt).reportId;
  await platform.runJobs();
});
afterAll(() => platform.close());

/** Print everywhere: black strokes on white, turned on its side by EXIF. */
async function platesPhoto(): Promise<Buffer> {
  const strokes = Array.from({ length: 40 }, (_, at) => `<rect x="${at * 40}" width="18" height="1200"/>`).join('');
  const upright = await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#fff"/>${strokes}</svg>`)).png().toBuffer();
  return sharp(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
}

/** How much is to be seen in the covered area and beside it, as the spread of brightness. */
async function spreadIn(picture: Uint8Array): Promise<{ covered: number; beside: number }> {
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const spread = async (x: number) => {
    const cut = await sharp(picture).extract({ left: Math.round(x * width), top: Math.round(0.3 * height), width: Math.round(0.15 * width), height: Math.round(0.4 * height) }).greyscale().raw().toBuffer();
    return (await sharp(cut, { raw: { width: Math.round(0.15 * width), height: Math.round(0.4 * height), channels: 1 } }).stats()).channels[0]?.stdev ?? 0;
  };
  return { covered: await spread(0.3), beside: await spread(0.7) };
}

async function get(path: string, cookie = viewer): Promise<Uint8Array> {
  const response = await platform.request(workshop.host, path, { cookie });
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function report(): Promise<ReportDetail> {
  return (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json() as Promise<ReportDetail>;
}

const stateOf = async () => (await platform.request(workshop.host, `/api/photos/${photoId}/redaction`, { cookie: viewer })).json() as Promise<RedactionState>;
const open = (cookie: string, reason = 'Anfrage der Polizei') => platform.request(workshop.host, `/api/photos/${photoId}/original-openings`, { cookie, json: { reason } });

test('whoever sees or takes a photo gets it with its parts covered, wherever they get it', async () => {
  expect((await putRedaction(platform, workshop, clerk, photoId)).status).toBe(200);
  const { access } = await openStatusPage(platform, workshop, reportId);
  const archive = readArchive(Buffer.from(await get(`/api/reports/${reportId}/photos.zip`)));
  const status = await platform.request(workshop.host, `/api/status/photos/${photoId}/display`, { headers: bearer({ token: access }) });
  const pictures = [
    ...(await Promise.all(['thumbnail', 'display', 'original'].map((rendition) => get(`/api/photos/${photoId}/${rendition}`)))),
    new Uint8Array(await status.arrayBuffer()),
    ...archive.values(),
  ];
  expect(pictures).toHaveLength(5);
  for (const picture of pictures) {
    const { covered, beside } = await spreadIn(picture);
    expect(covered).toBeLessThan(25);
    expect(beside).toBeGreaterThan(60);
  }
  expect((await sharp(pictures[2]).metadata()).width).toBe(1600);
});

test('the hash of the original stays in the chain, and that it was covered is in it too', async () => {
  const before = await report();
  await putRedaction(platform, workshop, clerk, photoId);
  const { photos, events } = await report();
  expect(photos[0]).toMatchObject({ sha256: before.photos[0]?.sha256, redaction: { id: (await stateOf()).redaction?.id } });
  expect(events.slice(0, before.events.length)).toEqual(before.events);
  expect(events.at(-1)).toMatchObject({ type: 'photoRedacted', actor: { kind: 'staff' }, data: { photoId, areas: 1 } });
});

test('the sealed original opens to administrators alone, with a reason, and each opening is on record', async () => {
  await putRedaction(platform, workshop, clerk, photoId);
  for (const cookie of [clerk, viewer]) expect((await open(cookie)).status).toBe(403);
  expect((await open(admin, '  ')).status).toBe(422);
  expect((await report()).events.filter(({ type }) => type === 'originalOpened')).toEqual([]);
  const opened = await open(admin);
  expect(Buffer.from(await opened.arrayBuffer()).equals(bytes)).toBe(true);
  await (await open(admin, 'Gutachten')).arrayBuffer();
  expect((await stateOf()).openings.map(({ reason }) => reason).toSorted()).toEqual(['Anfrage der Polizei', 'Gutachten']);
  const openings = (await report()).events.filter(({ type }) => type === 'originalOpened');
  expect(openings).toHaveLength(2);
  expect(JSON.stringify(openings)).not.toContain('Polizei');
});

test('only administrators uncover a photo, and that is recorded', async () => {
  await putRedaction(platform, workshop, clerk, photoId);
  const uncover = (cookie: string) => platform.request(workshop.host, `/api/photos/${photoId}/redaction`, { method: 'DELETE', cookie });
  expect((await uncover(clerk)).status).toBe(403);
  expect((await uncover(admin)).status).toBe(204);
  expect((await uncover(admin)).status).toBe(204);
  expect((await spreadIn(await get(`/api/photos/${photoId}/display`))).covered).toBeGreaterThan(60);
  expect((await report()).events.filter(({ type }) => type === 'photoUncovered')).toHaveLength(1);
});

test('of two who cover at once one is told that it changed, and nobody uncovers by covering something else', async () => {
  const elsewhere = { areas: [{ x: 0.6, y: 0.2, width: 0.3, height: 0.6 }], replaces: null };
  const answers = await Promise.all([putRedaction(platform, workshop, clerk, photoId), putRedaction(platform, workshop, admin, photoId, elsewhere)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await putRedaction(platform, workshop, admin, photoId, elsewhere)).status).toBe(409);
  const { redaction } = await stateOf();
  expect((await putRedaction(platform, workshop, admin, photoId, { areas: [...oneArea.areas, ...elsewhere.areas], replaces: redaction?.id ?? null })).status).toBe(200);
  const { covered, beside } = await spreadIn(await get(`/api/photos/${photoId}/display`));
  expect(Math.max(covered, beside)).toBeLessThan(25);
});

test('a clerk covers more and never less: what is sealed does not come out by covering something else in its place', async () => {
  await putRedaction(platform, workshop, clerk, photoId);
  const replaces = (await stateOf()).redaction?.id ?? null;
  const elsewhere = { x: 0.6, y: 0.2, width: 0.3, height: 0.6 };
  const [area] = oneArea.areas as [RedactedArea];
  for (const areas of [[elsewhere], [{ ...area, height: area.height - 0.1 }, elsewhere], [{ ...area, x: area.x + 0.01 }]]) {
    expect((await putRedaction(platform, workshop, clerk, photoId, { areas, replaces })).status).toBe(403);
  }
  expect((await stateOf()).redaction?.id).toBe(replaces);
  expect((await spreadIn(await get(`/api/photos/${photoId}/display`))).covered).toBeLessThan(25);
  expect((await putRedaction(platform, workshop, clerk, photoId, { areas: [{ ...area, width: area.width + 0.05 }, elsewhere], replaces })).status).toBe(200);
  const wider = (await stateOf()).redaction?.id ?? null;
  expect((await putRedaction(platform, workshop, admin, photoId, { areas: [elsewhere], replaces: wider })).status).toBe(200);
});

test('viewers cover nothing', async () => {
  expect((await putRedaction(platform, workshop, viewer, photoId)).status).toBe(403);
});

test('a picture in a message and one the workshop took are covered alike, for staff and customer, and opened alike', async () => {
  const { access } = await openStatusPage(platform, workshop, reportId);
  const file = await uploadMessageFile(platform, workshop, { access }, bytes);
  await writeAsCustomer(platform, workshop, access, { body: 'So sieht es aus', fileIds: [file.id] });
  const taken = await takeConditionPhoto(platform, workshop, clerk, reportId, { bytes });
  for (const [id, address] of [[file.id, `/api/message-files/${file.id}`], [taken.id, `/api/condition-photos/${taken.id}`]] as const) {
    expect((await putRedaction(platform, workshop, viewer, id)).status).toBe(403);
    expect((await putRedaction(platform, workshop, clerk, id)).status).toBe(200);
    for (const rendition of ['thumbnail', 'display', 'original']) expect((await spreadIn(await get(`${address}/${rendition}`))).covered, `${address}/${rendition}`).toBeLessThan(25);
    const opened = await platform.request(workshop.host, `/api/photos/${id}/original-openings`, { cookie: admin, json: { reason: 'Anfrage der Polizei' } });
    expect((await spreadIn(new Uint8Array(await opened.arrayBuffer()))).covered).toBeGreaterThan(60);
    expect((await report()).events.slice(-2).map(({ type }) => type)).toEqual(['photoRedacted', 'originalOpened']);
  }
  const seen = await platform.request(workshop.host, `/api/status/message-files/${file.id}/display`, { headers: bearer({ token: access }) });
  expect((await spreadIn(new Uint8Array(await seen.arrayBuffer()))).covered).toBeLessThan(25);
  expect((await report()).conditionPhotos[0]?.redactionId).toBeTruthy();
  expect((await platform.request(workshop.host, `/api/photos/${taken.id}/redaction`, { method: 'DELETE', cookie: admin })).status).toBe(204);
  expect((await spreadIn(await get(`/api/condition-photos/${taken.id}/display`))).covered).toBeGreaterThan(60);
});
