import { ProblemError, readProblem, UnreachableError } from '../../api.ts';
import { withoutPlace } from '../../photos/photo-place.ts';
import type { StatusApi } from '../status-api.ts';
import type { Gift } from './gift-store.ts';

type PhotoGift = Extract<Gift, { kind: 'photo' }>;
type Options = { signal: AbortSignal; onProgress(percent: number): void; onAddress(uploadUrl: string | null): void };

/** Brings the photo for an item up in one go, or on from where the server has it (`uploadUrl`). Throws as `StatusApi` does. */
export async function uploadItemPhoto(api: StatusApi, gift: PhotoGift, { signal, onProgress, onAddress }: Options): Promise<void> {
  const { DetailedError, Upload } = await import('tus-js-client').catch((error: unknown) => {
    throw new UnreachableError(String(error));
  });
  const { origin, headers } = api.uploading;
  const file = await withoutPlace(gift.file);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${origin}/api/status/uploads`,
      uploadUrl: gift.uploadUrl,
      headers,
      metadata: { itemId: gift.itemId, photoId: gift.photoId, shotId: gift.shotId, source: gift.source, fileName: gift.fileName },
      // Going on after an interruption is decided outside, where the network is watched.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => onAddress(upload.url),
      onProgress: (sent, total) => onProgress(total ? Math.floor((sent / total) * 100) : 0),
      onSuccess: () => resolve(),
      onError: (error) => {
        const problem = readProblem((error instanceof DetailedError ? error.originalResponse?.getBody() : undefined) ?? '');
        // A conflict means that another request still holds the upload: it ends by itself.
        reject(problem && problem.code !== 'uploadConflict' ? new ProblemError(problem) : new UnreachableError(String(error)));
      },
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      reject(new UnreachableError('interrupted'));
    });
    upload.start();
  });
}
