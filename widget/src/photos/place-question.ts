import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StepHost } from '../step.ts';
import { uploadsOf } from './draft-shots.ts';

/** Asked only when a photo says where it was taken. Without a yes the place stays on the device. */
export function renderPlaceQuestion(host: StepHost): TemplateResult | typeof nothing {
  if (!uploadsOf(host).photos.some(({ place }) => place)) return nothing;
  const { sendPlaces = false } = host.drafts.draft;
  return html`<label class="places">
    <input type="checkbox" .checked=${live(sendPlaces)} @change=${() => host.drafts.change({ sendPlaces: !sendPlaces })} />
    <span>${msg('Ihre Fotos enthalten den Aufnahmeort. Mitsenden?', { id: 'photos.places' })} <span class="soft">${msg('Ohne Ihr Häkchen bleibt er auf diesem Gerät.', { id: 'photos.placesStay' })}</span></span>
  </label>`;
}
