import { msg } from '@lit/localize';
import { damagePinStyles } from '@meldewerk/elements/vehicle-drawing/damage-pin';
import type { VehicleDrawing } from '@meldewerk/vehicle-drawings/drawing';
import { loadDrawing } from '@meldewerk/vehicle-drawings/load-drawing';
import { sideDrawingStyles } from '@meldewerk/elements/vehicle-drawing/side-drawing';
import { html, nothing } from 'lit';
import { checkDamages } from '../damages/check-damages.ts';
import { beginDamage, hasRoomForDamages, tooManyDamages } from '../damages/damage-editor.ts';
import { damageList } from '../damages/damage-list.ts';
import { damageSheet } from '../damages/damage-sheet.ts';
import { damageStyles } from '../damages/damage-styles.ts';
import { reviewDamages } from '../damages/review-damages.ts';
import { vehicleStage } from '../damages/vehicle-stage.ts';
import { vehicleTypeOf } from '../damages/vehicle-type.ts';
import { fieldId } from '../flow.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';

const drawings = new Map<string, VehicleDrawing>();

/** Marks damages one by one, on the drawing or from the list of parts: both lead to the same. */
export const damagesStep: Step = {
  heading: () => msg('Wo ist das Fahrzeug beschädigt?', { id: 'damages.heading' }),
  explanation: () => msg('Tippen Sie auf die Stelle, oder wählen Sie das Teil aus der Liste. Mehrere Schäden? Einen nach dem anderen.', { id: 'damages.explanation' }),
  styles: [fieldStyles, sideDrawingStyles, damagePinStyles, damageStyles],

  check: checkDamages,

  /** Without its drawing the list of parts still does everything. */
  async open(host, at) {
    if (at === 'damages') await bringDrawing(host).catch(() => {});
  },

  render(host) {
    const drawing = drawings.get(vehicleTypeOf(host));
    const { damages } = host.drafts.draft;
    return html`<div class="damage-step">
      ${drawing || !failed ? vehicleStage(host, drawing) : nothing}
      ${hasRoomForDamages(host)
        ? html`<button type="button" class="button wide" id="damage-list-button" @click=${() => beginDamage(host, null, null)}>${listIcon}<span id=${fieldId('damages')} tabindex="-1">${msg('Teil aus der Liste wählen', { id: 'damages.fromList' })}</span></button>`
        : html`<p class="note">${tooManyDamages()}</p>`}
      ${damageList(host, drawing)}
      ${damages.length === 0 ? html`<button type="button" class="button quiet wide" id="damage-pass" @click=${() => host.next()}>${msg('Ich weiß es nicht, oder es ist keine einzelne Stelle', { id: 'damages.pass' })}</button>` : nothing}
      ${damageSheet(host)}
    </div>`;
  },

  renderReview: reviewDamages,
};

let failed = false;

async function bringDrawing(host: StepHost): Promise<void> {
  const type = vehicleTypeOf(host);
  if (drawings.has(type)) return;
  failed = true;
  drawings.set(type, await loadDrawing(type));
  failed = false;
}

const listIcon = html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d="M9 6h11M9 12h11M9 18h11M4.500 6h.1M4.500 12h.1M4.500 18h.1"/></svg>`;
