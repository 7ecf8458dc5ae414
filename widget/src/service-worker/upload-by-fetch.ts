import { ProblemError, readProblem, UnreachableError } from '../api.ts';
import type { Draft, StoredPhoto } from '../draft.ts';
import { metadataOf } from '../photos/photo-metadata.ts';
import { withoutPlace } from '../photos/photo-place.ts';

type Uploading = {
  draft: Pick<Draft, 'id' | 'token'>;
  signal: AbortSignal;
  onAddress(uploadUrl: string): Promise<void>;
};

/**
 * Brings a photo up over tus 1.0, or on from where the server has it, with `fetch`: a service worker has nothing else. Rejects as
 * `Api` does.
 */
export async function uploadByFetch(photo: StoredPhoto, stored: Blob, { draft, signal, onAddress }: Uploading): Promise<void> {
  const ask = (method: string, url: string, headers: Record<string, string>, body: Blob | null = null) => askTus(draft.token, signal, { method, url, headers, body });
  const file = await withoutPlace(stored);
  const known = photo.uploadUrl === null ? null : await ask('HEAD', photo.uploadUrl, {}).catch(unlessUnknown);
  const url = (known && photo.uploadUrl) ?? (await begin());
  const offset = Number((known ?? (await ask('HEAD', url, {}))).headers.get('Upload-Offset'));
  if (offset < file.size) await ask('PATCH', url, { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, file.slice(offset));

  // One that was begun before and whose address got lost is found again here.
  async function begin(): Promise<string> {
    const begun = await ask('POST', '/api/uploads', { 'Upload-Length': String(file.size), 'Upload-Metadata': encode(metadataOf(photo, draft.id)) });
    const address = new URL(begun.headers.get('Location') ?? '', location.origin).href;
    await onAddress(address);
    return address;
  }
}

type Request = { method: string; url: string; headers: Record<string, string>; body: Blob | null };

async function askTus(token: string, signal: AbortSignal, { method, url, headers, body }: Request): Promise<Response> {
  const answer = await fetch(url, { method, body, signal, credentials: 'omit', cache: 'no-store', headers: { 'Tus-Resumable': '1.0.0', Authorization: `Bearer ${token}`, ...headers } }).catch((error: unknown) => {
    throw new UnreachableError(String(error));
  });
  if (answer.ok) return answer;
  const problem = readProblem(await answer.text());
  throw problem ? new ProblemError(problem) : Object.assign(new UnreachableError(`status ${answer.status}`), { status: answer.status });
}

/** HEAD has no body that could say why; an address that is not known any more is given anew. */
function unlessUnknown(error: unknown): null {
  if ((error as { status?: number }).status === 404) return null;
  throw error;
}

function encode(metadata: Record<string, string>): string {
  return Object.entries(metadata).map(([name, value]) => `${name} ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`).join(',');
}
