import { getDocument, PDFWorker, VerbosityLevel, version, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type { PDFDocumentProxy, PDFPageProxy };

/** The widget brings worker, fonts and the decoders of scanned pages to this address of the same origin; the portal shares them. */
const readerFolder = `/widget/pdfjs-${version}/`;
const workers = new WeakMap<PDFDocumentProxy, Worker>();

/**
 * Opens a PDF to be looked at, by its address or as a file; `closePdf` frees it. Nothing in it runs, and reading it needs
 * neither WebAssembly nor anything from elsewhere. One worker each: closing one document leaves the others alone.
 */
export async function openPdf(source: string | Blob): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(typeof source === 'string' ? await load(source) : await source.arrayBuffer());
  const port = new Worker(`${readerFolder}pdf.worker.js`, { type: 'module' });
  try {
    const pdf = await getDocument({
      data,
      worker: PDFWorker.create({ port }),
      standardFontDataUrl: readerFolder,
      wasmUrl: readerFolder,
      useWasm: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      enableXfa: false,
      disableWorkerRendering: true,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
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
