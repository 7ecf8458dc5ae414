import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { createTableReader } from './table-reader.ts';
import { bombedXlsx, xlsxOf } from './tables.fixture.ts';

const reader = createTableReader();
afterAll(() => reader.close());

const table = [['Vorname', 'Nachname', 'Handy'], ['Jürgen', 'Groß; Söhne', '0151 23456789']];
const read = async (bytes: Uint8Array) => (await reader.read(bytes)).map(({ cells }) => cells);
const lines = (separator: string, end = '\n') => table.map((row) => row.map((cell) => (/[;,\t]/.test(cell) ? `"${cell}"` : cell)).join(separator)).join(end);

test.each([
  ['semicolons, UTF-8', Buffer.from(lines(';'))],
  ['commas, UTF-8 with a mark', Buffer.from(`\uFEFF${lines(',', '\r\n')}\r\n`)],
  ['tabs, UTF-16', Buffer.from(`\uFEFF${lines('\t', '\r\n')}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(lines(';'), 'utf16le')],
  ['Windows-1252', Buffer.from(lines(';'), 'latin1')],
  ['a note on the separator', Buffer.from(`sep=,\r\n${lines(',')}`)],
])('a CSV is read with %s', async (_, bytes) => {
  expect(await read(bytes)).toEqual(table);
});

test('a workbook is read as people see it: numbers, days, formulas, links and bold letters', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('leer');
  const sheet = workbook.addWorksheet('Kunden');
  sheet.addRow(['Name', 'PLZ', 'EZ', 'Handy', 'Mail', 'Summe']);
  sheet.addRow([{ richText: [{ text: 'Jana ' }, { text: 'Köhler', font: { bold: true } }] }, 1067, new Date('2021-03-15T00:00:00Z'), 4915123456789, { text: 'jana@example.org', hyperlink: 'mailto:jana@example.org' }, { formula: '1+1', result: 2 }]);
  sheet.getCell('B2').numFmt = '00000';
  expect(await read(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([
    ['Name', 'PLZ', 'EZ', 'Handy', 'Mail', 'Summe'], ['Jana Köhler', '01067', '2021-03-15', '4915123456789', 'jana@example.org', '2'],
  ]);
});

test('rows keep the number they have in the file, and empty ones do not count', async () => {
  const rows = await reader.read(Buffer.from('Name;Handy\n\nJana;0151 23456789\n;\n"Zwei\nZeilen";1\n'));
  expect(rows).toEqual([{ number: 1, cells: ['Name', 'Handy'] }, { number: 3, cells: ['Jana', '0151 23456789'] }, { number: 5, cells: ['Zwei Zeilen', '1'] }]);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['headings alone', Buffer.from('Name;Handy\n')],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['an old or protected workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ['a broken ZIP', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 7)])],
])('%s is refused in words', async (_, bytes) => {
  await expect(reader.read(bytes)).rejects.toMatchObject({ code: 'importUnreadable' });
});

test('a thousand rows are read, one more is too many', async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [`Kunde ${index}`, `0151 2345${1000 + index}`]);
  expect(await reader.read(await xlsxOf([['Name', 'Handy'], ...rows(1_000)]))).toHaveLength(1_001);
  await expect(reader.read(await xlsxOf([['Name', 'Handy'], ...rows(1_001)]))).rejects.toMatchObject({ code: 'importTooLong' });
});

test('a workbook that swells to more than a gigabyte is refused, and the next is read', async () => {
  const bomb = await bombedXlsx();
  expect(bomb.byteLength).toBeLessThan(5 * 1024 * 1024);
  await expect(reader.read(bomb)).rejects.toMatchObject({ code: 'importUnreadable' });
  expect(await read(Buffer.from(lines(';')))).toEqual(table);
});

test('a small file of a million short rows is cut off where it is read, and is too many', { timeout: 60_000 }, async () => {
  await expect(reader.read(Buffer.from(`Name;Handy\n${'a;1\n'.repeat(1_000_000)}`))).rejects.toMatchObject({ code: 'importTooLong' });
});

test('a workbook that says one long word in every cell is refused', { timeout: 60_000 }, async () => {
  const row = Array.from({ length: 60 }, () => 'x'.repeat(2_000));
  const workbook = await xlsxOf([['Name', 'Handy'], ...Array.from({ length: 100 }, () => row)]);
  await expect(reader.read(workbook)).rejects.toMatchObject({ code: 'importUnreadable' });
});
