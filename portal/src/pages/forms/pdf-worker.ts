// PDF.js reads documents in a worker of its own; this file makes it part of our bundle.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
