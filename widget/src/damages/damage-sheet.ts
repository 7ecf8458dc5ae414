import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { damageKindLabels, damageSizeLabels } from '@meldewerk/contract/damage-labels';
import { hasPart, kindsOf } from '@meldewerk/contract/damage-parts';
import { damageSizes, type VehiclePart } from '@meldewerk/contract/damage-vocabulary';
import type { LocalizedText } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import type { OpenDamage } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { changeOpenDamage, closeDamage, editing, saveDamage, showParts, takeFocus } from './damage-editor.ts';
import { numbered, partName } from './damage-words.ts';
import { partList } from './part-list.ts';
import { kindPicture, sizePicture } from './pictures.ts';
import { vehicleTypeOf } from './vehicle-type.ts';

/** One damage from part to size. Every choice is kept at once; it counts among the others when it is saved. */
export function damageSheet(host: StepHost): TemplateResult {
  const { openDamage } = host.drafts.draft;
  const listed = editing.choosing || (openDamage?.part && !hasPart(vehicleTypeOf(host), openDamage.part));
  return html`<dialog class="sheet" aria-labelledby="damage-title" @keydown=${keepEnter} @cancel=${(cancel: Event) => {
      cancel.preventDefault();
      closeDamage(host);
    }} @click=${(click: MouseEvent) => closeOutside(host, click)} ${ref((dialog) => void (dialog && queueMicrotask(() => settle(host, dialog as HTMLDialogElement))))}>
    ${openDamage ? html`<div class="sheet-inside">${listed || !openDamage.part ? partList(host) : details(host, openDamage, openDamage.part)}</div>` : nothing}
  </dialog>`;
}

function details(host: StepHost, open: OpenDamage, part: VehiclePart): TemplateResult {
  const { damages } = host.drafts.draft;
  const number = open.isNew ? damages.length + 1 : damages.findIndex(({ id }) => id === open.id) + 1;
  return html`<div class="sheet-head">
      <h3 id="damage-title"><span id="damage-heading" tabindex="-1">${numbered(number)}</span></h3>
      <button type="button" class="button quiet" @click=${() => closeDamage(host)}>${msg('Abbrechen', { id: 'damages.cancel' })}</button>
    </div>
    <div class="sheet-body">
      <div class="chosen-part"><p><span class="soft">${msg('Teil', { id: 'damages.part' })}</span><strong>${partName(host, part)}</strong></p>
        <button type="button" class="button quiet" id="damage-part" @click=${() => showParts(host, true)}>${msg('Anderes Teil', { id: 'damages.otherPart' })}</button></div>
      ${pictureChoice(host, 'damage-kind', msg('Was ist passiert?', { id: 'damages.kind' }), kindsOf(part).map((kind) => ({ value: kind, label: damageKindLabels[kind], picture: kindPicture(kind), chosen: open.kind === kind, choose: () => changeOpenDamage(host, { kind }) })), open.kind === null)}
      ${pictureChoice(host, 'damage-size', msg('Wie groß ist der Schaden?', { id: 'damages.size' }), damageSizes.map((size) => ({ value: size, label: damageSizeLabels[size], picture: sizePicture(size), chosen: open.size === size, choose: () => changeOpenDamage(host, { size }) })), open.size === null)}
      <div class="field"><label class="title" for="damage-note">${msg('Notiz', { id: 'damages.note' })} <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span></label>
        <div class="control"><textarea id="damage-note" rows="2" maxlength="300" .value=${live(open.note)} @input=${(input: Event) => changeOpenDamage(host, { note: (input.target as HTMLTextAreaElement).value })}></textarea></div></div>
    </div>
    <div class="sheet-foot"><button type="button" class="button primary" id="damage-save" @click=${() => saveDamage(host)}>${msg('Schaden sichern', { id: 'damages.save' })}</button></div>`;
}

type Tile = { value: string; label: LocalizedText; picture: TemplateResult | unknown; chosen: boolean; choose(): void };

function pictureChoice(host: StepHost, id: string, legend: string, tiles: Tile[], open: boolean): TemplateResult {
  const faulty = open && editing.insisting;
  return html`<fieldset class="picture-choice ${faulty ? 'faulty' : ''}" aria-describedby=${faulty ? `${id}-wrong` : nothing}>
    <legend>${legend}</legend>
    ${faulty ? html`<p class="wrong" id=${`${id}-wrong`}>${msg('Bitte wählen Sie eines davon.', { id: 'damages.chooseOne' })}</p>` : nothing}
    <div class="picture-tiles">${tiles.map(
      ({ value, label, picture, chosen, choose }, at) => html`<label class="picture-tile"><input type="radio" name=${id} value=${value} id=${at === 0 ? id : nothing} .checked=${live(chosen)} @change=${choose} />${picture}<span>${textIn(label, host.language)}</span></label>`,
    )}</div>
  </fieldset>`;
}

/** Shown above everything while a damage is open. */
function settle(host: StepHost, dialog: HTMLDialogElement): void {
  if (!dialog.isConnected) return;
  const open = host.drafts.draft.openDamage !== null;
  if (open && !dialog.open) dialog.showModal();
  if (!open && dialog.open) dialog.close();
  takeFocus(dialog.getRootNode() as ShadowRoot);
}

/** Enter would finish the whole step: it stands in its form. */
function keepEnter(key: KeyboardEvent): void {
  if (key.key === 'Enter' && (key.target as HTMLElement).localName === 'input') key.preventDefault();
}

function closeOutside(host: StepHost, click: MouseEvent): void {
  if (click.target === click.currentTarget && host.drafts.draft.openDamage?.kind === null) closeDamage(host);
}
