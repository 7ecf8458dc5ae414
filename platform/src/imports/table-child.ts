import { answerRequests } from '@meldewerk/sandbox/inside';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { TableRow } from './table-row.ts';

export type TableRequest = { bytes: Uint8Array; maxRows: number };
export type TableAnswer = { rows: TableRow[] } | { refused: string };

const zipSignature = 'PK\u0003\u0004';

/** More than any list of customers says; the same word a million times fits into a small file. */
const maxCharacters = 4_000_000;

answerRequests<TableRequest, TableAnswer>(async ({ bytes, maxRows }) => {
  try {
    // The content decides, whatever the name says.
    const rows = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === zipSignature ? await readXlsx(bytes) : readCsv(bytes);
    // Whoever asked holds everybody's requests: millions of rows are cut off here, one beyond the limit tells that they were.
    const taken = rows.slice(0, maxRows + 1);
    const characters = taken.reduce((sum, { cells }) => sum + cells.reduce((inRow, cell) => inRow + cell.length, 0), 0);
    return characters > maxCharacters ? { refused: 'too much text' } : { rows: taken };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
});
