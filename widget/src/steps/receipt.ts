import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DraftReceipt } from '../draft.ts';
import type { StepHost } from '../step.ts';

/** What stays on the screen once the workshop has the report. */
export function renderReceipt(host: StepHost, { reference, confirmedBy }: DraftReceipt): TemplateResult {
  const { site } = host;
  return html`<div class="receipt" part="step">
    <svg class="tick" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="32" cy="32" r="28" stroke="none"/><path d="M20 33l8 8 16-17"/></svg>
    <h2 id="heading" part="heading" tabindex="-1">${msg('Ihre Meldung ist angekommen', { id: 'receipt.heading' })}</h2>
    <p class="soft">${msg('Ihre Vorgangsnummer', { id: 'receipt.reference' })}</p>
    <p class="reference">${reference}</p>
    <div class="next">
      <h3>${msg('So geht es weiter', { id: 'receipt.next' })}</h3>
      <ol>
        ${confirmedBy.length > 0 ? html`<li>${confirmationText(confirmedBy)}</li>` : nothing}
        <li>${msg(str`${site.name} sieht sich alles an und meldet sich bei Ihnen.`, { id: 'receipt.contact' })}</li>
        <li>${msg('Halten Sie die Vorgangsnummer bereit, wenn Sie anrufen.', { id: 'receipt.keep' })}</li>
      </ol>
    </div>
    <address>
      <strong>${site.name}</strong><br />${site.address.street}<br />${site.address.postalCode} ${site.address.city}
      <p class="ways">
        <a class="button" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}>${site.phone}</a>
        <a class="button" href=${`mailto:${site.email}?subject=${encodeURIComponent(reference)}`}>${site.email}</a>
      </p>
    </address>
    <button type="button" class="button quiet" @click=${() => host.startNew()}>${msg('Neue Meldung', { id: 'receipt.new' })}</button>
  </div>`;
}

function confirmationText(confirmedBy: string[]): string {
  if (confirmedBy.length === 2) return msg('Sie bekommen gleich eine Bestätigung per E-Mail und SMS.', { id: 'receipt.byBoth' });
  return confirmedBy[0] === 'email'
    ? msg('Sie bekommen gleich eine Bestätigung per E-Mail.', { id: 'receipt.byEmail' })
    : msg('Sie bekommen gleich eine Bestätigung per SMS, wenn es eine Mobilnummer ist.', { id: 'receipt.bySms' });
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
