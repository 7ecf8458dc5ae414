import { randomUUID } from 'node:crypto';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { partnerNoticeSchema } from '@meldewerk/contract/partner-notice';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { activatePartner, findPartner } from '@meldewerk/tenants/partners';
import { eq } from 'drizzle-orm';
import ExcelJs from 'exceljs';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, hasPdfTools, textOf } from '../../../packages/documents/test/pdf-tools.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer, openDraft, smallPhoto, submissionOf, uploadPhoto } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { fanOut } from '../deliveries/fan-out.ts';

let platform: Platform;
let workshop: Workshop;
let admin: string;
let reportId: string;
let photoId: string;

const door: DamageSpot = { id: randomUUID(), part: 'doorFrontLeft', kind: 'dent', size: 'hand', at: { view: 'left', x: 0.43, y: 0.62 }, note: 'Auf Höhe des Griffs' };
const glass: DamageSpot = { id: randomUUID(), part: 'windscreen', kind: 'chip', size: 'coin', at: null, note: undefined };

/** A report with two damages, steered by a partner and sent. */
beforeAll(async () => {
  platform = await bootPlatform();
  const { db } = platform.services;
  workshop = await provisionWorkshop(platform, 'karosserie-stellen');
  admin = await signInAs(platform, workshop, 'admin');
  const partnerId = (await findPartner(db, 'dms'))?.id ?? '';
  await activatePartner(db, workshop.tenantId, partnerId, { email: 'auftraege@dms.example', now: platform.clock.now() });
  const draft = await openDraft(platform, workshop);
  photoId = await uploadPhoto(platform, workshop, draft, await smallPhoto());
  const json = { ...submissionOf(draft, []), category: 'parking', damages: [door, glass], photos: [{ id: photoId, shotId: 'damageWide', spotId: door.id }] };
  const answer = await platform.request(workshop.host, '/api/reports', { json, headers: { ...bearer(draft), 'idempotency-key': randomUUID() } });
  ({ reportId } = (await answer.json()) as { reportId: string });
  await inTenant(db, workshop.tenantId, (tx) => tx.update(damageReports).set({ partner: { id: partnerId, name: 'DMS', kind: 'steering', orderNumber: '4711' } }).where(eq(damageReports.id, reportId)));
  await fanOut(platform.services, { tenantId: workshop.tenantId, reportId, sequence: 1 });
  await platform.runJobs();
});
afterAll(() => platform.close());

const get = (path: string) => platform.request(workshop.host, path, { cookie: admin });

test.runIf(hasPdfTools)('the dossier draws the vehicle with its pins, lists the damages, and names them on their photos', async () => {
  const pdf = Buffer.from(await (await get(`/api/reports/${reportId}/dossier.pdf`)).arrayBuffer());
  expect(faultsOf(pdf)).toBe('');
  const text = textOf(pdf).replaceAll(/\s+/g, ' ');
  for (const words of ['Markierte Schäden', 'Links', 'Vorne', 'Tür vorne links', 'Delle', 'Auf Höhe des', 'Frontscheibe', 'Steinschlag', 'Schaden 1: Schaden aus 2 bis 3 Metern']) expect(text).toContain(words);
  expect(text.replaceAll(' ', '')).toContain('doorFrontLeft.dent.hand');
});

test('the workbook has a sheet with a row for each damage, its code and its photos', async () => {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(await (await get(`/api/reports/${reportId}/report.xlsx`)).arrayBuffer());
  const rows = book.getWorksheet('Markierte Schäden')?.getSheetValues().slice(2) as unknown[][];
  expect(rows.map((row) => row.slice(1))).toEqual([
    [1, 'Tür vorne links', 'Delle', 'Wie eine Hand', 'Auf Höhe des Griffs', '1', 'doorFrontLeft.dent.hand'],
    expect.arrayContaining([2, 'Frontscheibe', 'Steinschlag', 'Wie eine Münze', 'windscreen.chip.coin']),
  ]);
});

test('columns for KSR can hold the damages in words and as codes', async () => {
  const field = (heading: string, id: string) => ({ heading, source: { kind: 'field', field: id } });
  const json = { columns: [field('Schäden', 'damages'), field('Codes', 'damageCodes'), field('Zahl', 'damageCount')] };
  const answer = await platform.request(workshop.host, `/api/reports/${reportId}/ksr-preview`, { cookie: admin, json });
  expect(await answer.json()).toEqual({
    cells: [{ heading: 'Schäden', value: 'Tür vorne links: Delle, wie eine Hand\nFrontscheibe: Steinschlag, wie eine Münze' }, { heading: 'Codes', value: 'doorFrontLeft.dent.hand windscreen.chip.coin' }, { heading: 'Zahl', value: '2' }],
  });
});

test('the partner gets codes and German words, and which photos show which damage', async () => {
  const detail = (await (await get(`/api/reports/${reportId}`)).json()) as { deliveries: { purpose: string; text: string }[] };
  const link = /https?:\/\/[^\s]*\/p\/[^\s]+/.exec(detail.deliveries.find(({ purpose }) => purpose === 'partnerNotice')?.text ?? '')?.[0] ?? '';
  const { pathname } = new URL(link);
  const notice = v.parse(partnerNoticeSchema, await (await platform.request(workshop.host, `${pathname}/notice.json`)).json());
  expect(notice.damages).toEqual([
    { id: door.id, number: 1, part: 'doorFrontLeft', partLabel: 'Tür vorne links', kind: 'dent', kindLabel: 'Delle', size: 'hand', sizeLabel: 'Wie eine Hand', note: 'Auf Höhe des Griffs', at: door.at, photos: [photoId] },
    { id: glass.id, number: 2, part: 'windscreen', partLabel: 'Frontscheibe', kind: 'chip', kindLabel: 'Steinschlag', size: 'coin', sizeLabel: 'Wie eine Münze', photos: [] },
  ]);
  expect(await (await platform.request(workshop.host, pathname)).text()).toContain('1. Tür vorne links');
});
