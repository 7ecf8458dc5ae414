import type { Cell } from '@meldewerk/spreadsheets/cell';
import { writeWorkbook, type Sheet } from '@meldewerk/spreadsheets/write-workbook';
import type { StaffScope } from '../http/scope.ts';
import { exportFileName } from './file-name.ts';
import { gatherReport } from './gather-report.ts';
import type { Part, Section, Value } from './section.ts';
import { sectionsOf } from './sections.ts';
import { takeTurn } from './take-turn.ts';

type StaffLanguage = StaffScope['language'];

/** The whole case as a workbook: what is stated once on the first sheet, what there are many of on sheets of their own. */
export async function reportWorkbook(scope: StaffScope, reportId: string, { withNotes }: { withNotes: boolean }): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { language, tenant } = scope;
  await takeTurn(scope);
  const gathered = await gatherReport(scope, reportId, { withNotes });
  const sections = sectionsOf(gathered);
  const sheets = [factSheet(sections, language), ...sections.flatMap((section) => tableSheets(section, language))];
  const bytes = await writeWorkbook(sheets, { title: gathered.report.reference, language, timeZone: tenant.settings.timeZone });
  return { bytes, fileName: exportFileName(gathered.report, texts[language].fileName, 'xlsx') };
}

function factSheet(sections: Section[], language: StaffLanguage): Sheet {
  const say = texts[language];
  const rows: Cell[][] = [];
  const headingRows: number[] = [];
  for (const { title, parts } of sections) {
    const told = parts.flatMap((part) => rowsOf(part, language));
    if (told.length === 0) continue;
    headingRows.push(rows.length);
    rows.push([title[language], null], ...told);
  }
  return { name: say.report, columns: [{ heading: say.field, width: 32 }, { heading: say.value, width: 70 }], rows, headingRows };
}

function rowsOf(part: Part, language: StaffLanguage): Cell[][] {
  if (part.kind === 'facts') return part.facts.flatMap(([label, value]) => (isStated(value) ? [[label[language], cellOf(value, language)]] : []));
  if (part.kind === 'subheading' || part.kind === 'text') return [[part.kind === 'text' ? null : cellOf(part.text, language), part.kind === 'text' ? cellOf(part.text, language) : null]];
  return [];
}

function tableSheets({ title, parts }: Section, language: StaffLanguage): Sheet[] {
  return parts.flatMap((part): Sheet[] => {
    if (part.kind === 'table') {
      const columns = part.columns.map(({ label, share, small }) => ({ heading: label[language], width: small ? 68 : Math.max(8, Math.round(share * 110)) }));
      return [{ name: title[language], columns, rows: part.rows.map((cells) => cells.map((cell) => cellOf(cell, language))) }];
    }
    if (part.kind !== 'photos') return [];
    const say = texts[language].photo;
    const columns = [[say.number, 6], [say.title, 28], [say.captured, 20], [say.uploaded, 18], [say.width, 10], [say.height, 10], [say.bytes, 12], [say.name, 28], ['SHA-256', 68]].map(([heading, width]) => ({ heading: String(heading), width: Number(width) }));
    const rows = part.photos.map(({ photo, title: shot }, index): Cell[] => [index + 1, shot[language], cellOf(photo.takenAt, language), { instant: photo.uploadedAt }, photo.width, photo.height, photo.byteSize, photo.originalName, photo.sha256]);
    return [{ name: title[language], columns, rows }];
  });
}

function isStated(value: Value): boolean {
  return value !== null && value !== undefined && value !== '';
}

function cellOf(value: Value, language: StaffLanguage): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || 'day' in value || 'instant' in value || 'cents' in value) return value;
  return value[language];
}

const texts = {
  de: { fileName: 'Meldung', report: 'Meldung', field: 'Angabe', value: 'Inhalt', photo: { number: 'Nr.', title: 'Aufnahme', captured: 'Aufgenommen (Kamera)', uploaded: 'Hochgeladen', width: 'Breite', height: 'Höhe', bytes: 'Bytes', name: 'Dateiname' } },
  en: { fileName: 'report', report: 'Report', field: 'Detail', value: 'Content', photo: { number: 'No.', title: 'Shot', captured: 'Taken (camera)', uploaded: 'Uploaded', width: 'Width', height: 'Height', bytes: 'Bytes', name: 'File name' } },
};
