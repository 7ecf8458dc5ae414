import { randomUUID } from 'node:crypto';
import type { KsrSettings } from '@meldewerk/contract/ksr';
import type { ReportDetail } from '@meldewerk/contract/report';
import { damageReports, reportMessages } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, hasPdfTools, textOf } from '../../../packages/documents/test/pdf-tools.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let viewer: string;
let admin: string;
let reportId: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-akte');
  [viewer, admin] = await Promise.all([signInAs(platform, workshop, 'viewer'), signInAs(platform, workshop, 'admin')]);
  reportId = (await submitSmallReport(platform, workshop, 'Kern')).receipt.reportId;
  await platform.runJobs();
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(damageReports).set({ reporter: { role: 'keeper', firstName: 'محمد 李', lastName: 'Größmann', phone: '+4915123456789', postalCode: '01067' } }).where(eq(damageReports.id, reportId)));
  const message = { tenantId: workshop.tenantId, reportId, author: 'staff' as const, staffUserId: workshop.idOf.clerk, createdAt: platform.clock.now() };
  await inTenant(platform.services.db, workshop.tenantId, (tx) =>
    tx.insert(reportMessages).values([
      { ...message, id: randomUUID(), audience: 'customer', body: 'Ihr Wagen ist da.' },
      { ...message, id: randomUUID(), audience: 'internal', body: 'Kunde zahlt selten.' },
    ]),
  );
});
afterAll(() => platform.close());

const get = (path: string, cookie = viewer, headers: Record<string, string> = {}) => platform.request(workshop.host, path, { cookie, headers });
const file = async (path: string, headers?: Record<string, string>) => Buffer.from(await (await get(`/api/reports/${reportId}/${path}`, viewer, headers)).arrayBuffer());

async function workbook(path: string): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook();
  const bytes = await file(path);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}

function told(sheet: ExcelJs.Worksheet | undefined): Record<string, ExcelJs.CellValue> {
  const facts: Record<string, ExcelJs.CellValue> = {};
  sheet?.eachRow((row) => {
    facts[String(row.getCell(1).value)] = row.getCell(2).value;
  });
  return facts;
}

test.runIf(hasPdfTools)('the dossier holds all of a report and is accepted by qpdf', async () => {
  const answer = await get(`/api/reports/${reportId}/dossier.pdf`);
  const report = (await (await get(`/api/reports/${reportId}`)).json()) as ReportDetail;
  expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringContaining(`${report.reference}_KA-PA-777_Akte.pdf`) });
  const pdf = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(pdf.length));
  expect(faultsOf(pdf)).toBe('');
  const text = textOf(pdf);
  const wanted = [
    workshop.name, report.reference, 'KA-PA 777', 'Größmann', 'WVWZZZ1KZAW000123', '14.05.2019', 'Vollkasko', 'hat Kabel angebissen', 'Marderbiss', 'Fassung', 'Ihr Wagen ist da.', 'Meldung abgeschickt', 'Verlauf', 'erstellt',
    ...report.photos.map(({ sha256 }) => sha256), report.consents[0]!.text.slice(0, 30),
  ];
  for (const word of wanted) expect(text).toContain(word);
  const unbroken = text.replaceAll(/\s/g, '');
  for (const { hash } of report.events) expect(unbroken).toContain(hash);
});

test.runIf(hasPdfTools)('notes for colleagues are in it only where they were chosen, and then every page says so', async () => {
  expect(textOf(await file('dossier.pdf'))).not.toContain('Kunde zahlt selten.');
  const withNotes = textOf(await file('dossier.pdf?notes=1'));
  expect(withNotes).toContain('Kunde zahlt selten.');
  const pages = withNotes.split('\f').filter(Boolean);
  for (const page of pages) expect(page).toContain('mit internen Notizen');
});

test.runIf(hasPdfTools)('it is German, and English where that was asked for, whatever the browser speaks', async () => {
  expect(textOf(await file('dossier.pdf', { 'accept-language': 'en' }))).toContain('Schadenakte');
  expect(textOf(await file('dossier.pdf?lang=en'))).toMatch(/Damage file[\s\S]*Marten bite[\s\S]*Page 1 of/);
});

test('the workbook of a report tells the same, with dates as dates and each photo in a row', async () => {
  const book = await workbook('report.xlsx');
  const facts = told(book.getWorksheet('Meldung'));
  expect(facts).toMatchObject({ Kennzeichen: 'KA-PA 777', Kilometerstand: 84_300, Erstzulassung: new Date('2019-05-14T00:00:00Z'), Eingang: new Date('2026-11-20T11:00:00Z'), PLZ: '01067' });
  expect(book.getWorksheet('Fotos')?.rowCount).toBe(2);
  expect(book.getWorksheet('Verlauf')?.rowCount).toBeGreaterThan(1);
  expect(JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))).not.toContain('Kunde zahlt selten.');
});

test('the workbook for KSR goes by the default until an admin sets other columns, and goes back to it', async () => {
  const put = (columns: KsrSettings['columns'] | null, cookie = admin) => platform.request(workshop.host, '/api/settings/ksr-columns', { method: 'PUT', cookie, json: { columns } });
  const headings = async () => ((await workbook('ksr.xlsx')).worksheets[0]!.getRow(1).values as string[]).slice(1);
  const first = (await (await get('/api/settings/ksr-columns')).json()) as KsrSettings;
  expect([first.isDefault, await headings()]).toEqual([true, first.defaultColumns.map(({ heading }) => heading)]);
  expect(first.questions.map(({ id }) => id)).toContain('incidentDescription');

  const own: KsrSettings['columns'] = [{ heading: 'KZ', source: { kind: 'field', field: 'licensePlate' } }, { heading: 'Hergang', source: { kind: 'answer', questionId: 'incidentDescription' } }, { heading: 'Betrieb', source: { kind: 'constant', text: '0815' } }];
  expect(await (await put(own)).json()).toMatchObject({ isDefault: false, columns: own });
  const order = (await workbook('ksr.xlsx')).getWorksheet('Auftrag');
  expect([order?.getRow(1).values, order?.getRow(2).values]).toMatchObject([[undefined, 'KZ', 'Hergang', 'Betrieb'], [undefined, 'KA-PA 777', expect.stringContaining('hat Kabel angebissen'), '0815']]);

  expect((await put([own[0]!, { ...own[1]!, heading: 'kz' }])).status).toBe(422);
  expect((await put(null, viewer)).status).toBe(403);
  expect(await (await put(null)).json()).toMatchObject({ isDefault: true });
  expect(await headings()).toEqual(first.defaultColumns.map(({ heading }) => heading));
});

test('columns that are not saved yet can be tried on a real report', async () => {
  const json = { columns: [{ heading: 'EZ', source: { kind: 'field', field: 'firstRegistration' } }, { heading: 'km', source: { kind: 'field', field: 'odometerKm' } }] };
  const answer = await platform.request(workshop.host, `/api/reports/${reportId}/ksr-preview`, { cookie: admin, json });
  expect(await answer.json()).toEqual({ cells: [{ heading: 'EZ', value: '14.05.2019' }, { heading: 'km', value: '84.300' }] });
});
