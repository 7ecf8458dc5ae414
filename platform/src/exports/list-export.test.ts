import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { documentBlobKey, exportBlobKey } from '@meldewerk/blobs/blob-store';
import { exportListSchema, exportSchema, type Export } from '@meldewerk/contract/export';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import ExcelJs from 'exceljs';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForExport } from '../../test/exports.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { sweep } from '../sweep.ts';
import { makeExport } from './make-export.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;
let reportId: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-liste');
  reportId = (await submitSmallReport(platform, workshop, 'Muster')).receipt.reportId;
  await copies(reportId, 1_200);
  cookie = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform.close());

const at = (path: string, request: Parameters<Platform['request']>[2] = {}) => platform.request(workshop.host, `/api/exports${path}`, { cookie, ...request });
const read = async (id: string): Promise<Export> => v.parse(exportSchema, await (await at(`/${id}`)).json());

/** As many more of the same, all listed at the same instant: only the id tells them apart. */
async function copies(id: string, count: number): Promise<void> {
  const { db } = platform.services;
  await inTenant(db, workshop.tenantId, async (tx) => {
    const [report] = await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, workshop.tenantId), eq(damageReports.id, id)));
    if (!report) throw new Error('it was just sent');
    for (let from = 0; from < count; from += 400) {
      await tx.insert(damageReports).values(Array.from({ length: 400 }, (_, index) => ({ ...report, id: randomUUID(), reference: `KL-2026-${100_000 + from + index}`, status: 'completed', closedAt: report.listedAt })));
    }
  });
}

async function table(id: string): Promise<{ headings: string[]; rows: Record<string, ExcelJs.Cell>[]; sheet: ExcelJs.Worksheet }> {
  const answer = await at(`/${id}/file`);
  expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const sheet = workbook.worksheets[0]!;
  const headings = (sheet.getRow(1).values as string[]).slice(1);
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) => Object.fromEntries(headings.map((heading, column) => [heading, sheet.getRow(index + 2).getCell(column + 1)])));
  return { headings, rows, sheet };
}

test('every report of the filtered list is in the workbook exactly once, and its progress can be followed', async () => {
  const id = await askForExport(platform, workshop, cookie, { status: 'completed' });
  expect(await read(id)).toMatchObject({ state: 'waiting', total: null, done: 0, byteSize: null });
  await platform.runJobs();
  expect(await read(id)).toMatchObject({ state: 'finished', total: 1_200, done: 1_200 });
  const { rows, headings } = await table(id);
  expect(new Set(rows.map((row) => row['Vorgangsnummer']?.value))).toEqual(new Set(Array.from({ length: 1_200 }, (_, index) => `KL-2026-${100_000 + index}`)));
  expect(headings.slice(0, 5)).toEqual(['Vorgangsnummer', 'Status', 'Angelegt', 'Eingang', 'Schadenart']);
});

test('dates are dates, numbers are numbers, plates and telephone numbers are text, nothing is a formula, and the heading stays in sight', async () => {
  const { receipt } = await submitSmallReport(platform, workshop, 'Kern');
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(damageReports).set({ reporter: { firstName: 'Jo', lastName: '=1+1', phone: '+4915123456789', postalCode: '01067' } }).where(eq(damageReports.id, receipt.reportId)));
  const id = await askForExport(platform, workshop, cookie, { q: receipt.reference });
  await platform.runJobs();
  const { rows: [row], sheet } = await table(id);
  expect(row).toBeDefined();
  const { Eingang, Erstzulassung, Kilometerstand, Kennzeichen, Telefon, Nachname, PLZ, Schadenart, Schadentag } = row!;
  expect(Eingang?.value).toEqual(new Date('2026-11-20T11:00:00Z'));
  expect(Erstzulassung?.value).toEqual(new Date('2019-05-14T00:00:00Z'));
  expect(Schadentag?.value).toEqual(new Date('2026-11-19T00:00:00Z'));
  expect([Kilometerstand?.value, Kilometerstand?.numFmt]).toEqual([84_300, '#,##0']);
  expect([Kennzeichen?.value, Kennzeichen?.numFmt, Telefon?.value, Telefon?.numFmt, PLZ?.value]).toEqual(['KA-PA 777', '@', '+4915123456789', '@', '01067']);
  expect([Nachname?.value, Nachname?.type]).toEqual(["'=1+1", ExcelJs.ValueType.String]);
  expect(Schadenart?.value).toBe('Marderbiss');
  for (const cell of Object.values(row!)) expect(cell.formula).toBeUndefined();
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.getColumn(1).width).toBeGreaterThan(15);
});

test('who asks in English gets English headings', async () => {
  const { id } = (await (await at('', { json: { id: randomUUID(), filter: { q: 'KL-2026-100001' } }, headers: { 'accept-language': 'en' } })).json()) as Export;
  await platform.runJobs();
  expect((await table(id)).headings).toContain('Licence plate');
});

test('an export is nobody’s but whose asked for it, also not a colleague’s', async () => {
  const id = await askForExport(platform, workshop, cookie, { status: 'submitted' });
  await platform.runJobs();
  const colleague = await signInAs(platform, workshop, 'admin');
  for (const [path, method] of [[`/${id}`, 'GET'], [`/${id}/file`, 'GET'], [`/${id}`, 'DELETE']] as const) expect((await at(path, { cookie: colleague, method })).status).toBe(404);
  expect(v.parse(exportListSchema, await (await at('', { cookie: colleague })).json()).exports).toEqual([]);
  expect((await at(`/${id}/file`)).status).toBe(200);
});

test('asked for twice under one id it is made once', async () => {
  const json = { id: randomUUID(), filter: { q: 'KL-2026-100002' } };
  const answers = await Promise.all([at('', { json }), at('', { json })]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  await platform.runJobs();
  expect(await read(json.id)).toMatchObject({ state: 'finished', total: 1 });
});

test('called off while it waits, nothing is made; called off when done, its file is gone', async () => {
  const [waiting, done] = [await askForExport(platform, workshop, cookie), await askForExport(platform, workshop, cookie, { q: 'KL-2026-100003' })];
  expect((await at(`/${waiting}`, { method: 'DELETE' })).status).toBe(204);
  await platform.runJobs();
  expect(await read(waiting)).toMatchObject({ state: 'cancelled', done: 0 });
  expect((await at(`/${waiting}/file`)).status).toBe(404);
  expect((await at(`/${done}`, { method: 'DELETE' })).status).toBe(204);
  expect((await at(`/${done}/file`)).status).toBe(404);
  expect(await platform.services.blobs.has(exportBlobKey(workshop.tenantId, done))).toBe(false);
});

test('called off half-way, it stops and leaves nothing behind', async () => {
  const id = await askForExport(platform, workshop, cookie);
  let callingOff: Promise<Response> | undefined;
  const services = {
    ...platform.services,
    // Asked after every batch: called off after the first.
    lifecycle: { get draining() { callingOff ??= Promise.resolve(at(`/${id}`, { method: 'DELETE' })); return false; } },
    blobs: { ...platform.services.blobs, adopt: async (...file: Parameters<Platform['services']['blobs']['adopt']>) => { await callingOff; await platform.services.blobs.adopt(...file); } },
  };
  await makeExport(services, { tenantId: workshop.tenantId, exportId: id });
  expect(await read(id)).toMatchObject({ state: 'cancelled' });
  expect(await platform.services.blobs.has(exportBlobKey(workshop.tenantId, id))).toBe(false);
});

test('an export that cannot be written says so, and a worker that is stopped leaves it to the next', async () => {
  const id = await askForExport(platform, workshop, cookie, { q: 'KL-2026-100004' });
  const stopping = { ...platform.services, lifecycle: { draining: true } };
  await expect(makeExport(stopping, { tenantId: workshop.tenantId, exportId: id })).rejects.toThrow();
  expect(await read(id)).toMatchObject({ state: 'running' });
  const noRoom = { ...platform.services, blobs: { ...platform.services.blobs, adopt: () => Promise.reject(new Error('no space left')) } };
  await makeExport(noRoom, { tenantId: workshop.tenantId, exportId: id });
  expect(await read(id)).toMatchObject({ state: 'failed', byteSize: null });
});

test('an export that asks for the id of a sealed document neither writes over it nor throws it away', async () => {
  const id = randomUUID();
  const sealed = documentBlobKey(workshop.tenantId, id);
  await platform.services.blobs.put(sealed, Buffer.from('%PDF-sealed'));
  const whatIsThere = async () => (await buffer((await platform.services.blobs.open(sealed)).stream)).toString();
  expect((await at('', { json: { id, filter: { q: 'KL-2026-100006' } } })).status).toBe(202);
  await platform.runJobs();
  expect(await read(id)).toMatchObject({ state: 'finished' });
  expect(await whatIsThere()).toBe('%PDF-sealed');
  expect((await at(`/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect(await whatIsThere()).toBe('%PDF-sealed');
});

test('a day later an export and its file are gone', async () => {
  const id = await askForExport(platform, workshop, cookie, { q: 'KL-2026-100005' });
  await platform.runJobs();
  expect(await platform.services.blobs.has(exportBlobKey(workshop.tenantId, id))).toBe(true);
  platform.clock.advance({ minutes: 24 * 60 + 1 });
  cookie = await signInAs(platform, workshop, 'clerk');
  expect((await at(`/${id}`)).status).toBe(404);
  await sweep(platform.services);
  expect(await platform.services.blobs.has(exportBlobKey(workshop.tenantId, id))).toBe(false);
});
