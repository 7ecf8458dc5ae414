import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Where PDF.js keeps what the platform serves under /widget/pdfjs-…/; null for every other path. */
export function pdfReaderFile(path: string): string | null {
  const name = /^\/widget\/pdfjs-[\d.]+\/([\w.-]+)$/.exec(path)?.[1];
  if (!name) return null;
  if (name === 'pdf.worker.js') return join(pdfjs, 'legacy/build/pdf.worker.min.mjs');
  return ['standard_fonts', 'wasm'].map((folder) => join(pdfjs, folder, name)).find((file) => existsSync(file)) ?? null;
}
