import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { damageKindAndSize } from '@meldewerk/contract/damage-words';
import type { StepHost } from '../step.ts';
import { partName } from './damage-words.ts';

/** Every damage with its number, as the photos name it. */
export function reviewDamages(host: StepHost): TemplateResult {
  const { damages } = host.drafts.draft;
  const heading = msg(str`Markierte Schäden (${damages.length})`, { id: 'damages.review' });
  return html`<section aria-labelledby="review-damages">
    <div class="section-head">
      <h3 id="review-damages">${heading}</h3>
      <button type="button" class="button quiet" @click=${() => host.goTo('damages')}>${msg('Ändern', { id: 'review.edit' })}<span class="unseen">: ${heading}</span></button>
    </div>
    ${damages.length > 0
      ? html`<ol class="damages">${damages.map(
          (spot, at) => html`<li class="damage"><span class="number" aria-hidden="true">${at + 1}</span><div class="about"><p><span class="unseen">${at + 1}: </span><strong>${partName(host, spot.part)}</strong></p><p class="soft">${damageKindAndSize(spot, host.language)}</p>${spot.note ? html`<p class="soft note-text">${spot.note}</p>` : ''}</div></li>`,
        )}</ol>`
      : html`<p class="soft">${msg('Keine einzelne Stelle markiert', { id: 'damages.none' })}</p>`}
  </section>`;
}
