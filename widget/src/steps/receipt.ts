import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DraftReceipt } from '../draft.ts';
import { documentButton } from '../signing/document-button.ts';
import type { StepHost } from '../step.ts';

/** What stays on the screen once the workshop has the report. */
export function renderReceipt(host: StepHost, receipt: DraftReceipt): TemplateResult {
  const { site } = host;
  const { reference, confirmedBy } = receipt;
  return html`<div class="receipt" part="step">
    <svg class="tick" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="32" cy="32" r="28" stroke="none"/><path d="M20 33l8 8 16-17"/></svg>
    <h2 id="heading" part="heading" tabindex="-1">${msg('Ihre Meldung ist angekommen', { id: 'receipt.heading' })}</h2>
    <p class="soft">${msg('Ihre Vorgangsnummer', { id: 'receipt.reference' })}</p>
    <p class="reference">${reference}</p>
    ${host.drafts.draft.link ? renderStatusDoor(host, receipt) : nothing}
    <div class="next">
      <h3>${msg('So geht es weiter', { id: 'receipt.next' })}</h3>
      <ol>
        ${confirmedBy.length > 0 ? html`<li>${confirmationText(confirmedBy)}</li>` : nothing}
        <li>${msg(str`${site.name} sieht sich alles an und meldet sich bei Ihnen.`, { id: 'receipt.contact' })}</li>
        <li>${msg('Halten Sie die Vorgangsnummer bereit, wenn Sie anrufen.', { id: 'receipt.keep' })}</li>
      </ol>
    </div>
    ${renderSigned(host, receipt)}
    <address>
      <strong>${site.name}</strong><br /><bdi>${site.address.street}</bdi><br /><bdi>${site.address.postalCode} ${site.address.city}</bdi>
      <p class="ways">
        <a class="button" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}><bdi dir="ltr">${site.phone}</bdi></a>
        <a class="button" href=${`mailto:${site.email}?subject=${encodeURIComponent(reference)}`}>${site.email}</a>
      </p>
    </address>
    ${host.drafts.draft.link
      ? html`<a class="button quiet" href="/">${msg('Neue Meldung', { id: 'receipt.new' })}</a>`
      : html`<button type="button" class="button quiet" @click=${() => host.startNew()}>${msg('Neue Meldung', { id: 'receipt.new' })}</button>`}
  </div>`;
}

/** From an individual link the page goes on; elsewhere a message brings its address. */
function renderStatusDoor(host: StepHost, { elsewhere }: DraftReceipt): TemplateResult {
  return html`${elsewhere ? html`<p class="soft sent-at">${msg('Sie wurde nicht von diesem Gerät gesendet. Wenn noch etwas fehlt, rufen Sie bitte in der Werkstatt an.', { id: 'receipt.elsewhere' })}</p>` : nothing}
    <p class="sent-at"><button type="button" class="button primary" @click=${() => void host.showStatus(host.drafts.draft.token)}>${msg('Stand ansehen', { id: 'receipt.status' })}</button></p>`;
}

/** What was signed, to keep; and the way out of a contract that was concluded with it. */
function renderSigned(host: StepHost, { reference }: DraftReceipt): TemplateResult | typeof nothing {
  const { link, id: draftId, token } = host.drafts.draft;
  const signer = { api: host.api, draftId, token, language: host.language };
  const signed = (link?.forms ?? []).filter((form) => form.state !== 'open' && form.documentId);
  const isContract = Boolean(link?.withdrawalNotice) || signed.some((form) => form.concludesContract);
  if (signed.length === 0 && !isContract) return nothing;
  return html`<div class="next">
    ${signed.length > 0
      ? html`<h3>${msg('Ihre unterschriebenen Dokumente', { id: 'receipt.signed' })}</h3>
          <ul class="documents">${signed.map(({ documentId, title }) => html`<li><span>${title}</span>${documentButton(host, signer, { id: documentId ?? '', title, label: msg('PDF herunterladen', { id: 'receipt.download' }) })}</li>`)}</ul>`
      : nothing}
    ${isContract ? html`<p><a href=${`/widerruf?ref=${encodeURIComponent(reference)}`}>${msg('Vertrag widerrufen', { id: 'receipt.withdraw' })}</a></p>` : nothing}
  </div>`;
}

function confirmationText(confirmedBy: string[]): string {
  if (confirmedBy.length === 2) return msg('Sie bekommen gleich eine Bestätigung per E-Mail und SMS.', { id: 'receipt.byBoth' });
  return confirmedBy[0] === 'email'
    ? msg('Sie bekommen gleich eine Bestätigung per E-Mail.', { id: 'receipt.byEmail' })
    : msg('Sie bekommen gleich eine Bestätigung per SMS, wenn es eine Handynummer ist.', { id: 'receipt.bySms' });
}

export const receiptStyles = [
  css`
    .receipt {
      text-align: center;
      padding-top: 8px;
    }
    .receipt h2 {
      margin: 12px 0 16px;
    }
    .tick {
      width: 72px;
      height: 72px;
      color: var(--mw-success);
    }
    .tick circle {
      fill: var(--mw-success-soft);
    }
    .reference {
      display: inline-block;
      margin: 4px 0 20px;
      padding: 8px 20px;
      border-radius: var(--mw-radius);
      background: var(--tint);
      color: var(--mw-brand-text);
      font-size: 1.5em;
      font-weight: 700;
      letter-spacing: 0.03em;
      user-select: all;
    }
    .next {
      max-width: 480px;
      margin: 0 auto 20px;
      padding: 16px 20px;
      border-radius: 14px;
      background: var(--mw-surface-soft);
      text-align: start;
    }
    .next ol {
      padding-inline-start: 20px;
      list-style: decimal;
    }
    .next li {
      margin-top: 6px;
      padding-inline-start: 4px;
    }
    .sent-at {
      margin: -12px auto 20px;
      max-width: 46ch;
    }
    .next .documents {
      padding: 0;
      list-style: none;
    }
    .documents li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 6px 12px;
    }
    .next p {
      margin-top: 12px;
    }
    .next a {
      display: inline-block;
      padding: 10px 0;
    }
    address {
      font-style: normal;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 10px;
      margin: 12px 0 16px;
    }
    .ways .button {
      overflow-wrap: anywhere;
    }
  `,
];
