import { DetailedError, Upload } from 'tus-js-client';
import type { Problem } from '@meldewerk/contract/problem';
import type { Language } from '@meldewerk/contract/language';
import { isPassing, readProblem } from '../api.ts';
import type { Draft, StoredPhoto } from '../draft.ts';
import { metadataOf } from './photo-metadata.ts';
import { withoutPlace } from './photo-place.ts';

/** `interrupted`: worth going on later from where it stopped. */
export type UploadOutcome = { kind: 'safe' } | { kind: 'refused'; problem: Problem } | { kind: 'interrupted' };

type UploadOptions = {
  origin: string;
  draft: Pick<Draft, 'id' | 'token'>;
  language: Language;
  signal: AbortSignal;
  onProgress(percent: number): void;
  onAddress(uploadUrl: string | null): void;
};

/** Brings one photo up in one go, or on from where the server has it (`uploadUrl`). Never rejects. */
export async function uploadPhoto(photo: StoredPhoto, stored: Blob, { origin, draft, language, signal, onProgress, onAddress }: UploadOptions): Promise<UploadOutcome> {
  const file = await withoutPlace(stored);
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: `${origin}/api/uploads`,
      uploadUrl: photo.uploadUrl,
      headers: { Authorization: `Bearer ${draft.token}`, 'Accept-Language': language },
      metadata: metadataOf(photo, draft.id),
      // One request a photo. Going on after an interruption is decided outside, where the network is watched.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => onAddress(upload.url),
      onProgress: (sent, total) => onProgress(total ? Math.floor((sent / total) * 100) : 0),
      onSuccess: () => resolve({ kind: 'safe' }),
      onError: (error) => resolve(outcomeOf(error)),
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      resolve({ kind: 'interrupted' });
    });
    if (signal.aborted) resolve({ kind: 'interrupted' });
    else upload.start();
  });
}

function outcomeOf(error: Error): UploadOutcome {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  const problem = readProblem(body ?? '');
  // A conflict means that another request still holds the upload: it ends by itself.
  return problem && !isPassing(problem) && problem.code !== 'uploadConflict' ? { kind: 'refused', problem } : { kind: 'interrupted' };
}
