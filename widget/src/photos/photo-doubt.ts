import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shot } from '@meldewerk/contract/catalogue';
import type { StoredPhoto } from '../draft.ts';
import { photoHint } from '../photo-check/photo-hint.ts';
import type { StepHost } from '../step.ts';
import { acceptedPhotos } from './accepted-photos.ts';
import { uploadsOf } from './draft-shots.ts';
import { takeFiles } from './take-files.ts';

/** What the device found wrong with a chosen photo: one sentence, another photo, or this one all the same. */
export function renderDoubt(host: StepHost, shot: Shot, photo: StoredPhoto, position: number): TemplateResult | typeof nothing {
  const hint = photo.inDoubt ? photoHint(photo.findings) : null;
  if (!hint) return nothing;
  return html`<div class="doubt">
    <p>${hint}</p>
    ${anotherPhoto(host, shot, photo, position)}
    <button type="button" class="button quiet" @click=${(click: Event) => useAnyway(host, photo, click)}>${msg('Trotzdem verwenden', { id: 'photoCheck.useAnyway' })}<span class="unseen">${msg(str`: Foto ${position}`, { id: 'photoCheck.which' })}</span></button>
  </div>`;
}

/**
 * Leads from a photo that is no good straight to the one that takes its place.
 * @param id of the field, where there is no other to lead to
 */
export function anotherPhoto(host: StepHost, shot: Shot, photo: StoredPhoto, position: number, id?: string): TemplateResult {
  return html`<label class="button file"><input class="unseen" type="file" id=${id ?? nothing} accept=${acceptedPhotos} @change=${(change: Event) => void replace(host, shot, photo, change.target as HTMLInputElement)} />${msg('Anderes Foto', { id: 'photoCheck.other' })}<span class="unseen">${msg(str` statt Foto ${position}`, { id: 'photoCheck.insteadOf' })}</span></label>`;
}

function useAnyway(host: StepHost, photo: StoredPhoto, click: Event): void {
  const card = (click.target as HTMLElement).closest<HTMLElement>('.card');
  uploadsOf(host).settle(photo.id);
  host.announce(msg('Das Foto wird verwendet.', { id: 'photoCheck.used' }));
  requestAnimationFrame(() => card?.querySelector('select')?.focus());
}

/** The new photo takes the place of the old one, which can still be brought back. */
async function replace(host: StepHost, shot: Shot, photo: StoredPhoto, input: HTMLInputElement): Promise<void> {
  const files = [...(input.files ?? [])];
  input.value = '';
  if (files.length === 0) return;
  uploadsOf(host).remove(photo.id);
  const sentences = await takeFiles(host, files, shot, 'file', photo.spotId);
  if (sentences.length > 0) uploadsOf(host).restore(photo.id);
  host.announce([...sentences, ...(sentences.length === 0 ? [msg('Foto ersetzt.', { id: 'photoCheck.replaced' })] : [])].join(' '));
}
