import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { StatusApi } from './status-api.ts';
import './status-photo.ts';

export type LargePhoto = { path: string; label: string };

/** One of several photos over the whole screen; `turn` names the next one, null closes. */
export function renderLargePhoto(photos: readonly LargePhoto[], shown: number | null, api: StatusApi, turn: (next: number | null) => void): TemplateResult | typeof nothing {
  const photo = shown === null ? undefined : photos[shown];
  if (shown === null || !photo) return nothing;
  const turnBy = (by: number) => photos[shown + by] && turn(shown + by);
  const close = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close();
  return html`<dialog aria-label=${photo.label} @close=${() => turn(null)} @keydown=${({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') turnBy(-1);
    if (key === 'ArrowRight') turnBy(1);
  }}>
    <div class="bar"><span aria-live="polite">${photo.label} · ${shown + 1}/${photos.length}</span><button type="button" @click=${close}>${msg('Schließen', { id: 'status.close' })}</button></div>
    <status-photo .api=${api} .path=${photo.path} .label=${photo.label}></status-photo>
    <div class="bar">
      <button type="button" ?disabled=${shown === 0} @click=${() => turnBy(-1)}><span class="arrow" aria-hidden="true">←</span> ${msg('Zurück', { id: 'frame.back' })}</button>
      <button type="button" ?disabled=${shown === photos.length - 1} @click=${() => turnBy(1)}>${msg('Weiter', { id: 'frame.next' })} <span class="arrow" aria-hidden="true">→</span></button>
    </div>
  </dialog>`;
}

export const largePhotoStyles = css`
  dialog {
    width: 100vw;
    max-width: 100vw;
    height: 100dvh;
    max-height: 100dvh;
    margin: 0;
    padding: 0;
    border: 0;
    background: #0d1318;
    color: #fff;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto 1fr auto;
  }
  dialog .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 8px 8px 8px 16px;
  }
  dialog button {
    min-width: 48px;
    min-height: 48px;
    padding: 8px 16px;
    border: 0;
    border-radius: var(--mw-radius);
    background: #ffffff1f;
    color: #fff;
    font-weight: 600;
    cursor: pointer;
  }
  dialog button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  dialog :focus-visible {
    outline-color: #fff;
  }
  dialog status-photo {
    --photo-fit: contain;
    min-height: 0;
    background: none;
  }
  @media print {
    dialog {
      display: none !important;
    }
  }
`;
