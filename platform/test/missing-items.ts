import { randomUUID } from 'node:crypto';
import type { FormDocument } from '@meldewerk/contract/form';
import type { ItemRequest, MissingItems, RequestItemsInput } from '@meldewerk/contract/missing-items';
import { saveForm, textForm } from './forms.ts';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

type Item = RequestItemsInput['items'][number];

export const photoItem = (changes: Partial<Extract<Item, { kind: 'photo' }>> = {}): Item => ({ id: randomUUID(), kind: 'photo', shotId: 'odometer', reason: 'missing', ...changes });
export const fieldItem = (field: Extract<Item, { kind: 'field' }>['field'] = 'policyNumber'): Item => ({ id: randomUUID(), kind: 'field', field, reason: 'missing' });

export function askFor(platform: Platform, workshop: Workshop, cookie: string, reportId: string, items: Item[], changes: Partial<RequestItemsInput> = {}): Promise<Response> {
  return platform.request(workshop.host, `/api/reports/${reportId}/item-requests`, { cookie, json: { channel: 'sms', items, ...changes } });
}

/** Asks, and gives the request that is open then. */
export async function requestOpen(platform: Platform, workshop: Workshop, cookie: string, reportId: string, items: Item[], changes: Partial<RequestItemsInput> = {}): Promise<ItemRequest> {
  const response = await askFor(platform, workshop, cookie, reportId, items, changes);
  if (response.status !== 200) throw new Error(`asking answered ${response.status}: ${await response.text()}`);
  const request = ((await response.json()) as MissingItems).requests.find(({ state }) => state === 'open');
  if (!request) throw new Error('what was asked for is open');
  return request;
}

/** Begins the upload of the photo for an item. */
export function beginItemUpload(platform: Platform, workshop: Workshop, access: string, itemId: string, length: number, photoId: string = randomUUID()): Promise<Response> {
  const metadata = { itemId, photoId, shotId: 'odometer', source: 'camera', fileName: 'Tacho.jpg' };
  return platform.request(workshop.host, '/api/status/uploads', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${access}`,
      'tus-resumable': '1.0.0',
      'upload-length': String(length),
      'upload-metadata': Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(','),
    },
  });
}

export async function uploadForItem(platform: Platform, workshop: Workshop, access: string, itemId: string, bytes: Buffer, photoId?: string): Promise<Response> {
  const begun = await beginItemUpload(platform, workshop, access, itemId, bytes.length, photoId);
  if (begun.status !== 201) return begun;
  const { pathname } = new URL(begun.headers.get('location') ?? '', `http://${workshop.host}/api/status/uploads`);
  return platform.request(workshop.host, pathname, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${access}`, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length) },
    body: new Uint8Array(bytes),
  });
}

/** Something of everything that can be asked for, on a sent report; nothing of it is given. */
export type FurnishedItems = { requestId: string; photo: string; field: string; spare: string; signature: string; documentId: string; document: FormDocument; uploadPath: string };

export async function furnishItems(platform: Platform, workshop: Workshop, { admin, reportId, access }: { admin: string; reportId: string; access: string }, word: string): Promise<FurnishedItems> {
  const form = await saveForm(platform, workshop, admin, textForm(`${word}: {{kunde.name}}`, { title: `Nachweis ${word}` }));
  const [photo, field, spare, signature] = [photoItem({ note: word }), fieldItem('claimNumber'), fieldItem('address'), { id: randomUUID(), kind: 'signature' as const, form: { formId: form.id, version: form.version } }];
  const request = await requestOpen(platform, workshop, admin, reportId, [photo, field, spare, signature], { channel: 'none', note: word });
  const document = (await (await platform.request(workshop.host, `/api/status/items/${signature.id}/document`, { headers: { authorization: `Bearer ${access}` }, json: { fields: {} } })).json()) as FormDocument;
  const begun = await beginItemUpload(platform, workshop, access, photo.id, 100);
  if (begun.status !== 201) throw new Error(`beginning an upload answered ${begun.status}: ${await begun.text()}`);
  await platform.request(workshop.host, `/api/reports/${reportId}/item-requests/${request.id}/reminders`, { cookie: admin, json: { id: randomUUID(), channel: 'email' } });
  const uploadPath = new URL(begun.headers.get('location') ?? '', `http://${workshop.host}/api/status/uploads`).pathname;
  return { requestId: request.id, photo: photo.id, field: field.id, spare: spare.id, signature: signature.id, documentId: document.documentId, document, uploadPath };
}

export function provide(platform: Platform, workshop: Workshop, access: string, itemId: string, body: unknown): Promise<Response> {
  return platform.request(workshop.host, `/api/status/items/${itemId}`, { method: 'PUT', headers: { authorization: `Bearer ${access}` }, json: body });
}
