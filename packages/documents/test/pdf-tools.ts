import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** qpdf and poppler's programs judge our PDFs; the test command brings them where it can. */
export const hasPdfTools = ['qpdf', 'pdfsig', 'pdftotext', 'pdftoppm'].every((tool) => spawnSync(tool, ['--version']).error === undefined);

export type SealVerdict = { valid: boolean; wholeFile: boolean; text: string };
/** What a PDF reader says of the seal. */
export function readSeal(pdf: Uint8Array): SealVerdict {
  const text = run('pdfsig', pdf, (file) => ['-nocert', file]).stdout.toString();
  return { valid: text.includes('Signature is Valid'), wholeFile: text.includes('Total document signed'), text };
}

/** Empty when qpdf finds nothing wrong. */
export function faultsOf(pdf: Uint8Array): string {
  const { status, stdout, stderr } = run('qpdf', pdf, (file) => ['--check', file]);
  return status === 0 ? '' : `${stdout.toString()}${stderr.toString()}`;
}

/** The file with all its streams unpacked, to look for what must not be in it. */
export function unpacked(pdf: Uint8Array): string {
  return run('qpdf', pdf, (file) => ['--qdf', '--object-streams=disable', file, '-']).stdout.toString('latin1');
}

export function textOf(pdf: Uint8Array): string {
  return run('pdftotext', pdf, (file) => ['-layout', file, '-']).stdout.toString();
}

/** The first page as it is seen, as a small picture: header with its size, then the pixels. */
export function pictureOf(pdf: Uint8Array, page = 1): Buffer {
  return run('pdftoppm', pdf, (file) => ['-cropbox', '-r', '36', '-f', String(page), '-l', String(page), file]).stdout;
}

function run(tool: string, pdf: Uint8Array, args: (file: string) => string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    return spawnSync(tool, args(file), { maxBuffer: 100_000_000, timeout: 20_000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
