import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { unreadable } from '../photos/unreadable.ts';
import { decodePhoto } from '../photo-check/decode-photo.ts';

const longEdge = 1600;
const drawn = new WeakMap<Element, Blob>();

/**
 * A photo as large as the screen needs it, decoded beside the page. On a canvas: a page's `img-src` may forbid blob addresses.
 * @param onBroken told of a file that nobody will be able to open
 */
export function largePicture(picture: Blob, label: string, onBroken: () => void): TemplateResult {
  return html`<p class="no-picture" role="status"></p><canvas class="large-picture" width="4" height="3" role="img" aria-label=${msg(str`Aufgenommenes Foto: ${label}`, { id: 'camera.picture' })} ${ref((canvas) => void (canvas && draw(canvas as HTMLCanvasElement, picture, onBroken)))}></canvas>`;
}

/** A phone's own format is no fault; what every browser can open and this one cannot is broken. */
function isBroken({ type }: Blob): boolean {
  return /^image\/(jpeg|png|webp)$/.test(type);
}

function whyUnseen(picture: Blob): string {
  return isBroken(picture) ? unreadable() : msg('Dieses Foto kann hier nicht angezeigt werden. Sie können es trotzdem verwenden.', { id: 'camera.noPicture' });
}

async function draw(canvas: HTMLCanvasElement, picture: Blob, onBroken: () => void): Promise<void> {
  if (drawn.get(canvas) === picture) return;
  drawn.set(canvas, picture);
  const decoded = await decodePhoto(picture, longEdge);
  const words = canvas.previousElementSibling;
  if (words && drawn.get(canvas) === picture) words.textContent = decoded ? '' : whyUnseen(picture);
  if (!decoded && isBroken(picture)) onBroken();
  if (!decoded) return;
  const { image, width, height } = decoded.source;
  const scale = Math.min(1, longEdge / Math.max(width, height));
  if (drawn.get(canvas) === picture) {
    Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  decoded.close();
}
