import { randomUUID } from 'node:crypto';
import type { ReportDetail } from '@meldewerk/contract/report';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { takeConditionPhoto } from '../../test/condition-photos.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, smallPhoto, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let reportId: string;
let intakePhotoId: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  const { receipt, photoIds } = await submitSmallReport(platform, workshop);
  [reportId, intakePhotoId] = [receipt.reportId, photoIds[0]!];
});
afterAll(() => platform.close());

const take = (options?: Parameters<typeof takeConditionPhoto>[4]) => takeConditionPhoto(platform, workshop, clerk, reportId, options);

async function read(): Promise<ReportDetail> {
  return (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json() as Promise<ReportDetail>;
}

test('a picture is on the report with its stage, who took it and when, and its hash in the chain', async () => {
  const { status, id } = await take({ search: `stage=afterRepair&shotId=frontLeft&takenAt=2026-11-20T09:58:00.000Z&compares=${intakePhotoId}` });
  expect(status).toBe(201);
  const { conditionPhotos, events, photos } = await read();
  expect(conditionPhotos).toMatchObject([{ id, stage: 'afterRepair', shotId: 'frontLeft', comparesPhotoId: intakePhotoId, takenAt: '2026-11-20T09:58:00.000Z', uploadedAt: '2026-11-20T10:00:00.000Z', takenByName: 'clerk karosserie-muster' }]);
  expect(events.at(-1)).toMatchObject({ type: 'conditionPhotosTaken', data: { photoId: id, sha256: conditionPhotos[0]?.sha256 } });
  expect(photos.map((photo) => photo.id)).not.toContain(id);
  for (const rendition of ['thumbnail', 'display', 'original']) expect((await platform.request(workshop.host, `/api/condition-photos/${id}/${rendition}`, { cookie: clerk })).status).toBe(200);
});

test('sent again after a lost answer it is the same photo; other bytes under its id are refused', async () => {
  const id = randomUUID();
  expect((await Promise.all([take({ id }), take({ id })])).map(({ status }) => status)).toEqual([201, 201]);
  expect((await take({ id })).status).toBe(201);
  expect((await read()).conditionPhotos).toHaveLength(1);
  expect((await take({ id, bytes: Buffer.concat([await smallPhoto(), Buffer.alloc(1)]) })).status).toBe(409);
});

test('the customer sees none of them, in whatever way they ask', async () => {
  const { id } = await take();
  const { access } = await openStatusPage(platform, workshop, reportId);
  const page = await platform.request(workshop.host, '/api/status', { headers: bearer({ token: access }) });
  expect(await page.text()).not.toContain(id);
  expect((await platform.request(workshop.host, `/api/status/photos/${id}/display`, { headers: bearer({ token: access }) })).status).toBe(404);
});

test('one that is removed is off the report and stays on record', async () => {
  const { id } = await take();
  const remove = () => platform.request(workshop.host, `/api/reports/${reportId}/condition-photos/${id}`, { method: 'DELETE', cookie: clerk });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
  const { conditionPhotos, events } = await read();
  expect(conditionPhotos).toEqual([]);
  expect(events.filter(({ type }) => type === 'conditionPhotoRemoved')).toHaveLength(1);
  expect((await platform.request(workshop.host, `/api/condition-photos/${id}/original`, { cookie: clerk })).status).toBe(200);
});

test.each([
  ['a text', new TextEncoder().encode('<svg onload=alert(1)>'), 415],
  ['a picture cut off', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 422],
  ['nothing', new Uint8Array(), 415],
])('%s is no picture, and nothing is kept of it', async (_, bytes, status) => {
  expect((await take({ bytes })).status).toBe(status);
  expect((await read()).conditionPhotos).toEqual([]);
});

test('a photo of another report is not compared with', async () => {
  const { photoIds } = await submitSmallReport(platform, workshop);
  expect((await take({ search: `stage=dropOff&shotId=frontLeft&takenAt=2026-11-20T09:58:00.000Z&compares=${photoIds[0]}` })).status).toBe(404);
});
