import { randomUUID } from 'node:crypto';
import type { ReadyDraft } from './drafts.ts';
import { expectStatus, type createHttpClient } from './http-client.ts';

type Http = ReturnType<typeof createHttpClient>;

/** One photo over tus: creation, then all bytes in one PATCH. */
export async function uploadPhoto(http: Http, path: string, photo: Buffer, draft: ReadyDraft): Promise<string> {
  const photoId = randomUUID();
  const described = { photoId, draftId: draft.id, shotId: 'damageWide', source: 'camera', fileName: 'IMG_0001.jpg' };
  const metadata = Object.entries(described).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const common = { 'tus-resumable': '1.0.0', authorization: `Bearer ${draft.token}` };
  const created = await http.ask(draft.host, { method: 'POST', path, headers: { ...common, 'upload-length': photo.byteLength, 'upload-metadata': metadata } });
  const location = String(expectStatus(created, 201).headers['location']);
  const sent = await http.ask(draft.host, {
    method: 'PATCH', path: new URL(location, 'http://localhost').pathname, body: photo,
    headers: { ...common, 'upload-offset': 0, 'content-type': 'application/offset+octet-stream' },
  });
  expectStatus(sent, 204);
  return photoId;
}
