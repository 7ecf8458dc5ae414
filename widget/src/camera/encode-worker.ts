/** A picture on its way to the worker; it belongs to the worker from then on. */
export type EncodeQuestion = { image: VideoFrame | ImageBitmap; width: number; height: number };
/** Null when it could not be encoded. */
export type EncodeAnswer = Blob | null;

const jpegQuality = 0.92;

/** Where this very file is served: a worker is started with it. */
export const encodeWorkerAddress = import.meta.url;

// Twelve megapixels take longer to draw and encode than a page may stand still.
async function encodeJpeg(image: CanvasImageSource, width: number, height: number): Promise<EncodeAnswer> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
}

declare const WorkerGlobalScope: unknown;

if (typeof WorkerGlobalScope !== 'undefined') {
  addEventListener('message', ({ data: { image, width, height } }: MessageEvent<EncodeQuestion>) => {
    void encodeJpeg(image, width, height)
      .catch((): EncodeAnswer => null)
      .then((answer) => {
        image.close();
        postMessage(answer);
      });
  });
}
