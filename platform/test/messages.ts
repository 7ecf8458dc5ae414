import { randomUUID } from 'node:crypto';
import type { Message, MessageFile } from '@meldewerk/contract/message';
import type { Platform } from './harness.ts';
import { bearer, smallPhoto } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

type Parts = { body?: string; fileIds?: string[]; mentions?: string[]; id?: string };

/** Staff write to the customer of a report, or a note. */
export async function writeAsStaff(platform: Platform, workshop: Workshop, cookie: string, reportId: string, audience: 'customer' | 'internal', parts: Parts): Promise<Message> {
  return must(await platform.request(workshop.host, `/api/reports/${reportId}/messages`, { cookie, json: { id: randomUUID(), audience, ...parts } }));
}

export async function writeAsCustomer(platform: Platform, workshop: Workshop, access: string, parts: Parts): Promise<Message> {
  return must(await platform.request(workshop.host, '/api/status/messages', { headers: bearer({ token: access }), json: { id: randomUUID(), ...parts } }));
}

/** Uploads what is to go with a message; `by` is a staff member's cookie on a report, or the customer's access. */
export function askToUpload(platform: Platform, workshop: Workshop, by: { cookie: string; reportId: string } | { access: string }, bytes: Uint8Array, fileName = 'Foto.jpg'): Promise<Response> {
  const path = 'cookie' in by ? `/api/reports/${by.reportId}/message-files` : '/api/status/message-files';
  return platform.request(workshop.host, `${path}?fileName=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    ...('cookie' in by ? { cookie: by.cookie } : { headers: bearer({ token: by.access }) }),
  });
}

export async function uploadMessageFile(...parameters: Parameters<typeof askToUpload>): Promise<MessageFile> {
  return must(await askToUpload(...parameters));
}

async function must<Answer>(response: Response): Promise<Answer> {
  if (response.status !== 201) throw new Error(`a message answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

export type FurnishedMessages = { fromCustomer: string; toCustomer: string; note: string; fileToCustomer: string; photoOfNote: string };

/** A message each way with a photo, and a note with one. */
export async function furnishMessages(platform: Platform, workshop: Workshop, { cookie, reportId, access }: { cookie: string; reportId: string; access: string }, word: string): Promise<FurnishedMessages> {
  const photo = await smallPhoto();
  const [toCustomer, ofNote] = [await uploadMessageFile(platform, workshop, { cookie, reportId }, photo, `${word}.jpg`), await uploadMessageFile(platform, workshop, { cookie, reportId }, photo, `${word}.jpg`)];
  const message = await writeAsStaff(platform, workshop, cookie, reportId, 'customer', { body: `Guten Tag ${word}`, fileIds: [toCustomer.id] });
  const note = await writeAsStaff(platform, workshop, cookie, reportId, 'internal', { body: `${word} ruft gern an`, fileIds: [ofNote.id] });
  const answer = await writeAsCustomer(platform, workshop, access, { body: `Danke, ${word}` });
  await platform.request(workshop.host, `/api/reports/${reportId}/message-readings`, { cookie, json: { messageId: answer.id } });
  return { fromCustomer: answer.id, toCustomer: message.id, note: note.id, fileToCustomer: toCustomer.id, photoOfNote: ofNote.id };
}
