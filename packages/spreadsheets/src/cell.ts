import type { CellValue, Style } from 'exceljs';

/** What a cell holds, kept as what it is. A day is `YYYY-MM-DD`, an instant ISO 8601, an amount in cents. */
export type Cell = string | number | boolean | { day: string } | { instant: string } | { cents: number } | null;
export type CellKind = 'text' | 'number' | 'day' | 'moment' | 'money';

/** How cells are shown. A workbook knows no time zones, so instants are written as the clock on this zone's wall. */
export type Manner = { language: 'de' | 'en'; timeZone: string };

const formats: Record<CellKind, Record<Manner['language'], string>> = {
  // Text that stays text also when somebody edits it: plates, telephone numbers, what begins like a formula.
  text: { de: '@', en: '@' },
  number: { de: '#,##0', en: '#,##0' },
  day: { de: 'dd.mm.yyyy', en: 'dd/mm/yyyy' },
  moment: { de: 'dd.mm.yyyy hh:mm', en: 'dd/mm/yyyy hh:mm' },
  money: { de: '#,##0.00 "€"', en: '"€"#,##0.00' },
};

export function styleOf(kind: CellKind, language: Manner['language']): Partial<Style> {
  return { numFmt: formats[kind][language], alignment: { vertical: 'top' } };
}

export function kindOf(cell: Cell): CellKind {
  if (typeof cell === 'number') return 'number';
  if (typeof cell !== 'object' || cell === null) return 'text';
  if ('day' in cell) return 'day';
  return 'instant' in cell ? 'moment' : 'money';
}

/** What the library is to write. What is no date after all is written as it stands. */
export function toValue(cell: Cell, { language, timeZone }: Manner): CellValue {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return harmless(cell);
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return { de: cell ? 'Ja' : 'Nein', en: cell ? 'Yes' : 'No' }[language];
  if ('cents' in cell) return cell.cents / 100;
  if ('day' in cell) return dateOr(cell.day, new Date(`${cell.day}T00:00:00Z`));
  return dateOr(cell.instant, wallTime(cell.instant, timeZone));
}

const longestText = 32_767;
/** Most of what there is: begins with a letter or digit and holds nothing odd. */
const plain = /^[\p{L}\p{N}][\n\x20-\x7E\u00A1-\uD7FF]*$/u;

/**
 * A text that no program takes for a formula: what begins like one gets an apostrophe before it. Signed numbers and telephone
 * numbers (`+49 171 2345678`) calculate nothing and stay. Cut at what a cell can hold, and without what XML cannot.
 */
export function harmless(text: string): string {
  if (plain.test(text) && text.length <= longestText) return text;
  const clean = text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '').slice(0, longestText);
  return /^[=@\t\r＝＠]/.test(clean) || (/^[+\-＋－]/.test(clean) && !/^[+-][\d\s()./,-]*$/.test(clean)) ? `'${clean}`.slice(0, longestText) : clean;
}

function dateOr(written: string, date: Date): Date | string {
  // What lies before the first day that Excel counts would be shown as hashes.
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900 || date.getUTCFullYear() > 9999 ? harmless(written) : date;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const mostOffsets = 5_000;

/** The clock on the wall at an instant. Zones change on the hour, so an hour is asked about once. */
function wallTime(instant: string, timeZone: string): Date {
  const date = new Date(instant);
  const hour = `${timeZone} ${instant.slice(0, 13)}`;
  let offset = offsets.get(hour);
  if (offset === undefined && !Number.isNaN(date.getTime())) {
    const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, clock);
    offset = Date.parse(`${clock.format(date).replace(' ', 'T')}Z`) - Math.floor(date.getTime() / 1000) * 1000;
    if (offsets.size >= mostOffsets) offsets.clear();
    offsets.set(hour, offset);
  }
  return new Date(date.getTime() + (offset ?? 0));
}
