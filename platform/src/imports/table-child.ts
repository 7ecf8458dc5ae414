import { answerRequests } from '@meldewerk/sandbox/inside';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { TableRow } from './table-row.ts';

export type TableRequest = { bytes: Uint8Array };
export type TableAnswer = { rows: TableRow[] } | { refused: string };

const zipSignature = 'PK\u0003\u0004';

answerRequests<TableRequest, TableAnswer>(async ({ bytes }) => {
  try {
    // The content decides, whatever the name says.
    const rows = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === zipSignature ? await readXlsx(bytes) : readCsv(bytes);
    return { rows };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
});
