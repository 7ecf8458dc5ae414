import { encodeImageOnPage, encodeVideoOnPage } from './encode-on-page.ts';
import type { EncodeAnswer, EncodeQuestion } from './encode-worker.ts';

const patienceMs = 8_000;

/** Makes a JPEG of what the camera sees, beside the page where the page is our own: elsewhere no worker may be started. */
export class PictureEncoder {
  #worker: Worker | null = null;

  async start(): Promise<void> {
    try {
      const { encodeWorkerAddress } = await import('./encode-worker.ts');
      if (new URL(encodeWorkerAddress).origin === location.origin) this.#worker = new Worker(encodeWorkerAddress, { type: 'module' });
    } catch {
      // Offline, or no workers here: it is done on the page.
    }
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  async ofVideo(video: HTMLVideoElement): Promise<Blob> {
    const { videoWidth, videoHeight } = video;
    const frame = this.#worker && 'VideoFrame' in globalThis ? new VideoFrame(video) : null;
    // Elder browsers hand out the frame as the sensor lies, not as the video shows it.
    const upright = frame && frame.displayWidth === videoWidth && frame.displayHeight === videoHeight;
    const beside = frame && upright ? await this.#beside({ image: frame, width: videoWidth, height: videoHeight }) : null;
    if (!upright) frame?.close();
    return beside ?? encodeVideoOnPage(video);
  }

  /** A picture of another format, as some cameras take them. */
  async ofPicture(picture: Blob): Promise<Blob> {
    const image = await createImageBitmap(picture);
    if (!this.#worker) return encodeImageOnPage(image);
    const { width, height } = image;
    return (await this.#beside({ image, width, height })) ?? encodeImageOnPage(await createImageBitmap(picture));
  }

  #beside(question: EncodeQuestion): Promise<EncodeAnswer> {
    const worker = this.#worker;
    if (!worker) return Promise.resolve(null);
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        this.stop();
        resolve(null);
      }, patienceMs);
      const answered = (answer: EncodeAnswer) => {
        clearTimeout(giveUp);
        resolve(answer);
      };
      worker.onmessage = ({ data }: MessageEvent<EncodeAnswer>) => answered(data);
      worker.onerror = () => answered(null);
      worker.postMessage(question, [question.image]);
    });
  }
}
