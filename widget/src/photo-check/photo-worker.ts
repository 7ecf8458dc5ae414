import { measurePhoto, type PhotoMeasures } from '@meldewerk/photo-check/measure-photo';
import { thresholds } from '@meldewerk/photo-check/thresholds';

/** What is known of a photo once it has been decoded. `width` and `height` are those of the original, upright. */
export type PhotoLook = { measures: PhotoMeasures; width: number; height: number; preview: Blob | null };
export type PhotoQuestion = { number: number; file: Blob };
/** `look` is null for what this browser cannot decode. */
export type PhotoAnswer = { number: number; look: PhotoLook | null } | 'ready';

const previewWidth = 360;

/** Where this very file is served: a worker is started with it. */
export const workerAddress = import.meta.url;

/** Decodes a photo once, and makes of it everything that is needed: measures and preview. Null where it cannot be decoded. */
export async function lookAtPhoto(file: Blob, rest: () => Promise<void> = async () => {}): Promise<PhotoLook | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  await rest();
  const looked = draw(bitmap, Math.min(1, thresholds.lookedAtEdge / Math.max(width, height)));
  const small = draw(bitmap, Math.min(1, previewWidth / width));
  bitmap.close();
  await rest();
  const measures = measurePhoto(looked.getImageData(0, 0, looked.canvas.width, looked.canvas.height));
  await rest();
  const preview = await small.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.72 }).catch(() => null);
  return { measures, width, height, preview };
}

function draw(bitmap: ImageBitmap, scale: number): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas in this browser');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return context;
}

declare const WorkerGlobalScope: unknown;

if (typeof WorkerGlobalScope !== 'undefined') {
  addEventListener('message', ({ data: { number, file } }: MessageEvent<PhotoQuestion>) => {
    void lookAtPhoto(file)
      .catch(() => null)
      .then((look) => answer({ number, look }));
  });
  answer('ready');
}

function answer(message: PhotoAnswer): void {
  postMessage(message);
}
