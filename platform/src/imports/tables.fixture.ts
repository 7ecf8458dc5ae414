import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

export async function xlsxOf(rows: string[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Kunden').addRows(rows);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A sheet of more than a gigabyte of nothing, packed small. */
export async function bombedXlsx(): Promise<Uint8Array> {
  const zip = new ZipFile();
  const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  zip.addBuffer(Buffer.from(types), '[Content_Types].xml');
  const mebibyte = Buffer.alloc(1024 * 1024, ' ');
  zip.addReadStream(Readable.from((function* () { for (let index = 0; index < 1_100; index += 1) yield mebibyte; })()), 'xl/worksheets/sheet1.xml');
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** The morning after the hail: 200 customers, and what happens to lists in a hurry in seven of them. */
export function hailDay(): string[][] {
  const heading = ['Vorname', 'Name', 'Mobilnummer', 'E-Mail', 'Amtl. Kennzeichen', 'Fahrzeug', 'FIN', 'Erstzulassung', 'Versicherung', 'Schaden-Nr.', 'Bemerkung'];
  const rows = Array.from({ length: 200 }, (_, index) => {
    const number = index + 2;
    return ['Jürgen', `Müller ${number}`, `0151 234${String(10_000 + number)}`, '', `KA-HA ${number}`, 'VW Golf', '', '15.03.2021', 'Muster AG', `SN-${number}`, 'Dach und Haube'];
  });
  const spoil = (number: number, column: number, value: string) => rows[number - 2]?.splice(column, 1, value);
  spoil(3, 2, '0151 12');
  spoil(14, 2, '');
  spoil(50, 2, '0721 123456');
  spoil(77, 3, 'jana@');
  spoil(101, 6, 'WVWZZZ1KZOI000123');
  spoil(150, 7, 'Frühjahr');
  rows[199] = rows[0] ?? [];
  return [heading, ...rows];
}
