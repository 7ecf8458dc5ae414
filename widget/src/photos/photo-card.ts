import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { StoredPhoto } from '../draft.ts';
import { fieldId } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { uploadsOf } from './draft-shots.ts';
import { anotherPhoto, renderDoubt } from './photo-doubt.ts';
import { photoThumbnail } from './photo-thumbnail.ts';
import { keyOf, pathOf, photosOf, titleOf, type ShotToTake } from './shots-to-take.ts';

/** One photo of `wanted`: its picture, how far it is, which of `all` it belongs to, and the way out. */
export function photoCard(host: StepHost, all: readonly ShotToTake[], wanted: ShotToTake, photo: StoredPhoto, position: number): TemplateResult {
  const { shot } = wanted;
  const label = textIn(shot.label, host.language);
  return html`<li class="card is-${photo.state} ${photo.inDoubt ? 'is-doubted' : ''}">
    ${photoThumbnail(photo, label, position)}
    <div class="state">${uploadState(host, photo)}</div>
    ${photo.state === 'refused' ? html`<p class="wrong">${photo.refusal}</p>${anotherPhoto(host, shot, photo, position, photosOf(host, wanted).length < shot.maxPhotos ? undefined : fieldId(pathOf(host, all, wanted)))}` : nothing}
    ${renderDoubt(host, shot, photo, position)}
    ${isOfComputer(host, photo) ? nothing : renderAssignment(host, all, wanted, photo, position)}
    <div class="card-buttons">
      ${photo.state === 'refused' && photo.file
        ? html`<button type="button" class="button quiet" @click=${() => uploadsOf(host).retry(photo.id)}>${msg('Noch einmal', { id: 'photo.retry' })}</button>`
        : nothing}
      ${isOfComputer(host, photo)
        ? nothing
        : html`<button type="button" class="button quiet" @click=${(click: Event) => remove(host, photo, click)}>${msg('Entfernen', { id: 'photo.remove' })}<span class="unseen">${msg(str`: Foto ${position}, ${label}`, { id: 'photo.removeWhich' })}</span></button>`}
    </div>
  </li>`;
}

/** A phone that helps leaves alone what was there without it. */
function isOfComputer({ drafts }: StepHost, { elsewhere }: StoredPhoto): boolean {
  return drafts.draft.handoff?.role === 'phone' && elsewhere !== undefined;
}

/** How far a photo is, in words and as a bar. */
export function uploadState(host: StepHost, photo: StoredPhoto): TemplateResult {
  switch (photo.state) {
    case 'waiting':
      if (!uploadsOf(host).isKept(photo.id)) return html`<span class="soft">${msg('Wird auf dem Gerät gesichert …', { id: 'photo.keeping' })}</span>`;
      return html`<span class="soft">${navigator.onLine ? msg('Wartet', { id: 'photo.waiting' }) : msg('Wartet auf Internet', { id: 'photo.offline' })}</span>`;
    case 'uploading': {
      const percent = uploadsOf(host).percentOf(photo.id);
      return html`<progress max="100" value=${percent} aria-label=${msg('Übertragung', { id: 'photo.progress' })}></progress><span class="soft">${percent} %</span>`;
    }
    case 'safe':
      return html`<span class="safe">✓ ${msg('Gesichert', { id: 'photo.safe' })}</span>`;
    case 'refused':
      return html`<span class="wrong">${msg('Nicht angenommen', { id: 'photo.refused' })}</span>`;
  }
}

function renderAssignment(host: StepHost, all: readonly ShotToTake[], wanted: ShotToTake, photo: StoredPhoto, position: number): TemplateResult {
  const own = keyOf(wanted);
  const hasRoom = (other: ShotToTake) => keyOf(other) === own || photosOf(host, other).length < other.shot.maxPhotos;
  const assign = (key: string) => {
    const to = all.find((other) => keyOf(other) === key);
    if (to) uploadsOf(host).assign(photo.id, to.shot.id, to.spot?.id ?? null);
  };
  return html`<label class="assignment"><span class="unseen">${msg(str`Foto ${position} gehört zu`, { id: 'photo.belongsTo' })}</span>
    <select @change=${(change: Event) => assign((change.target as HTMLSelectElement).value)}>
      ${all.filter(hasRoom).map((other) => html`<option value=${keyOf(other)} ?selected=${keyOf(other) === own}>${titleOf(host, other)}</option>`)}
    </select></label>`;
}

/** The card disappears, so the focus goes to the button that brings it back. */
function remove(host: StepHost, photo: StoredPhoto, click: Event): void {
  const root = (click.target as HTMLElement).getRootNode() as ShadowRoot;
  uploadsOf(host).remove(photo.id);
  host.announce(msg('Foto entfernt.', { id: 'photos.removed' }));
  requestAnimationFrame(() => root.getElementById(`undo-${photo.id}`)?.focus());
}
