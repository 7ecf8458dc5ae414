import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type { PDFDocumentProxy, PDFPageProxy };

const workers = new WeakMap<PDFDocumentProxy, Worker>();

/**
 * Opens a PDF to be looked at, by its address or as a file; `closePdf` frees it. Nothing in it runs, and reading it needs
 * neither WebAssembly nor anything from elsewhere. One worker each: closing one document leaves the others alone.
 */
export async function openPdf(source: string | Blob): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(typeof source === 'string' ? await load(source) : await source.arrayBuffer());
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  try {
    const pdf = await getDocument({ data, worker: PDFWorker.create({ port }), useWasm: false, enableXfa: false, disableWorkerRendering: true }).promise;
    workers.set(pdf, port);
    return pdf;
  } catch (error) {
    port.terminate();
    throw error;
  }
}

export async function closePdf(pdf: PDFDocumentProxy) {
  await pdf.loadingTask.destroy();
  workers.get(pdf)?.terminate();
}

async function load(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}
