import { randomUUID } from 'node:crypto';
import type { FormDocument, FormDocumentInput, FormSignatureInput, FormSummary, FormVersionInput, LinkForm, ReportForm, Signature } from '@meldewerk/contract/form';
import { onePage } from '../../packages/documents/test/evil-pdfs.ts';
import type { Platform } from './harness.ts';
import { linkOf, preparationOf, prepare } from './prepare-report.ts';
import { bearer, type OpenDraft } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

/** A prepared report and the draft that its link opens. */
export type PreparedCase = OpenDraft & { reportId: string };

/** Prepares a report and follows its link as the customer does. */
export async function prepareCase(platform: Platform, workshop: Workshop, cookie: string, preparation = preparationOf()): Promise<PreparedCase> {
  const { id: reportId } = await prepare(platform, workshop, cookie, { preparation });
  const { token } = await linkOf(platform, workshop, cookie, reportId);
  const link = await platform.request(workshop.host, '/api/link', { headers: { authorization: `Bearer ${token}` } });
  const { draftId } = (await link.json()) as { draftId: string };
  return { reportId, draftId, token };
}

/** The id of a sample in the workshop's library. */
export async function findSample(platform: Platform, workshop: Workshop, cookie: string, kind: FormSummary['kind']): Promise<string> {
  const response = await platform.request(workshop.host, '/api/forms', { cookie });
  const { forms } = (await response.json()) as { forms: FormSummary[] };
  const found = forms.find((form) => form.kind === kind && form.isSample);
  if (!found) throw new Error(`no sample ${kind}`);
  return found.id;
}

/** A form in writing that needs nothing but its text. */
export function textForm(text: string, changes: Partial<FormVersionInput> = {}): FormVersionInput {
  return { title: 'Vollmacht', kind: 'other', language: 'de', cases: [], validFrom: null, validTo: null, needsWorkshopSignature: false, concludesContract: false, content: { source: 'text', text }, ...changes };
}

export async function saveForm(platform: Platform, workshop: Workshop, cookie: string, form: FormVersionInput, id: string = randomUUID()): Promise<{ id: string; version: number }> {
  return read(await platform.request(workshop.host, `/api/forms/${id}`, { method: 'PUT', cookie, json: form }), 200);
}

export async function uploadPdf(platform: Platform, workshop: Workshop, cookie: string, pdf: Uint8Array): Promise<string> {
  const response = await platform.request(workshop.host, '/api/form-uploads?fileName=Formular.pdf', { method: 'POST', cookie, body: new Uint8Array(pdf), headers: { 'content-type': 'application/pdf' } });
  return (await read<{ documentId: string }>(response, 201)).documentId;
}

export async function attach(platform: Platform, workshop: Workshop, cookie: string, reportId: string, formId: string, version = 1, acknowledged = false): Promise<ReportForm> {
  const id = randomUUID();
  return read(await platform.request(workshop.host, `/api/reports/${reportId}/forms/${id}`, { method: 'PUT', cookie, json: { id, formId, version, acknowledged } }), 200);
}

/** What the device has typed in of `preparationOf(marker)`. */
export function typedBy(marker = 'Muster', changes: Partial<FormDocumentInput> = {}): FormDocumentInput {
  const { category, reporter, vehicle, insurance, incidentDate } = preparationOf(marker);
  return { category: category ?? null, reporter, vehicle, insurance, incidentDate, fields: {}, again: false, ...changes } as FormDocumentInput;
}

export function askForDocument(platform: Platform, workshop: Workshop, draft: OpenDraft, formId: string, typed: FormDocumentInput = typedBy()): Promise<Response> {
  return platform.request(workshop.host, `/api/drafts/${draft.draftId}/forms/${formId}/document`, { headers: bearer(draft), json: typed });
}

export async function documentFor(platform: Platform, workshop: Workshop, draft: OpenDraft, formId: string, typed?: FormDocumentInput): Promise<FormDocument> {
  return read(await askForDocument(platform, workshop, draft, formId, typed), 200);
}

export const drawn: Signature = { method: 'drawn', width: 300, height: 120, strokes: [[[20, 80], [60, 30], [90, 90], [140, 40], [220, 70]], [[40, 100], [240, 95]]] };
export const typedName: Signature = { method: 'typed', typedName: 'Erika Muster' };

export function signatureFor({ documentId, sha256 }: FormDocument, changes: Partial<FormSignatureInput> = {}): FormSignatureInput {
  return { id: randomUUID(), documentId, sha256, name: 'Erika Muster', signature: drawn, ...changes };
}

export function sign(platform: Platform, workshop: Workshop, draft: OpenDraft, formId: string, input: FormSignatureInput, headers: Record<string, string> = {}): Promise<Response> {
  return platform.request(workshop.host, `/api/drafts/${draft.draftId}/forms/${formId}/signatures`, { headers: { ...bearer(draft), ...headers }, json: input });
}

/** Reads a form and signs it. */
export async function readAndSign(platform: Platform, workshop: Workshop, draft: OpenDraft, formId: string, typed?: FormDocumentInput, signature: Signature = drawn): Promise<LinkForm> {
  const document = await documentFor(platform, workshop, draft, formId, typed);
  return read(await sign(platform, workshop, draft, formId, signatureFor(document, { signature })), 201);
}

/** Something of everything about forms. `open` can be signed by the customer, `signed` by the workshop. */
export type FurnishedForms = {
  libraryId: string;
  sampleId: string;
  uploadId: string;
  openId: string;
  open: FormDocument;
  signedId: string;
  signed: FormDocument;
  signedDocumentId: string;
  spareId: string;
  /** Of nothing yet. */
  attachId: string;
};

export async function furnishForms(platform: Platform, workshop: Workshop, admin: string, prepared: PreparedCase, word: string): Promise<FurnishedForms> {
  const save = async (title: string, needsWorkshopSignature: boolean) => (await saveForm(platform, workshop, admin, textForm(`${word}: {{kunde.name}}`, { title, needsWorkshopSignature }))).id;
  const attached = async (formId: string) => (await attach(platform, workshop, admin, prepared.reportId, formId)).id;
  const libraryId = await save(`Formular ${word}`, false);
  const openId = await attached(libraryId);
  const signedId = await attached(await save(`Vertrag ${word}`, true));
  const spareId = await attached(await save(`Ersatz ${word}`, false));
  const { documentId } = await readAndSign(platform, workshop, prepared, signedId, typedBy(word));
  if (!documentId) throw new Error('a signed form has its file');
  return {
    libraryId, openId, signedId, spareId,
    sampleId: await findSample(platform, workshop, admin, 'serviceAgreement'),
    uploadId: await uploadPdf(platform, workshop, admin, onePage()),
    open: await documentFor(platform, workshop, prepared, openId, typedBy(word)),
    signed: await documentFor(platform, workshop, prepared, signedId, typedBy(word)),
    signedDocumentId: documentId,
    attachId: randomUUID(),
  };
}

async function read<Body>(response: Response, status: number): Promise<Body> {
  if (response.status !== status) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}
