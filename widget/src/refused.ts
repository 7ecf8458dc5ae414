import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Site } from '@meldewerk/contract/tenant';

/** On a website that the workshop does not allow: its own page takes the report. */
export function renderRefused({ name, phone, pageUrl }: Pick<Site, 'name' | 'phone' | 'pageUrl'>): TemplateResult {
  return html`<div class="app" part="frame">
    <div class="failure" role="alert">
      <h2>${msg('Hier kann die Schadenmeldung nicht erscheinen', { id: 'refused.heading' })}</h2>
      <p class="explanation">${msg(str`${name} hat diese Website dafür nicht freigegeben. Auf der eigenen Seite der Werkstatt können Sie Ihren Schaden melden.`, { id: 'refused.explanation' })}</p>
      <a class="button primary" href=${pageUrl} target="_blank" rel="noopener">${msg('Schaden auf der Seite der Werkstatt melden', { id: 'refused.open' })}</a>
      <a class="button" href=${`tel:${phone.replace(/[^+\d]/g, '')}`}>${msg(str`${phone} anrufen`, { id: 'frame.call' })}</a>
    </div>
  </div>`;
}
