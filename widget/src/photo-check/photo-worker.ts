import { measureInPieces, type PhotoMeasures } from '@meldewerk/photo-check/measure-photo';
import { thresholds } from '@meldewerk/photo-check/thresholds';
import { decodePhoto, type Picture } from './decode-photo.ts';

/** What is known of a photo once it has been decoded. `width` and `height` are those of the original. */
export type PhotoLook = { measures: PhotoMeasures; width: number; height: number; preview: Blob | null };
export type PhotoQuestion = { number: number; file: Blob };
/** `look` is null for what this browser cannot decode. */
export type PhotoAnswer = { number: number; look: PhotoLook | null } | 'ready' | 'warm';

const previewWidth = 360;

/** Where this very file is served: a worker is started with it. */
export const workerAddress = import.meta.url;

/**
 * Decodes a photo once, and makes of it everything that is needed: measures and preview. Null where it cannot be decoded.
 * @param rest is awaited between pieces of work
 */
export async function lookAtPhoto(file: Blob, rest?: () => Promise<void>): Promise<PhotoLook | null> {
  const picture = await decodePhoto(file, thresholds.lookedAtEdge);
  if (!picture) return null;
  const { width, height } = picture;
  await rest?.();
  const looked = draw(picture, thresholds.lookedAtEdge / Math.max(picture.source.width, picture.source.height));
  const small = draw(picture, previewWidth / picture.source.width);
  picture.close();
  await rest?.();
  const pieces = measureInPieces(looked.getImageData(0, 0, looked.canvas.width, looked.canvas.height));
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) await rest?.();
  const preview = await small.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.72 }).catch(() => null);
  return { measures: piece.value, width, height, preview };
}

function draw({ source }: Picture, scale: number): OffscreenCanvasRenderingContext2D {
  const [width, height] = [source.width, source.height].map((edge) => Math.max(1, Math.round(edge * Math.min(1, scale))));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas in this browser');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(source.image, 0, 0, canvas.width, canvas.height);
  return context;
}

declare const WorkerGlobalScope: unknown;

if (typeof WorkerGlobalScope !== 'undefined') {
  addEventListener('message', ({ data: { number, file } }: MessageEvent<PhotoQuestion>) => {
    void lookAtPhoto(file)
      .catch(() => null)
      .then((look) => answer({ number, look }));
  });
  void warmUp().then(() => answer('warm'));
  answer('ready');
}

/** The first photo takes twice as long as the second, while the browser starts its decoder and compiles what measures: so the first one is ours. */
async function warmUp(): Promise<void> {
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d');
  for (let line = 0; line < 120; line += 1) context?.fillRect((line * 37) % 600, line * 4, 20 + line, 2);
  await lookAtPhoto(await canvas.convertToBlob({ type: 'image/jpeg' })).catch(() => null);
}

function answer(message: PhotoAnswer): void {
  postMessage(message);
}
