import { parse } from 'csv-parse/sync';
import { toTableRow, type TableRow } from './table-row.ts';

const separators = [';', ',', '\t'];

/** Reads a CSV in any of the encodings and with any of the separators that Excel writes. Throws when it is none. */
export function readCsv(bytes: Uint8Array): TableRow[] {
  const text = decode(bytes);
  if (text.includes('\0')) throw new Error('binary content');
  // Excel's own note on the separator is no row of the table, but a line of the file.
  const note = /^sep=(.)\r?\n/i.exec(text);
  const body = note ? text.slice(note[0].length) : text;
  const records: string[][] = parse(body, { delimiter: note?.[1] ?? separatorOf(body), relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  return records.map((record, index) => toTableRow(index + (note ? 2 : 1), record)).filter((row) => row !== null);
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Every second byte of plain letters in UTF-16 is zero.
  if (second === 0 && first !== 0) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that parts the headings most often, outside quotes. */
function separatorOf(text: string): string {
  const heading = (/^(?:"[^"]*"|[^"\r\n])*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => heading.split(separator).length;
  return separators.toSorted((one, other) => count(other) - count(one))[0] ?? ';';
}
