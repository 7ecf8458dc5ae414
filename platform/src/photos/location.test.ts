import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { photoBlobKey, photoRenditions } from '@meldewerk/blobs/blob-store';
import type { Receipt, ReportDetail, SubmissionInput } from '@meldewerk/contract/report';
import { blankLocation } from '@meldewerk/photo-check/location';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { photographed, turnedHeic } from '../../test/photos/pictures.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, openDraft, submissionOf, uploadPhoto } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-ort');
});
afterAll(() => platform.close());

async function send(photo: Buffer, location?: { latitude: number; longitude: number }): Promise<{ photoId: string; reportId: string }> {
  const draft = await openDraft(platform, workshop);
  const photoId = await uploadPhoto(platform, workshop, draft, photo);
  const submission: SubmissionInput = { ...submissionOf(draft, [photoId]), photos: [{ id: photoId, shotId: 'damageWide', ...(location && { location }) }] };
  const sent = await platform.request(workshop.host, '/api/reports', { headers: { ...bearer(draft), 'idempotency-key': randomUUID() }, json: submission });
  const { reportId } = (await sent.json()) as Receipt;
  await platform.runJobs();
  return { photoId, reportId };
}

async function read(reportId: string): Promise<ReportDetail> {
  return (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: await signInAs(platform, workshop, 'viewer') })).json() as Promise<ReportDetail>;
}

test('no file that is kept says where the photo was taken, whoever sent it; when it was taken stays', async () => {
  for (const photo of [await photographed(), await photographed(6, 'webp'), turnedHeic()]) {
    expect(blankLocation(Buffer.from(photo))).toBe(true);
    const { photoId, reportId } = await send(photo);
    for (const rendition of photoRenditions) {
      const { stream } = await platform.services.blobs.open(photoBlobKey(workshop.tenantId, photoId, rendition));
      expect(blankLocation(await buffer(stream)), rendition).toBe(false);
    }
    expect((await read(reportId)).photos[0]).toMatchObject({ location: null });
  }
  const { reportId } = await send(await photographed());
  expect((await read(reportId)).photos[0]?.capturedAt).toBe('2026-11-21T14:03:05+01:00');
});

test('a place that the customer sent along is for staff alone', async () => {
  const { reportId } = await send(await photographed(), { latitude: 49.00937, longitude: 8.40444 });
  expect((await read(reportId)).photos[0]?.location).toEqual({ latitude: 49.00937, longitude: 8.40444 });
  const { access } = await openStatusPage(platform, workshop, reportId);
  const status = await platform.request(workshop.host, '/api/status', { headers: bearer({ token: access }) });
  expect(await status.text()).not.toContain('49.009');
});
