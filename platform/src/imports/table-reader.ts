import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importLimits } from '@meldewerk/contract/import';
import { createSandbox } from '@meldewerk/sandbox/sandbox';
import { ProblemError } from '../http/problem.ts';
import type { TableAnswer, TableRequest } from './table-child.ts';
import type { TableRow } from './table-row.ts';

export type TableReader = {
  /** The rows of a CSV or XLSX, headings first. Throws importUnreadable or importTooLong. */
  read(bytes: Uint8Array): Promise<TableRow[]>;
  close(): Promise<void>;
};

export type TableReaderSettings = { timeoutMs: number; memoryLimitBytes: number };

/** Reads tables of strangers in a process of its own: an XLSX is a ZIP, and 5 MB of it can hold gigabytes. */
export function createTableReader(settings: TableReaderSettings = { timeoutMs: 20_000, memoryLimitBytes: 700_000_000 }): TableReader {
  const sandbox = createSandbox<TableRequest, TableAnswer>({
    program: join(import.meta.dirname, 'table-child.ts'),
    readableFolders: codeFolders(),
    addons: false,
    heapLimitMb: 512,
    restingLimitBytes: 300_000_000,
    idleMs: 30_000,
    processes: 2,
    ...settings,
  });
  return {
    async read(bytes) {
      const outcome = await sandbox.ask({ bytes, maxRows: importLimits.maxRows + 1 });
      if (outcome.kind !== 'answered' || 'refused' in outcome.answer) throw new ProblemError('importUnreadable');
      const { rows } = outcome.answer;
      if (rows.length < 2) throw new ProblemError('importUnreadable');
      if (rows.length > importLimits.maxRows + 1) throw new ProblemError('importTooLong');
      return rows;
    },
    close: () => sandbox.close(),
  };
}

/** Our own sources, the packages of ours that the reader imports, and the installed ones: as linked and as installed. */
function codeFolders(): string[] {
  const platform = resolve(import.meta.dirname, '../..');
  const sandbox = resolve(dirname(fileURLToPath(import.meta.resolve('@meldewerk/sandbox/inside'))), '..');
  const installed = fileURLToPath(import.meta.resolve('exceljs')).replace(/([\\/]node_modules)[\\/].*$/, '$1');
  return [...new Set([platform, sandbox, installed])];
}
