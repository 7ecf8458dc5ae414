import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Stands in for the step while another tab works on the draft. */
export function renderElsewhere(takeOver: () => void): TemplateResult {
  return html`<div class="failure" role="alert">
    <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M13 15V9h28v22h-6"/><path class="tint" d="M7 17h28v22H7z"/></svg>
    <h2>${msg('Diese Meldung ist in einem anderen Tab geöffnet', { id: 'elsewhere.heading' })}</h2>
    <p class="explanation">${msg('Was Sie dort eingegeben haben, ist gesichert. Sie können hier damit weitermachen.', { id: 'elsewhere.explanation' })}</p>
    <button type="button" class="button primary" @click=${takeOver}>${msg('Hier weitermachen', { id: 'elsewhere.takeOver' })}</button>
  </div>`;
}
