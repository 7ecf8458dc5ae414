import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Opens a PDF for reading. Worker, fonts and image decoders come from `origin` (vite.config.ts puts them there), so that a
 * page that trusts nobody but its own address can show it. Without WebAssembly, which such a page forbids.
 */
export function loadPdf(bytes: Uint8Array, origin: string) {
  const folder = `${origin}/widget/pdfjs-${pdfjs.version}/`;
  pdfjs.GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.js`;
  return pdfjs.getDocument({
    // A copy: the worker takes its bytes away.
    data: bytes.slice(),
    standardFontDataUrl: folder,
    wasmUrl: folder,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
}
