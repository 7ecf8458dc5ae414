import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { StoredPhoto } from '../draft.ts';

const drawn = new WeakMap<Element, Blob>();

/** A photo as a small picture. Drawn on a canvas: a page's `img-src` may forbid blob addresses. */
export function photoThumbnail(photo: StoredPhoto, label: string, position: number): TemplateResult {
  if (!photo.preview) {
    return html`<span class="thumbnail placeholder" role="img" aria-label=${msg(str`Foto ${position}: ${label}, keine Vorschau`, { id: 'photo.noPreview' })}>
      <svg viewBox="0 0 32 32" width="32" height="32" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" aria-hidden="true"><rect x="3" y="6" width="26" height="20" rx="3"/><path d="M4 23l8-8 6 6 4-4 6 5"/><circle cx="21" cy="12" r="2"/></svg>
      <span class="file-name">${photo.fileName}</span>
    </span>`;
  }
  const { preview } = photo;
  return html`<canvas class="thumbnail" width="360" height="270" role="img" aria-label=${msg(str`Foto ${position}: ${label}`, { id: 'photo.preview' })}
    ${ref((canvas) => void (canvas && draw(canvas as HTMLCanvasElement, preview)))}></canvas>`;
}

async function draw(canvas: HTMLCanvasElement, preview: Blob): Promise<void> {
  if (drawn.get(canvas) === preview) return;
  drawn.set(canvas, preview);
  const bitmap = await createImageBitmap(preview).catch(() => null);
  if (!bitmap || drawn.get(canvas) !== preview) return;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
