import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

const width = 1600;
const drawn = new WeakMap<Element, Blob>();

/** A photo as large as the screen needs it, decoded beside the page. On a canvas: a page's `img-src` may forbid blob addresses. */
export function largePicture(picture: Blob, label: string): TemplateResult {
  return html`<canvas class="large-picture" width="4" height="3" role="img" aria-label=${msg(str`Aufgenommenes Foto: ${label}`, { id: 'camera.picture' })} ${ref((canvas) => void (canvas && draw(canvas as HTMLCanvasElement, picture)))}></canvas>`;
}

async function draw(canvas: HTMLCanvasElement, picture: Blob): Promise<void> {
  if (drawn.get(canvas) === picture) return;
  drawn.set(canvas, picture);
  const bitmap = await createImageBitmap(picture, { resizeWidth: width, resizeQuality: 'medium' }).catch(() => null);
  if (!bitmap || drawn.get(canvas) !== picture) return;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
