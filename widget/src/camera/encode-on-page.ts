import { pause } from '../photo-check/pause.ts';

const jpegQuality = 0.92;
/** Of a picture of twelve megapixels about two milliseconds each. */
const stripHeight = 128;

/** A JPEG of what the video shows, made on the page: strip by strip, since all of it at once would stop the page for a tenth of a second. */
export async function encodeVideoOnPage(video: HTMLVideoElement): Promise<Blob> {
  const { videoWidth: width, videoHeight: height } = video;
  const frame = 'VideoFrame' in globalThis ? new VideoFrame(video) : null;
  const [canvas, context] = canvasOf(width, height);
  const inStrips = frame && (await copyInStrips(frame, context, width, height).catch(() => false));
  frame?.close();
  if (!inStrips) context.drawImage(video, 0, 0);
  return encode(canvas);
}

/** The same of a picture that another format brought. */
export async function encodeImageOnPage(image: ImageBitmap): Promise<Blob> {
  const { width, height } = image;
  const [canvas, context] = canvasOf(width, height);
  for (let top = 0; top < height; top += stripHeight) {
    const strip = Math.min(stripHeight, height - top);
    context.drawImage(image, 0, top, width, strip, 0, top, width, strip);
    await pause();
  }
  image.close();
  return encode(canvas);
}

// In main memory: a canvas of the graphics card would be read back as a whole.
function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas in this browser');
  return [canvas, context];
}

/** False where the frame lies otherwise than the video shows it. Rejects where the browser cannot copy a part of a frame. */
async function copyInStrips(frame: VideoFrame, context: CanvasRenderingContext2D, width: number, height: number): Promise<boolean> {
  const seen = frame.visibleRect;
  if (!seen || frame.displayWidth !== width || frame.displayHeight !== height || seen.width !== width || seen.height !== height) return false;
  const pixels = new ImageData(width, stripHeight);
  for (let top = 0; top < height; top += stripHeight) {
    const strip = Math.min(stripHeight, height - top);
    await frame.copyTo(pixels.data, { format: 'RGBA', rect: { x: seen.x, y: seen.y + top, width, height: strip } });
    context.putImageData(pixels, 0, top, 0, 0, width, strip);
    await pause();
  }
  return true;
}

/** Chromium encodes while the page is idle, up to 50 ms at a time; where frames are drawn, no longer than until the next one. */
async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  let next = 0;
  const drawOn = () => void (next = requestAnimationFrame(drawOn));
  drawOn();
  // A rest of 50 ms that has begun already goes on whatever is drawn.
  await Promise.race([aFrame().then(aFrame), new Promise((resolve) => setTimeout(resolve, hiddenMs))]);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  cancelAnimationFrame(next);
  if (!picture) throw new Error('the picture could not be encoded');
  return picture;
}

/** Frames of a tab that nobody sees never come. */
const hiddenMs = 200;

function aFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
