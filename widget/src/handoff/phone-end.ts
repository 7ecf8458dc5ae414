import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Site } from '@meldewerk/contract/tenant';

/** Why this phone has nothing to do here, or nothing more. */
export type End = 'done' | 'ended' | 'handoffUsed' | 'handoffExpired' | 'unknown';

export function renderEnd(end: End, lost: number, site: Site | undefined): TemplateResult {
  const good = end === 'done' || (end === 'ended' && lost === 0);
  return html`<div class="failure ${good ? 'good' : ''}" part="step">
    ${good
      ? html`<svg class="tick" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="32" cy="32" r="28" stroke="none"/><path d="M20 33l8 8 16-17"/></svg>`
      : html`<svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><rect x="14" y="5" width="20" height="38" rx="4"/><path class="tint" d="M18 11h12v22H18z"/></svg>`}
    <h2 id="heading" part="heading" tabindex="-1">${headingOf(end)}</h2>
    <p class="explanation">${sentenceOf(end)}</p>
    ${lost > 0 ? html`<p class="explanation"><strong>${lost === 1 ? msg('1 Foto hat den Computer nicht mehr erreicht. Bitte nehmen Sie es noch einmal auf.', { id: 'phone.lostOne' }) : msg(str`${lost} Fotos haben den Computer nicht mehr erreicht. Bitte nehmen Sie sie noch einmal auf.`, { id: 'phone.lost' })}</strong></p>` : nothing}
    ${site && end === 'unknown' ? html`<a class="button" href="/">${msg('Schaden hier melden', { id: 'phone.reportHere' })}</a>` : nothing}
  </div>`;
}

function headingOf(end: End): string {
  switch (end) {
    case 'done':
      return msg('Fertig', { id: 'phone.doneHeading' });
    case 'ended':
      return msg('Die Verbindung ist beendet', { id: 'phone.endedHeading' });
    case 'handoffUsed':
      return msg('Dieser Code wurde schon benutzt', { id: 'phone.usedHeading' });
    case 'handoffExpired':
      return msg('Dieser Code ist abgelaufen', { id: 'phone.expiredHeading' });
    case 'unknown':
      return msg('Diesen Code kennen wir nicht', { id: 'phone.unknownHeading' });
  }
}

function sentenceOf(end: End): string {
  switch (end) {
    case 'done':
      return msg('Alles ist an Ihrem Computer angekommen. Machen Sie bitte dort weiter; diese Seite können Sie schließen.', { id: 'phone.done' });
    case 'ended':
      return msg('Sie wurde am Computer beendet, die Meldung wurde gesendet, oder es war lange still. Was Sie hier aufgenommen und unterschrieben haben, ist dort. Diese Seite können Sie schließen.', { id: 'phone.ended' });
    case 'handoffUsed':
      return msg('Er gilt nur für ein Handy. Lassen Sie sich am Computer einen neuen zeigen, und scannen Sie ihn.', { id: 'phone.used' });
    case 'handoffExpired':
      return msg('Zu Ihrer Sicherheit gilt er nur zehn Minuten. Lassen Sie sich am Computer einen neuen zeigen, und scannen Sie ihn.', { id: 'phone.expired' });
    case 'unknown':
      return msg('Vielleicht fehlt am Ende ein Stück. Scannen Sie ihn bitte noch einmal vom Computer.', { id: 'phone.unknown' });
  }
}
