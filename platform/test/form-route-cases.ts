import { onePage } from '../../packages/documents/test/evil-pdfs.ts';
import { signatureFor, typedBy, typedName } from './forms.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const formOfDraft = (at: Premises) => `/api/drafts/${at.prepared.draftId}/forms/${at.forms.openId}`;
const newForm = '/api/forms/0192f000-0000-4000-8000-000000000007';
const writtenForm = () => ({
  title: 'Vollmacht', kind: 'other', language: 'de', cases: ['selfPay'], validFrom: '2026-01-01', validTo: null, needsWorkshopSignature: false, concludesContract: false,
  content: { source: 'text', text: 'Ich, {{kunde.name}}, bevollmächtige {{werkstatt.name}}.' },
});
/** As text, a request's body has to be ASCII to keep its length. */
const pdfAsText = () => Buffer.from(onePage()).toString('latin1').replace(/[\x80-\xff]/g, 'x');

/** What the customer does with the forms on their report. The battery of bodies may have changed or signed them before. */
export const draftFormCases: RouteCase[] = [
  { route: 'POST /api/drafts/:draftId/forms/:id/document', door: 'link', path: (at) => `${formOfDraft(at)}/document`, body: () => typedBy('Muster', { reporter: { firstName: 'Ada', lastName: 'Kunze' }, vehicle: {}, insurance: {} }), honest: [200, 429] },
  { route: 'POST /api/drafts/:draftId/forms/:id/signatures', door: 'link', path: (at) => `${formOfDraft(at)}/signatures`, body: (at) => signatureFor(at.forms.open, { signature: typedName }), honest: [201, 409, 429] },
  { route: 'GET /api/drafts/:draftId/documents/:documentId', door: 'link', path: (at) => `/api/drafts/${at.prepared.draftId}/documents/${at.forms.signedDocumentId}`, honest: [200] },
];

export const staffFormCases: RouteCase[] = [
  { route: 'GET /api/forms', door: 'staff', path: () => '/api/forms', honest: [200] },
  { route: 'GET /api/forms/:formId', door: 'staff', path: (at) => `/api/forms/${at.forms.libraryId}`, honest: [200] },
  // Whoever names a new form makes it, in their own library.
  { route: 'PUT /api/forms/:formId', door: 'staff', role: 'admin', path: () => newForm, body: writtenForm, honest: [200] },
  { route: 'POST /api/forms/:formId/preview', door: 'staff', role: 'admin', path: () => `${newForm}/preview`, body: writtenForm, honest: [200, 429] },
  { route: 'POST /api/forms/:formId/retirement', door: 'staff', role: 'admin', path: (at) => `/api/forms/${at.forms.libraryId}/retirement`, honest: [204] },
  { route: 'DELETE /api/forms/:formId/retirement', door: 'staff', role: 'admin', path: (at) => `/api/forms/${at.forms.libraryId}/retirement`, honest: [204] },
  { route: 'POST /api/form-uploads', door: 'staff', role: 'admin', path: () => '/api/form-uploads?fileName=Formular.pdf', headers: () => ({ 'content-type': 'application/pdf' }), text: pdfAsText, honest: [201] },
  { route: 'GET /api/form-uploads/:documentId', door: 'staff', path: (at) => `/api/form-uploads/${at.forms.uploadId}`, honest: [200] },
  {
    route: 'PUT /api/reports/:reportId/forms/:id',
    door: 'staff',
    role: 'clerk',
    path: (at) => `/api/reports/${at.prepared.reportId}/forms/${at.forms.attachId}`,
    body: (at) => ({ id: at.forms.attachId, formId: at.forms.sampleId, version: 1, acknowledged: true }),
    honest: [200],
  },
  { route: 'DELETE /api/reports/:reportId/forms/:id', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.prepared.reportId}/forms/${at.forms.spareId}`, honest: [204] },
  { route: 'POST /api/report-forms/:id/document', door: 'staff', role: 'clerk', path: (at) => `/api/report-forms/${at.forms.signedId}/document`, honest: [200] },
  {
    route: 'POST /api/report-forms/:id/signatures',
    door: 'staff',
    role: 'clerk',
    path: (at) => `/api/report-forms/${at.forms.signedId}/signatures`,
    body: (at) => signatureFor(at.forms.signed, { signature: typedName }),
    honest: [201, 409],
  },
  { route: 'GET /api/signed-documents/:documentId', door: 'staff', path: (at) => `/api/signed-documents/${at.forms.signedDocumentId}`, honest: [200] },
];
