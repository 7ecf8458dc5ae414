import { ConnectionError, readProblem, request, requestJson } from '@meldewerk/shell/request';
import {
  formDetailSchema, formDocumentSchema, formListSchema, formUploadSchema, reportFormSchema,
  type FormDetail, type FormDocument, type FormSignatureInput, type FormSummary, type FormVersionInput, type ReportForm,
} from '@meldewerk/contract/form';
import * as v from 'valibot';
import { currentLanguage } from '../locale.ts';

export type FormUpload = v.InferOutput<typeof formUploadSchema>;
/** A form chosen for a report; `id` names its place there. */
export type ChosenForm = { id: string; formId: string; version: number; acknowledged: boolean };

export async function fetchForms(signal?: AbortSignal): Promise<FormSummary[]> {
  return (await requestJson(formListSchema, 'GET', '/api/forms', { signal })).forms;
}

export function fetchForm(id: string, version: number | null = null, signal?: AbortSignal): Promise<FormDetail> {
  return requestJson(formDetailSchema, 'GET', `/api/forms/${id}${version ? `?version=${version}` : ''}`, { signal });
}

export function saveForm(id: string, input: FormVersionInput): Promise<FormDetail> {
  return requestJson(formDetailSchema, 'PUT', `/api/forms/${id}`, { body: input });
}

/** The form as a PDF filled with example values, from what stands in the editor. */
export async function fetchFormPreview(id: string, input: FormVersionInput): Promise<Blob> {
  return (await request('POST', `/api/forms/${id}/preview`, { body: input })).blob();
}

export async function retireForm(id: string) {
  await request('POST', `/api/forms/${id}/retirement`);
}

export async function bringFormBack(id: string) {
  await request('DELETE', `/api/forms/${id}/retirement`);
}

/** `progress` hears shares from 0 to 1. Not `fetch`, which tells nothing of what has left. */
export function uploadFormPdf(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<FormUpload> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `/api/form-uploads?fileName=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader('Content-Type', 'application/pdf');
    sending.setRequestHeader('Accept', 'application/json');
    sending.setRequestHeader('Accept-Language', currentLanguage());
    sending.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    sending.addEventListener('load', () => void readUploadAnswer(sending).then(resolve, reject));
    sending.addEventListener('error', () => reject(new ConnectionError('no answer')));
    sending.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}

export function uploadedPdfUrl(documentId: string): string {
  return `/api/form-uploads/${documentId}`;
}

export function attachForm(reportId: string, { id, ...chosen }: ChosenForm): Promise<ReportForm> {
  return requestJson(reportFormSchema, 'PUT', `/api/reports/${reportId}/forms/${id}`, { body: { id, ...chosen } });
}

export async function detachForm(reportId: string, id: string) {
  await request('DELETE', `/api/reports/${reportId}/forms/${id}`);
}

/** The document as it now stands, which the workshop signs under its hash. */
export function prepareCountersigning(reportFormId: string): Promise<FormDocument> {
  return requestJson(formDocumentSchema, 'POST', `/api/report-forms/${reportFormId}/document`, { body: {} });
}

export async function countersignForm(reportFormId: string, input: FormSignatureInput) {
  await request('POST', `/api/report-forms/${reportFormId}/signatures`, { body: input });
}

export function signedDocumentUrl(documentId: string): string {
  return `/api/signed-documents/${documentId}`;
}

async function readUploadAnswer(sending: XMLHttpRequest): Promise<FormUpload> {
  const response = new Response(sending.response as string, { status: sending.status, headers: { 'Retry-After': sending.getResponseHeader('Retry-After') ?? '' } });
  if (!response.ok) throw await readProblem(response);
  const parsed = v.safeParse(formUploadSchema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new ConnectionError('unexpected answer to an upload');
  return parsed.output;
}
