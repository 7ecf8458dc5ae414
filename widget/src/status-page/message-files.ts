import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageFile } from '@meldewerk/contract/message';
import type { MessageAttachments } from './message-attachments.ts';
import type { StatusApi } from './status-api.ts';

/** What goes with a message: photos to look at, documents to keep. */
export function renderFiles(files: MessageFile[], api: StatusApi, { onShow, onSave }: { onShow: (file: MessageFile) => void; onSave: (file: MessageFile) => void }): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  const photos = files.filter(({ kind }) => kind === 'photo');
  const documents = files.filter(({ kind }) => kind === 'pdf');
  return html`${photos.length > 0
    ? html`<ul class="photos">${photos.map((file) => html`<li><button type="button" aria-label=${msg(str`${file.fileName} groß ansehen`, { id: 'message.showPhoto' })} @click=${() => onShow(file)}><status-photo .api=${api} .path=${`/message-files/${file.id}/thumbnail`} .label=${''}></status-photo></button></li>`)}</ul>`
    : nothing}${documents.map((file) => html`<button type="button" class="document" @click=${() => onSave(file)}>${file.fileName}<span class="unseen"> ${msg('herunterladen', { id: 'message.download' })}</span></button>`)}`;
}

/** What is to go with the message that is being written. */
export function renderAttachments(attachments: MessageAttachments): TemplateResult | typeof nothing {
  if (attachments.items.length === 0) return nothing;
  return html`<ul class="attached" aria-label=${msg('Angehängt', { id: 'message.attached' })}>${repeat(attachments.items, ({ key }) => key, ({ key, name, state, share, fault, passing }) => html`<li class=${state}>
    <span class="name">${name}
      ${state === 'uploading' ? html`<progress max="1" .value=${share} aria-label=${msg(str`${name} wird übertragen`, { id: 'message.uploading' })}></progress>` : nothing}
      ${state === 'failed' ? html`<span class="wrong small" role="alert">${fault}</span>` : nothing}</span>
    ${state === 'failed' && passing ? html`<button type="button" class="button" @click=${() => attachments.retry(key)}>${msg('Noch einmal', { id: 'message.retry' })}</button>` : nothing}
    <button type="button" class="button quiet" aria-label=${msg(str`${name} entfernen`, { id: 'message.remove' })} @click=${() => attachments.remove(key)}>${msg('Entfernen', { id: 'message.removeShort' })}</button>
  </li>`)}</ul>`;
}
