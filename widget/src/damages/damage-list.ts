import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { hasPart } from '@meldewerk/contract/damage-parts';
import type { VehicleDrawing } from '@meldewerk/vehicle-drawings/drawing';
import { fieldId } from '../flow.ts';
import { damageKindAndSize } from '@meldewerk/contract/damage-words';
import type { StepHost } from '../step.ts';
import { editDamage, editing, removeDamage, undoDamage } from './damage-editor.ts';
import { numbered, partName } from './damage-words.ts';
import { showDamage } from './vehicle-stage.ts';
import { vehicleTypeOf } from './vehicle-type.ts';

/** The damages marked so far, each with what can be done to it. */
export function damageList(host: StepHost, drawing: VehicleDrawing | undefined): TemplateResult {
  const { damages } = host.drafts.draft;
  return html`${damages.length > 0
      ? html`<h3 class="marked-heading">${msg('Markierte Schäden', { id: 'damages.marked' })}</h3>
          <ol class="damages">${repeat(damages, ({ id }) => id, (spot, at) => renderDamage(host, drawing, spot, at + 1))}</ol>`
      : nothing}
    ${editing.undoable
      ? html`<p class="undo"><span>${editing.undoable.sentence}</span>
          <button type="button" class="button quiet" id="damage-undo" @click=${() => undoDamage(host)}>${msg('Rückgängig', { id: 'photos.undo' })}</button></p>`
      : nothing}`;
}

function renderDamage(host: StepHost, drawing: VehicleDrawing | undefined, spot: DamageSpot, number: number): TemplateResult {
  const path = `damages.${spot.id}`;
  const name = partName(host, spot.part);
  const stranded = !hasPart(vehicleTypeOf(host), spot.part);
  return html`<li class="damage ${stranded ? 'faulty' : ''}" id=${fieldId(path)} tabindex="-1" @click=${() => drawing && showDamage(host, drawing, spot)}>
    <span class="number" aria-hidden="true">${number}</span>
    <div class="about"><p><span class="unseen">${numbered(number)}: </span><strong>${name}</strong></p><p class="soft">${damageKindAndSize(spot, host.language)}</p>${spot.note ? html`<p class="soft note-text">${spot.note}</p>` : nothing}
      ${stranded ? html`<p class="wrong">${msg('Dieses Teil gibt es an diesem Fahrzeug nicht. Sie haben die Art des Fahrzeugs geändert: Bitte wählen Sie ein anderes Teil, oder entfernen Sie den Schaden.', { id: 'damages.strandedHint' })}</p>` : nothing}</div>
    <div class="damage-buttons">
      <button type="button" class="button quiet" id=${`edit-${spot.id}`} @click=${() => editDamage(host, spot)}>${msg('Ändern', { id: 'review.edit' })}<span class="unseen">: ${numbered(number)}, ${name}</span></button>
      <button type="button" class="button quiet" @click=${() => removeDamage(host, spot)}>${msg('Entfernen', { id: 'photo.remove' })}<span class="unseen">: ${numbered(number)}, ${name}</span></button>
    </div>
  </li>`;
}
