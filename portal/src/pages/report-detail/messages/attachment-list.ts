import { msg, str } from '@lit/localize';
import type { MessageFile } from '@meldewerk/contract/message';
import { css, html, nothing } from 'lit';
import { messageFileUrl } from '../../../data/messages.ts';
import { formatBytes, formatNumber } from '../../../format.ts';
import { coverButtons } from '../cover-picture.ts';
import type { Attachment } from './attachments-controller.ts';

/** Files on a message, to look at and to take along. */
export function filesOf(files: MessageFile[], timeZone: string, onCovered: () => void) {
  if (files.length === 0) return nothing;
  return html`<ul class="files">${files.map((file) => html`<li>${file.kind === 'photo' ? photo(file, timeZone, onCovered) : document(file)}</li>`)}</ul>`;
}

function photo({ id, fileName, redactionId }: MessageFile, timeZone: string, onCovered: () => void) {
  // Another address for another picture: what the browser has of the one before is not shown.
  const at = (rendition: 'thumbnail' | 'display') => messageFileUrl(id, rendition) + (redactionId ? `?${redactionId}` : '');
  return html`<a class="photo" href=${at('display')} target="_blank" rel="noopener"><img src=${at('thumbnail')} alt=${redactionId ? msg(str`${fileName}, Teile verdeckt`, { id: 'messages.covered' }) : fileName} loading="lazy" /></a>
    ${coverButtons({ id, name: fileName, displayUrl: messageFileUrl(id, 'display'), redactionId }, timeZone, onCovered)}
    <a class="original" href=${messageFileUrl(id, 'original')} download=${fileName} aria-label=${msg(str`Original von ${fileName} laden`, { id: 'messages.original' })}><wa-icon name="download"></wa-icon></a>`;
}

function document({ id, fileName, byteSize }: MessageFile) {
  return html`<a class="document" href=${messageFileUrl(id, 'document')} download=${fileName}><wa-icon name="file"></wa-icon><span>${fileName}</span> <span class="quiet">${formatBytes(byteSize)}</span></a>`;
}

/** Files of a message that is being written. */
export function attachmentList(items: Attachment[], { onRetry, onRemove }: { onRetry: (key: string) => void; onRemove: (key: string) => void }) {
  if (items.length === 0) return nothing;
  return html`<ul class="attachments" aria-label=${msg('Anhänge', { id: 'messages.attachments' })}>${items.map(({ key, name, state, share, fault, passing, uploaded, file }) => html`
    <li class=${state}>
      ${uploaded?.kind === 'photo' ? html`<img src=${messageFileUrl(uploaded.id, 'thumbnail')} alt="" />` : html`<wa-icon name=${state === 'failed' ? 'error' : /\.pdf$/i.test(name) ? 'file' : 'image'}></wa-icon>`}
      <span class="name">${name}${uploaded || file ? html` <span class="quiet">${formatBytes(uploaded?.byteSize ?? file?.size ?? 0)}</span>` : nothing}
        ${state === 'uploading' ? html`<progress max="1" .value=${share} aria-label=${msg(str`${name} wird hochgeladen`, { id: 'messages.uploading' })}>${formatNumber(Math.round(share * 100))} %</progress>` : nothing}
        ${state === 'failed' ? html`<span class="fault" role="alert">${fault}</span>` : nothing}</span>
      ${state === 'failed' && passing ? html`<button type="button" class="text-button" @click=${() => onRetry(key)}>${msg('Noch einmal', { id: 'messages.retryFile' })}</button>` : nothing}
      <button type="button" class="icon-button" aria-label=${msg(str`${name} entfernen`, { id: 'messages.removeFile' })} @click=${() => onRemove(key)}><wa-icon name="xmark"></wa-icon></button>
    </li>`)}</ul>`;
}

export const attachmentStyles = css`
  .files { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.5rem; }
  .files li { position: relative; min-width: 0; }
  .files .photo img { display: block; width: 7.5rem; height: 5.6rem; object-fit: cover; border-radius: 6px; border: 1px solid var(--wa-color-surface-border); background: var(--wa-color-surface-lowered); }
  .files .original { position: absolute; inset-block-end: 0.25rem; inset-inline-end: 0.25rem; display: grid; place-items: center; width: 1.75rem; height: 1.75rem; border-radius: 6px; background: rgb(0 0 0 / 0.65); color: #fff; }
  .files .cover { position: absolute; inset-block-end: 0.25rem; inset-inline-start: 0.25rem; display: grid; place-items: center; width: 1.75rem; height: 1.75rem; padding: 0; border: 0; border-radius: 6px; background: rgb(0 0 0 / 0.65); color: #fff; cursor: pointer; }
  .files .cover.unseal { inset-inline-start: 2.25rem; }
  .files .document { display: inline-flex; align-items: center; gap: 0.45rem; padding: 0.4rem 0.65rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; background: var(--wa-color-surface-default); overflow-wrap: anywhere; }
  .attachments { display: grid; gap: 0.35rem; }
  .attachments li { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr) auto auto; gap: 0.6rem; align-items: center; padding: 0.3rem 0.4rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; background: var(--wa-color-surface-default); font-size: var(--wa-font-size-s); }
  .attachments li.failed { border-color: var(--wa-color-danger-border-loud); }
  .attachments img { width: 2.5rem; height: 2.5rem; object-fit: cover; border-radius: 4px; }
  .attachments wa-icon { justify-self: center; }
  .attachments .name { display: grid; gap: 0.15rem; overflow-wrap: anywhere; }
  .attachments progress { width: 100%; height: 0.4rem; accent-color: var(--wa-color-brand-50); }
  .attachments .icon-button { grid-column: 4; }
  .icon-button { display: grid; place-items: center; width: 2.25rem; height: 2.25rem; padding: 0; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
  .icon-button:hover { background: var(--wa-color-surface-lowered); }
`;
