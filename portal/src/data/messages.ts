import {
  messageFileSchema, messageListSchema, messageSchema, unreadReportsSchema,
  type Message, type MessageFile, type MessageFileRendition, type MessageList, type WriteMessage,
} from '@meldewerk/contract/message';
import { filledTemplateListSchema, responseTemplateListSchema, responseTemplateSchema, type FilledTemplate, type ResponseTemplate, type TemplateInput } from '@meldewerk/contract/response-template';
import { ConnectionError, readProblem, request, requestJson } from '@meldewerk/shell/request';
import * as v from 'valibot';
import { currentLanguage } from '../locale.ts';

export function fetchMessages(reportId: string, before?: string): Promise<MessageList> {
  return requestJson(messageListSchema, 'GET', `/api/reports/${reportId}/messages${before ? `?before=${before}` : ''}`);
}

/** The same `id` again is the same message: sending it twice does no harm. */
export function writeMessage(reportId: string, message: WriteMessage): Promise<Message> {
  return requestJson(messageSchema, 'POST', `/api/reports/${reportId}/messages`, { body: message });
}

export async function markMessagesRead(reportId: string, messageId: string) {
  await request('POST', `/api/reports/${reportId}/message-readings`, { body: { messageId } });
}

export async function fetchUnreadReports(): Promise<number> {
  return (await requestJson(unreadReportsSchema, 'GET', '/api/unread-reports')).reports;
}

export function messageFileUrl(fileId: string, rendition: MessageFileRendition): string {
  return `/api/message-files/${fileId}/${rendition}`;
}

/** `progress` hears shares from 0 to 1. Not `fetch`, which tells nothing of what has left. */
export function uploadMessageFile(reportId: string, file: File, progress: (share: number) => void, signal: AbortSignal): Promise<MessageFile> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `/api/reports/${reportId}/message-files?fileName=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader('Content-Type', 'application/octet-stream');
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

async function readUploadAnswer(sending: XMLHttpRequest): Promise<MessageFile> {
  const response = new Response(sending.response as string, { status: sending.status, headers: { 'Retry-After': sending.getResponseHeader('Retry-After') ?? '' } });
  if (!response.ok) throw await readProblem(response);
  const parsed = v.safeParse(messageFileSchema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new ConnectionError('unexpected answer to an upload');
  return parsed.output;
}

/** Filled from the report, with what it does not say. */
export async function fetchFilledTemplates(reportId: string): Promise<FilledTemplate[]> {
  return (await requestJson(filledTemplateListSchema, 'GET', `/api/reports/${reportId}/response-templates`)).templates;
}

export async function fetchTemplates(): Promise<ResponseTemplate[]> {
  return (await requestJson(responseTemplateListSchema, 'GET', '/api/response-templates')).templates;
}

export function saveTemplate(id: string, input: TemplateInput): Promise<ResponseTemplate> {
  return requestJson(responseTemplateSchema, 'PUT', `/api/response-templates/${id}`, { body: input });
}

export async function removeTemplate(id: string) {
  await request('DELETE', `/api/response-templates/${id}`);
}
