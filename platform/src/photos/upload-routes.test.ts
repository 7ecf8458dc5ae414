import { createHash, randomUUID } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { photoLimits } from '@meldewerk/contract/photo';
import type { Problem } from '@meldewerk/contract/problem';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';
import { openCustomer } from '../../test/photos/customer.ts';
import { bomb, phoneSized, photographed, turnedHeic, withoutPlace } from '../../test/photos/pictures.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { uploadFolder, uploadLifetimeMs } from './upload-store.ts';

let platform: Platform;
let workshop: Workshop;
let otherWorkshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  [workshop, otherWorkshop] = await Promise.all([provisionWorkshop(platform, 'karosserie-upload'), provisionWorkshop(platform, 'karosserie-anders')]);
});
afterAll(() => platform.close());

const rowOf = async (photoId: string) =>
  (await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(photos).where(eq(photos.id, photoId))))[0];
const originalOf = async (photoId: string) =>
  buffer((await platform.services.blobs.open(photoBlobKey(workshop.tenantId, photoId, 'original'))).stream);
const leftOver = async ({ draftId }: { draftId: string }) => (await readdir(uploadFolder(platform.config))).filter((name) => name.includes(draftId));
const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

test('a photo is kept byte for byte with its hash once the last byte is acknowledged, and soon after it can be shown', async () => {
  const customer = await openCustomer(platform, workshop);
  const photoId = randomUUID();
  const bytes = await photographed(6);
  const begun = await customer.begin(bytes.byteLength, { photoId });
  expect(begun.status).toBe(201);
  expect(begun.headers.get('location')).toMatch(/^\/api\/uploads\//);
  const sent = await customer.send(begun.headers.get('location')!, bytes);
  expect(sent.status).toBe(204);

  expect((await originalOf(photoId)).equals(withoutPlace(bytes))).toBe(true);
  expect(await rowOf(photoId)).toMatchObject({ state: 'received', mediaType: 'image/jpeg', byteSize: bytes.byteLength, shotId: 'frontLeft', source: 'camera', originalName: 'IMG_0001.JPG' });
  expect(Buffer.from((await rowOf(photoId))!.sha256)).toEqual(createHash('sha256').update(withoutPlace(bytes)).digest());
  expect(await leftOver(customer)).toEqual([]);

  await platform.runJobs();
  expect(await rowOf(photoId)).toMatchObject({ state: 'ready', width: 320, height: 240, capturedAt: '2026-11-21T14:03:05+01:00' });
  expect((await customer.readDraft()).photos).toEqual([{ id: photoId, shotId: 'frontLeft', spotId: null, state: 'ready', problem: null }]);
  expect((await originalOf(photoId)).equals(withoutPlace(bytes))).toBe(true);
});

test('a dropped upload goes on where it stopped', async () => {
  const customer = await openCustomer(platform, workshop);
  const photoId = randomUUID();
  const bytes = await phoneSized(1_600, 1_200);
  const half = Math.floor(bytes.byteLength / 2);
  const location = (await customer.begin(bytes.byteLength, { photoId })).headers.get('location')!;
  expect((await customer.send(location, bytes.subarray(0, half))).headers.get('upload-offset')).toBe(String(half));
  const asked = await customer.ask(location, { method: 'HEAD' });
  expect({ status: asked.status, offset: asked.headers.get('upload-offset') }).toEqual({ status: 200, offset: String(half) });

  const wrong = await customer.send(location, bytes.subarray(half + 1), half + 1);
  expect({ status: wrong.status, code: await codeOf(wrong) }).toEqual({ status: 409, code: 'uploadConflict' });
  expect((await customer.send(location, bytes.subarray(half), half)).status).toBe(204);
  expect((await originalOf(photoId)).equals(withoutPlace(bytes))).toBe(true);
});

test('whoever lost the last answer learns that nothing is missing, even when the server died before the photo was received', async () => {
  const customer = await openCustomer(platform, workshop);
  const photoId = randomUUID();
  const bytes = await photographed();
  const location = (await customer.begin(bytes.byteLength, { photoId })).headers.get('location')!;
  await writeFile(join(uploadFolder(platform.config), location.split('/').at(-1)!), bytes);
  expect(await rowOf(photoId)).toBeUndefined();

  for (let asking = 0; asking < 2; asking += 1) {
    const asked = await customer.ask(location, { method: 'HEAD' });
    expect({ status: asked.status, offset: asked.headers.get('upload-offset'), length: asked.headers.get('upload-length') }).toEqual({
      status: 200, offset: String(bytes.byteLength), length: String(bytes.byteLength),
    });
  }
  expect((await originalOf(photoId)).equals(withoutPlace(bytes))).toBe(true);
});

test('the same photo sent again, also at the same time, is one photo', async () => {
  const customer = await openCustomer(platform, workshop);
  const photoId = randomUUID();
  const bytes = await photographed();
  const answers = await Promise.all([customer.upload(bytes, { photoId }), customer.upload(bytes, { photoId }), customer.upload(bytes, { photoId })]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect((await customer.upload(bytes, { photoId })).status).toBe(204);
  expect((await customer.readDraft()).photos).toHaveLength(1);
  expect(await leftOver(customer)).toEqual([]);
});

test('an id that stands for a photo never comes to stand for another', async () => {
  const customer = await openCustomer(platform, workshop);
  const neighbour = await openCustomer(platform, workshop);
  const photoId = randomUUID();
  const bytes = await photographed();
  expect((await customer.upload(bytes, { photoId })).status).toBe(204);
  expect(await codeOf(await customer.upload(await photographed(3), { photoId }))).toBe('uploadConflict');
  expect(await codeOf(await neighbour.upload(await photographed(3), { photoId }))).toBe('uploadConflict');
  expect((await originalOf(photoId)).equals(withoutPlace(bytes))).toBe(true);
});

test('AVIF, WebP, PNG and HEIC are taken under any name', async () => {
  const customer = await openCustomer(platform, workshop);
  const files = { 'image/avif': await photographed(1, 'avif'), 'image/webp': await photographed(1, 'webp'), 'image/png': await photographed(1, 'png'), 'image/heic': turnedHeic() };
  for (const [mediaType, bytes] of Object.entries(files)) {
    const photoId = randomUUID();
    expect((await customer.upload(bytes, { photoId, fileName: 'bild.jpg' })).status).toBe(204);
    expect(await rowOf(photoId)).toMatchObject({ mediaType });
  }
  await platform.runJobs();
  expect((await customer.readDraft()).photos.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], ['HTML', '<!doctype html><h1>Hallo</h1>'],
  ['PDF', '%PDF-1.7 ...'], ['text', 'Mein Auto ist kaputt.'],
])('%s that calls itself a photo is refused with a sentence, and its bytes are gone', async (_name, content) => {
  const customer = await openCustomer(platform, workshop);
  const answer = await customer.upload(Buffer.from(content), { fileName: 'schaden.jpg' });
  expect(answer.status).toBe(415);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await codeOf(answer)).toBe('photoTypeUnsupported');
  expect(await leftOver(customer)).toEqual([]);
  expect((await customer.readDraft()).photos).toEqual([]);
});

test('too large and empty are refused before a byte is sent, bombs before they are decoded', async () => {
  const customer = await openCustomer(platform, workshop);
  const tooLarge = await customer.begin(photoLimits.maxBytes + 1);
  expect({ status: tooLarge.status, code: await codeOf(tooLarge) }).toEqual({ status: 413, code: 'photoTooLarge' });
  const empty = await customer.begin(0);
  expect({ status: empty.status, code: await codeOf(empty) }).toEqual({ status: 422, code: 'photoUnreadable' });
  const exploding = await customer.upload(bomb(20_000, 20_000));
  expect({ status: exploding.status, code: await codeOf(exploding) }).toEqual({ status: 422, code: 'photoTooManyPixels' });
  const headless = await customer.upload((await photographed()).subarray(0, 30));
  expect({ status: headless.status, code: await codeOf(headless) }).toEqual({ status: 422, code: 'photoUnreadable' });
  expect((await customer.begin(photoLimits.maxBytes)).status).toBe(201);
});

test('more bytes than announced are not taken', async () => {
  const customer = await openCustomer(platform, workshop);
  const bytes = await photographed();
  const location = (await customer.begin(bytes.byteLength - 10)).headers.get('location')!;
  expect((await customer.send(location, bytes)).status).toBe(413);
});

test('a photo that only decoding shows to be broken is received, then refused by name; the others are unharmed', async () => {
  const customer = await openCustomer(platform, workshop);
  const [broken, whole] = [randomUUID(), randomUUID()];
  const bytes = await phoneSized(800, 600);
  expect((await customer.upload(bytes.subarray(0, bytes.byteLength - 20_000), { photoId: broken })).status).toBe(204);
  expect((await customer.upload(bytes, { photoId: whole })).status).toBe(204);
  await platform.runJobs();
  expect(await rowOf(broken)).toMatchObject({ state: 'refused', problem: 'photoUnreadable' });
  expect(await rowOf(whole)).toMatchObject({ state: 'ready', problem: null });
});

test('a draft takes so many photos and no more, however they come', async () => {
  const customer = await openCustomer(platform, workshop);
  const bytes = await photographed();
  const base = { tenantId: workshop.tenantId, draftId: customer.draftId, shotId: 'frontLeft', state: 'ready', mediaType: 'image/jpeg', byteSize: 1, sha256: Buffer.alloc(32), source: 'file', uploadedAt: new Date() } as const;
  await inTenant(platform.services.db, workshop.tenantId, (tx) =>
    tx.insert(photos).values(Array.from({ length: photoLimits.maxPerDraft - 2 }, () => ({ ...base, id: randomUUID() }))),
  );
  const begun = await Promise.all(Array.from({ length: 5 }, () => customer.begin(bytes.byteLength)));
  const answers = await Promise.all(begun.map((answer) => customer.send(answer.headers.get('location')!, bytes)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 409, 409, 409]);
  expect(await codeOf(answers.find(({ status }) => status === 409)!)).toBe('photoLimitReached');
  expect(await codeOf(await customer.begin(bytes.byteLength))).toBe('photoLimitReached');
  expect((await customer.readDraft()).photos).toHaveLength(photoLimits.maxPerDraft);
});

test('nobody but the bearer of the draft can begin, see, continue or end an upload', async () => {
  const customer = await openCustomer(platform, workshop);
  const neighbour = await openCustomer(platform, workshop);
  const bytes = await photographed();
  const location = (await customer.begin(bytes.byteLength)).headers.get('location')!;
  const patch = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };

  expect((await neighbour.begin(10, { draftId: customer.draftId })).status).toBe(404);
  for (const method of ['HEAD', 'PATCH', 'DELETE']) {
    expect((await neighbour.ask(location, { method, headers: patch })).status).toBe(404);
    expect((await customer.ask(location, { method, headers: { ...patch, authorization: '' } })).status).toBe(401);
    const elsewhere = await platform.request(otherWorkshop.host, location, { method, headers: { ...patch, authorization: `Bearer ${customer.token}`, 'tus-resumable': '1.0.0' } });
    expect(elsewhere.status).toBe(404);
  }
  const own = (await neighbour.begin(bytes.byteLength)).headers.get('location')!;
  // What is authorised and what is touched must be the same, however the address is bent.
  for (const bent of [`${own}?x=/${location.split('/').at(-1)}`, `${own}/../${location.split('/').at(-1)}`, '/api/uploads/..%2f..%2fetc%2fpasswd', '/api/uploads/x']) {
    await neighbour.ask(bent, { method: 'DELETE' });
  }
  expect((await customer.ask(location, { method: 'HEAD' })).status).toBe(200);
  expect((await customer.ask(location, { method: 'DELETE' })).status).toBe(204);
  expect((await customer.ask(location, { method: 'HEAD' })).status).toBe(404);
});

test.each([
  ['no length', { 'upload-length': '' }], ['a wild length', { 'upload-length': '-1' }], ['no metadata', { 'upload-metadata': '' }],
  ['mangled metadata', { 'upload-metadata': 'photoId !!!' }], ['no protocol version', { 'tus-resumable': '' }],
])('%s is a malformed request and no accident', async (_name, headers) => {
  const customer = await openCustomer(platform, workshop);
  const answer = await customer.begin(10, {}, headers);
  expect({ status: answer.status, code: await codeOf(answer) }).toEqual({ status: 400, code: 'malformedRequest' });
});

test('reading an upload back is not offered', async () => {
  const customer = await openCustomer(platform, workshop);
  const location = (await customer.begin(10)).headers.get('location')!;
  expect((await customer.ask(location)).status).toBe(405);
});

test('another website’s script may upload, and sees the headers it needs', async () => {
  const customer = await openCustomer(platform, workshop);
  const preflight = await platform.request(workshop.host, '/api/uploads', {
    method: 'OPTIONS',
    headers: { origin: 'https://www.werkstatt.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,tus-resumable,upload-length,upload-metadata' },
  });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('upload-metadata');
  const begun = await customer.begin(10, {}, { origin: 'https://www.werkstatt.example' });
  expect(begun.headers.get('access-control-allow-origin')).toBe('*');
  expect(begun.headers.get('access-control-allow-credentials')).toBeNull();
  expect(begun.headers.get('access-control-expose-headers')).toMatch(/location.*upload-offset.*upload-length/i);
  const refused = await customer.ask(begun.headers.get('location')!, {
    method: 'PATCH', body: 'kein Foto.', headers: { origin: 'https://www.werkstatt.example', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  expect({ status: refused.status, origin: refused.headers.get('access-control-allow-origin') }).toEqual({ status: 415, origin: '*' });
  const discovered = await platform.request(workshop.host, '/api/uploads', { method: 'OPTIONS' });
  expect(discovered.headers.get('tus-extension')).toBe('creation,creation-with-upload,termination,expiration');
});

test('the customer can take a photo back, twice; rows and files are gone', async () => {
  const customer = await openCustomer(platform, workshop);
  const neighbour = await openCustomer(platform, workshop);
  const photoId = randomUUID();
  await customer.upload(await photographed(), { photoId });
  await platform.runJobs();
  const path = `/api/drafts/${customer.draftId}/photos/${photoId}`;
  expect((await neighbour.ask(path, { method: 'DELETE' })).status).toBe(404);
  expect((await neighbour.ask(`/api/drafts/${neighbour.draftId}/photos/${photoId}`, { method: 'DELETE' })).status).toBe(204);
  expect(await rowOf(photoId)).toBeDefined();
  for (let time = 0; time < 2; time += 1) expect((await customer.ask(path, { method: 'DELETE' })).status).toBe(204);
  expect(await rowOf(photoId)).toBeUndefined();
  for (const rendition of ['original', 'display', 'thumbnail'] as const) {
    expect(await platform.services.blobs.has(photoBlobKey(workshop.tenantId, photoId, rendition))).toBe(false);
  }
});

test('uploads that nobody continues are given up after a day, others are left alone', async () => {
  const customer = await openCustomer(platform, workshop);
  const [old, young] = await Promise.all([customer.begin(10), customer.begin(10)]);
  const fileOf = (answer: Response) => join(uploadFolder(platform.config), answer.headers.get('location')!.split('/').at(-1)!);
  const now = platform.clock.now().getTime();
  const dated = (path: string, age: number) => utimes(path, new Date(now - age), new Date(now - age));
  await dated(fileOf(old), uploadLifetimeMs + 1_000);
  await dated(`${fileOf(old)}.json`, uploadLifetimeMs + 1_000);
  await dated(`${fileOf(young)}.json`, uploadLifetimeMs + 1_000);
  await dated(fileOf(young), 1_000);
  await sweepUploads(platform.services);
  expect((await customer.ask(old.headers.get('location')!, { method: 'HEAD' })).status).toBe(404);
  expect((await customer.ask(young.headers.get('location')!, { method: 'HEAD' })).status).toBe(200);
});

test('when the database takes no more connections, the customer may try again and the log says why', async () => {
  const full = await bootPlatform();
  const customer = await openCustomer(full, await provisionWorkshop(full, 'karosserie-voll'));
  const owner = postgres(full.database.ownerUrl, { max: 1 });
  // Those there are stay; the locks of uploads want one more.
  await owner.unsafe(`alter database ${new URL(full.database.ownerUrl).pathname.slice(1)} connection limit 0`);

  const refused = await customer.begin(100);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(full.logs).toContainEqual(expect.objectContaining({ message: 'an upload could not be written', requestId: ((await refused.json()) as Problem).requestId, code: '53300' }));
  await owner.end();
  await full.close();
});
