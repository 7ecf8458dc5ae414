import { randomUUID } from 'node:crypto';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import type { Problem } from '@meldewerk/contract/problem';
import type { Receipt, ReportDetail, SubmissionInput } from '@meldewerk/contract/report';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer, openDraft, smallPhoto, submissionOf, uploadPhoto, type OpenDraft } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let viewer: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-stellen');
  viewer = await signInAs(platform, workshop, 'viewer');
});
afterAll(() => platform.close());

const door: DamageSpot = { id: randomUUID(), part: 'doorFrontLeft', kind: 'dent', size: 'hand', at: { view: 'left', x: 0.43, y: 0.62 }, note: 'Auf Höhe des Griffs' };
const glass: DamageSpot = { id: randomUUID(), part: 'windscreen', kind: 'chip', size: 'coin', at: null, note: undefined };

async function send(draft: OpenDraft, change: Partial<SubmissionInput>): Promise<Response> {
  const json = { ...submissionOf(draft, []), category: 'parking', ...change };
  return platform.request(workshop.host, '/api/reports', { json, headers: { ...bearer(draft), 'idempotency-key': randomUUID() } });
}

async function read(answer: Response): Promise<ReportDetail> {
  const { reportId } = (await answer.json()) as Receipt;
  return (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: viewer })).json()) as ReportDetail;
}

test('damages arrive as codes in their order, and photos name the one they show', async () => {
  const draft = await openDraft(platform, workshop);
  const bytes = await smallPhoto();
  const [wide, close, stray] = [await uploadPhoto(platform, workshop, draft, bytes), await uploadPhoto(platform, workshop, draft, bytes), await uploadPhoto(platform, workshop, draft, bytes)];
  const photos = [{ id: wide, shotId: 'damageWide', spotId: door.id }, { id: close, shotId: 'damageClose', spotId: glass.id }, { id: stray, shotId: 'damageClose', spotId: randomUUID() }];
  const answer = await send(draft, { damages: [door, glass], photos });
  expect(answer.status).toBe(201);
  const report = await read(answer);
  expect(report.damages).toEqual([door, { ...glass, note: undefined }].map((spot) => JSON.parse(JSON.stringify(spot)) as unknown));
  expect(report.photos.map(({ spotId }) => spotId)).toEqual([door.id, glass.id, null]);
});

test('every damage is asked for its photos until they are passed over', async () => {
  const draft = await openDraft(platform, workshop);
  const photoId = await uploadPhoto(platform, workshop, draft, await smallPhoto());
  const skippedShots = submissionOf(draft, []).skippedShots.filter((shot) => shot !== 'damageWide');
  const answer = await send(draft, { damages: [door, glass], photos: [{ id: photoId, shotId: 'damageWide', spotId: door.id }], skippedShots });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).issues?.map(({ path }) => path)).toEqual(['photos.damageWide']);
});

test.each([
  ['a part that a trailer does not have', { ...door }, 'trailer' as const, 'Schaden 1: „Tür vorne links“ gibt es an diesem Fahrzeug nicht'],
  ['a dent in glass', { ...glass, kind: 'dent' as const }, 'car' as const, 'Schaden 1: Was Sie gewählt haben, passt nicht zu „Frontscheibe“'],
])('%s is sent back with a sentence', async (_, spot, type, sentence) => {
  const draft = await openDraft(platform, workshop);
  const answer = await send(draft, { damages: [spot], vehicle: { ...submissionOf(draft, []).vehicle, type } });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).issues).toEqual([{ path: `damages.${spot.id}`, code: 'invalid', message: expect.stringContaining(sentence) }]);
});

test('a kind of damage that asks for no single spots keeps none', async () => {
  const draft = await openDraft(platform, workshop);
  const answer = await send(draft, { category: 'marten', damages: [door] });
  expect(answer.status).toBe(201);
  expect((await read(answer)).damages).toEqual([]);
});
