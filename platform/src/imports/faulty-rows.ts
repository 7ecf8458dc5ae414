import type { Import } from '@meldewerk/contract/import';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { attachment } from '../http/content-disposition.ts';
import type { StaffScope } from '../http/scope.ts';
import { describeImport } from './describe-import.ts';
import { findImport, findRows } from './find-import.ts';

const shown: Import['rows'][number]['state'][] = ['faulty', 'failed'];
const texts = { de: { number: 'Zeile', fault: 'Fehler', file: 'fehlerhafte-zeilen.csv' }, en: { number: 'Row', fault: 'Fault', file: 'faulty-rows.csv' } };

/** The rows that cannot be sent, as they came and with the reason, to be corrected and read in again. */
export async function sendFaultyRows(scope: StaffScope, id: string): Promise<Response> {
  const [stored, rows] = await inTenant(scope.services.db, scope.tenant.id, async (tx) => [await findImport(scope, tx, id), await findRows(scope, tx, id)] as const);
  const described = describeImport(scope, stored, rows).rows;
  const say = texts[scope.language];
  const lines = rows.flatMap((row, index) => {
    const { state, issues } = described[index] ?? { state: 'ready', issues: [] };
    return shown.includes(state) ? [[String(row.number), issues.map(({ message }) => message).join(' '), ...stored.columns.map((_, column) => row.cells[column] ?? '')]] : [];
  });
  const table = [[say.number, say.fault, ...stored.columns.map(({ heading }) => heading)], ...lines];
  // The mark tells Excel that it is UTF-8.
  return new Response(`\uFEFF${table.map((line) => line.map((cell) => toCsvCell(cell)).join(';')).join('\r\n')}\r\n`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment(say.file), 'x-content-type-options': 'nosniff' },
  });
}

/** What begins like a formula is text for Excel, too. */
function toCsvCell(cell: string): string {
  const harmless = /^[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
