import { ksrColumnsSchema, ksrFieldIds } from '@meldewerk/contract/ksr';
import ExcelJs from 'exceljs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { defaultKsrColumns } from './default-columns.ts';
import { report } from './fixtures/report.fixture.ts';
import { toKsrRow } from './mapping.ts';
import { writeKsrWorkbook } from './write-ksr-workbook.ts';

const timeZone = 'Europe/Berlin';
const field = (id: (typeof ksrFieldIds)[number]) => ({ heading: id, source: { kind: 'field' as const, field: id } });

test('every field of a full report has something to say, each as what it is', () => {
  const row = Object.fromEntries(toKsrRow(report, ksrFieldIds.map(field), timeZone).map((cell, index) => [ksrFieldIds[index], cell]));
  expect(Object.entries(row).filter(([, cell]) => cell === null).map(([id]) => id)).toEqual(['incidentTime', 'incidentDescription']);
  expect(row).toMatchObject({
    submittedOn: { day: '2026-11-21' }, incidentDate: { day: '2026-11-19' }, firstRegistration: { day: '2019-05-14' }, odometerKm: 84_300, appointment: { instant: '2026-11-25T07:30:00.000Z' },
    licensePlate: 'KA-PA 777', postalCode: '01067', hsn: '0603', coverage: 'Vollkasko', category: 'Parkschaden', drivable: 'Ja', leased: false, photoCount: 1,
    damages: 'Tür vorne links: Delle, wie eine Hand\nFrontscheibe: Steinschlag, wie eine Münze', damageCodes: 'doorFrontLeft.dent.hand windscreen.chip.coin', damageCount: 2,
  });
});

test('what is prepared and not sent has its row too', () => {
  const bare = { ...report, submittedAt: null, categoryLabel: null, answers: [], partner: null, photos: [], appointments: { turn: null, confirmed: null, rounds: [], agreedServices: null, agreedVersion: 0 }, vehicle: { licensePlate: '', plateCountry: 'D' }, insurance: { coverage: 'unknown' as const } };
  expect(toKsrRow(bare, [field('submittedOn'), field('incidentDate'), field('category'), field('vin')], timeZone)).toEqual([{ day: '2026-11-20' }, { day: '2026-11-18' }, null, null]);
});

test('a column holds the answer to any question, or always the same text', () => {
  const answer = (questionId: string) => ({ heading: questionId, source: { kind: 'answer' as const, questionId } });
  expect(toKsrRow(report, [answer('estimatedAmount'), answer('doors'), answer('unasked'), { heading: 'Werk', source: { kind: 'constant', text: 'Karlsruhe' } }], timeZone)).toEqual([{ cents: 123_450 }, 2, null, 'Karlsruhe']);
});

test('the default is a set of columns that could be saved', () => {
  expect(v.parse(ksrColumnsSchema, defaultKsrColumns)).toEqual(defaultKsrColumns);
});

test('two columns of one heading are refused, whatever the letters', () => {
  expect(v.is(ksrColumnsSchema, [field('vin'), { ...field('hsn'), heading: 'VIN' }])).toBe(false);
});

test('the workbook has the order under its headings, the photos by the names of the ZIP, and says by which layout it was written', async () => {
  const bytes = await writeKsrWorkbook(report, { columns: defaultKsrColumns, timeZone, photoNames: new Map([[report.photos[0]!.id, 'KA-PA-777_vorne-links.jpg']]), shotNames: new Map([['frontLeft', 'Vorne links']]) });
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [order, photos, schema] = workbook.worksheets;
  const headings = (order!.getRow(1).values as string[]).slice(1);
  const cell = (heading: string) => order?.getRow(2).getCell(headings.indexOf(heading) + 1);
  expect([order?.name, headings, order?.rowCount]).toEqual(['Auftrag', defaultKsrColumns.map(({ heading }) => heading), 2]);
  expect([cell('Kennzeichen')?.value, cell('PLZ')?.value, cell('HSN')?.value, cell('Kilometerstand')?.value]).toEqual(['KA-PA 777', '01067', '0603', 84_300]);
  expect([cell('Schadentag')?.value, cell('Termin')?.value]).toEqual([new Date('2026-11-19T00:00:00Z'), new Date('2026-11-25T08:30:00Z')]);
  expect(cell('Schadennummer')?.value).toBe("'=SN 1");
  expect(photos?.getRow(2).getCell(3).value).toBe('KA-PA-777_vorne-links.jpg');
  expect([schema?.state, schema?.getRow(2).getCell(1).value, schema?.getRow(2).getCell(2).value]).toEqual(['hidden', 'meldewerk-ksr', '1']);
});
