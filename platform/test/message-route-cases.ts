import { randomUUID } from 'node:crypto';
import { onePage } from '../../packages/documents/test/evil-pdfs.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const reportPath = (at: Premises) => `/api/reports/${at.report.receipt.reportId}`;
const newTemplate = '/api/response-templates/0192f000-0000-4000-8000-000000000016';
/** As text, a request's body has to be ASCII to keep its length. */
const pdfAsText = () => Buffer.from(onePage()).toString('latin1').replace(/[\x80-\xff]/g, 'x');
const pdf = { headers: () => ({ 'content-type': 'application/pdf' }), text: pdfAsText };

export const messageCases: RouteCase[] = [
  { route: 'GET /api/reports/:reportId/messages', door: 'staff', path: (at) => `${reportPath(at)}/messages`, honest: [200] },
  { route: 'POST /api/reports/:reportId/messages', door: 'staff', role: 'clerk', path: (at) => `${reportPath(at)}/messages`, body: (at) => ({ id: randomUUID(), audience: 'internal', body: 'Bitte ansehen', fileIds: [], mentions: [at.workshop.idOf.clerk] }), honest: [201, 429] },
  { route: 'POST /api/reports/:reportId/message-readings', door: 'staff', path: (at) => `${reportPath(at)}/message-readings`, body: (at) => ({ messageId: at.messages.fromCustomer }), honest: [204] },
  { route: 'POST /api/reports/:reportId/message-files', door: 'staff', role: 'clerk', path: (at) => `${reportPath(at)}/message-files?fileName=Gutachten.pdf`, ...pdf, honest: [201, 429] },
  { route: 'GET /api/message-files/:fileId/:rendition', door: 'staff', path: (at) => `/api/message-files/${at.messages.photoOfNote}/original`, honest: [200] },
  { route: 'GET /api/unread-reports', door: 'staff', path: () => '/api/unread-reports', honest: [200] },
  { route: 'GET /api/response-templates', door: 'staff', path: () => '/api/response-templates', honest: [200] },
  { route: 'GET /api/reports/:reportId/response-templates', door: 'staff', path: (at) => `${reportPath(at)}/response-templates`, honest: [200] },
  // Whoever names a new template makes it, in their own workshop.
  { route: 'PUT /api/response-templates/:templateId', door: 'staff', role: 'clerk', path: () => newTemplate, body: () => ({ title: 'Rückfrage', body: 'Guten Tag {{kunde.name}}' }), honest: [200] },
  { route: 'DELETE /api/response-templates/:templateId', door: 'staff', role: 'clerk', path: () => newTemplate, honest: [204] },
  { route: 'GET /api/status/messages', door: 'customer', path: () => '/api/status/messages', honest: [200] },
  { route: 'POST /api/status/messages', door: 'customer', path: () => '/api/status/messages', body: () => ({ id: randomUUID(), body: 'Wann ist es fertig?', fileIds: [] }), honest: [201, 429] },
  { route: 'POST /api/status/message-readings', door: 'customer', path: () => '/api/status/message-readings', body: (at) => ({ messageId: at.messages.toCustomer }), honest: [204] },
  { route: 'POST /api/status/message-files', door: 'customer', path: () => '/api/status/message-files?fileName=Brief.pdf', ...pdf, honest: [201, 429] },
  { route: 'GET /api/status/message-files/:fileId/:rendition', door: 'customer', path: (at) => `/api/status/message-files/${at.messages.fileToCustomer}/display`, honest: [200] },
];
