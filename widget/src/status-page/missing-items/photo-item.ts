import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import type { WantedItem } from '@meldewerk/contract/missing-items';
import type { PhotoSource } from '../../draft.ts';
import { shotDrawing } from '../../photos/shot-drawing.ts';
import type { StatusApi } from '../status-api.ts';

type PhotoItem = Extract<WantedItem, { kind: 'photo' }>;
/** `api` where the customer may see the photos of the report. */
type Asking = { item: PhotoItem; language: Language; api: StatusApi | null; take: (file: File, source: PhotoSource) => void };

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif';

/** How the photo is to be taken, the one that cannot be used, and the camera right away. */
export function renderPhotoItem({ item, language, api, take }: Asking): TemplateResult {
  const { shot, replacesPhotoId } = item;
  return html`<div class="how">
      ${shotDrawing(shot.outline)}<p>${textIn(shot.instruction, language)}</p>
      ${api && replacesPhotoId ? html`<figure><status-photo .api=${api} .path=${`/photos/${replacesPhotoId}/thumbnail`} .label=${msg('Ihr bisheriges Foto', { id: 'items.oldPhoto' })}></status-photo><figcaption class="soft small">${msg('Ihr bisheriges Foto', { id: 'items.oldPhoto' })}</figcaption></figure>` : nothing}
    </div>
    <div class="buttons">
      ${fileButton(msg('Foto aufnehmen', { id: 'items.takePhoto' }), 'camera', take)}
      ${fileButton(msg('Foto auswählen', { id: 'items.pickPhoto' }), 'file', take)}
    </div>`;
}

// A real file input under a button's clothes: keyboard, screen reader and the phone's own picker all know it.
function fileButton(text: string, source: PhotoSource, take: Asking['take']): TemplateResult {
  const camera = source === 'camera';
  return html`<label class="button ${camera ? 'primary' : ''}">
    <input class="unseen" type="file" accept=${accepted} capture=${camera ? 'environment' : nothing} @change=${(change: Event) => {
      const input = change.target as HTMLInputElement;
      const [file] = input.files ?? [];
      input.value = '';
      if (file) take(file, source);
    }} />${text}
  </label>`;
}
