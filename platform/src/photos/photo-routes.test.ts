import { randomUUID } from 'node:crypto';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { damageReports, photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { openCustomer } from '../../test/photos/customer.ts';
import { photographed, turnedHeic, withoutPlace } from '../../test/photos/pictures.ts';
import { readArchive } from '../../test/photos/read-archive.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;
let reportId: string;
let originals: Record<string, Buffer>;
const [jpeg, heic, second, unsent] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-bilder');
  cookie = await signInAs(platform, workshop, 'viewer');
  const customer = await openCustomer(platform, workshop);
  originals = { [jpeg]: await photographed(6), [heic]: turnedHeic(), [second]: await photographed(1, 'png') };
  for (const [photoId, bytes] of Object.entries(originals)) await customer.upload(bytes, { photoId, shotId: 'frontLeft', fileName: '../../evil.exe' });
  await customer.upload(await photographed(), { photoId: unsent });
  await platform.runJobs();
  reportId = await reportWith([jpeg, heic, second]);
});
afterAll(() => platform.close());

const get = (path: string, request: Parameters<Platform['request']>[2] = { cookie }) => platform.request(workshop.host, path, request);

test('staff see thumbnail and display upright, without place or camera, and may keep them as long as they are the same', async () => {
  for (const [rendition, edge] of [['thumbnail', 400], ['display', 2048]] as const) {
    const answer = await get(`/api/photos/${jpeg}/${rendition}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
    });
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const shown = await sharp(await answer.arrayBuffer()).metadata();
    expect(shown).toMatchObject({ width: Math.min(320, edge), height: 240 });
    expect(shown.exif).toBeUndefined();
  }
});

test('the original is a download, byte for byte but for where it was taken, under a name that says what it shows', async () => {
  const answer = await get(`/api/photos/${jpeg}/original`);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="KA-PA-777_vorne-links_2026-11-21_14-03\.jpg"/);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(Buffer.from(await answer.arrayBuffer()).equals(withoutPlace(originals[jpeg]!))).toBe(true);
  expect((await get(`/api/photos/${heic}/original`)).headers.get('content-type')).toBe('image/heic');
});

test('the archive holds every original, byte for byte but for where it was taken, under names of their own', async () => {
  const answer = await get(`/api/reports/${reportId}/photos.zip`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const archive = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(archive.byteLength));
  const files = readArchive(archive);
  expect([...files.keys()]).toEqual([
    'KA-PA-777_vorne-links_2026-11-21_14-03.jpg', 'KA-PA-777_vorne-links_2026-11-21_14-03.heic', 'KA-PA-777_vorne-links_2026-11-21_14-03.png',
  ]);
  expect([...files.values()].map((bytes, index) => bytes.equals(withoutPlace([originals[jpeg], originals[heic], originals[second]][index]!)))).toEqual([true, true, true]);
});

test('an archive with a missing file breaks off instead of looking whole', async () => {
  const lost = randomUUID();
  const customer = await openCustomer(platform, workshop);
  await customer.upload(await photographed(), { photoId: lost });
  const report = await reportWith([lost]);
  await platform.services.blobs.remove(photoBlobKey(workshop.tenantId, lost, 'original'));
  await expect(get(`/api/reports/${report}/photos.zip`).then((answer) => answer.arrayBuffer())).rejects.toThrow();
});

test('asking for the headers only opens nothing that stays open', async () => {
  const answer = await get(`/api/photos/${jpeg}/display`, { cookie, method: 'HEAD' });
  expect({ status: answer.status, body: await answer.text() }).toEqual({ status: 200, body: '' });
});

test('without a session, from another workshop, or before sending there is nothing to see', async () => {
  const stranger = await provisionWorkshop(platform, 'karosserie-fremd');
  const strangersCookie = await signInAs(platform, stranger, 'admin');
  const paths = [...['thumbnail', 'display', 'original'].map((rendition) => `/api/photos/${jpeg}/${rendition}`), `/api/reports/${reportId}/photos.zip`];
  for (const path of paths) {
    expect((await get(path, {})).status).toBe(401);
    expect((await get(path, { cookie: strangersCookie })).status).toBe(401);
    expect((await platform.request(stranger.host, path, { cookie: strangersCookie })).status).toBe(404);
  }
  for (const rendition of ['thumbnail', 'display', 'original']) expect((await get(`/api/photos/${unsent}/${rendition}`)).status).toBe(404);
  for (const path of [`/api/photos/${jpeg}/secret`, '/api/photos/x/display', `/api/photos/${randomUUID()}/display`, `/api/reports/${randomUUID()}/photos.zip`]) {
    expect((await get(path)).status).toBe(404);
  }
});

async function reportWith(photoIds: string[]): Promise<string> {
  const id = randomUUID();
  const { tenantId } = workshop;
  await inTenant(platform.services.db, tenantId, async (tx) => {
    await tx.insert(damageReports).values({
      tenantId, id, reference: `SM-2026-${id.slice(0, 6)}`, status: 'submitted', category: 'parking', catalogueVersion: 1, language: 'de', reporter: {}, vehicle: {},
      insurance: {}, answers: {}, skippedShots: [], source: { kind: 'page' }, licensePlate: 'KA-PA 777', plateSearchKey: 'KAPA777', customerName: 'Erika Muster',
      searchText: '', photoCount: photoIds.length, listedAt: platform.clock.now(), submittedAt: platform.clock.now(), statusSince: platform.clock.now(), activeAt: platform.clock.now(),
    });
    for (const [position, photoId] of photoIds.entries()) await tx.update(photos).set({ reportId: id, position }).where(eq(photos.id, photoId));
  });
  return id;
}
