import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Pairing } from '@meldewerk/contract/accident-statement';
import { qrCode } from '@meldewerk/elements/qr-code';
import { currentLanguage } from '../language.ts';
import { localeOf } from '@meldewerk/contract/text-in';
import type { StatementSync } from './statement-sync.ts';

/** What this device knows of bringing in the second phone. */
export type PairingState = { pairing: Pairing | null; failed: boolean; asking: boolean };

export type PairingActs = { showCode(): void; goAlone(): void; unpair(): void; share(url: string): void };

/** How the two go about it: with two phones, or one after the other on this one. */
export function renderStart(sync: StatementSync, state: PairingState, origin: string, acts: PairingActs): TemplateResult {
  if (sync.paired) return renderJoined(sync, acts);
  return html`<p class="note calm"><svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 3l10 18H2z"/><path d="M12 10v5M12 18v.01"/></svg><span>${msg('Zuerst absichern. Bei Verletzten: Notruf 112. Der Bericht hat Zeit.', { id: 'accident.safety' })}</span></p>
    <div class="ways-two">
      <section class="way-card" aria-labelledby="two-phones">
        <h3 id="two-phones">${msg('Mit zwei Telefonen', { id: 'accident.twoPhones' })}</h3>
        ${state.pairing ? renderCode(state.pairing, `${origin}/u/${state.pairing.token}`, acts) : renderAsk(state, acts)}
      </section>
      <section class="way-card" aria-labelledby="one-phone">
        <h3 id="one-phone">${msg('Mit diesem Telefon allein', { id: 'accident.onePhone' })}</h3>
        <p class="soft">${msg('Zuerst füllen Sie Ihre Seite aus, dann geben Sie das Telefon weiter. Das geht auch ohne Netz.', { id: 'accident.onePhoneHint' })}</p>
        <button type="button" class="button" @click=${acts.goAlone}>${msg('Auf diesem Gerät weiter', { id: 'accident.goAlone' })}</button>
      </section>
    </div>`;
}

function renderAsk({ failed, asking }: PairingState, acts: PairingActs): TemplateResult {
  return html`<p class="soft">${msg('Der andere Fahrer öffnet den Bericht mit seiner Kamera. Jeder füllt seine Seite selbst aus, in seiner Sprache.', { id: 'accident.twoPhonesHint' })}</p>
    <button type="button" class="button primary" aria-disabled=${asking ? 'true' : 'false'} @click=${acts.showCode}>${msg('Code für das zweite Telefon zeigen', { id: 'accident.showCode' })}</button>
    <div role="alert">${failed ? html`<p class="wrong">${msg('Für den Code brauchen wir kurz Netz, und gerade ist keines da. Versuchen Sie es noch einmal, oder füllen Sie beide Seiten auf diesem Telefon aus.', { id: 'accident.codeFailed' })}</p>` : nothing}</div>`;
}

function renderCode({ expiresAt }: Pairing, url: string, acts: PairingActs): TemplateResult {
  const until = new Intl.DateTimeFormat(localeOf(currentLanguage()), { timeStyle: 'short' }).format(new Date(expiresAt));
  return html`<p>${msg('Der andere Fahrer hält die Kamera seines Telefons auf diesen Code.', { id: 'accident.scan' })}</p>
    <div class="code">${qrCode(url, msg('QR-Code für das Telefon des anderen Fahrers', { id: 'accident.codeLabel' }))}</div>
    <p class="soft waiting" role="status"><span class="pulse" aria-hidden="true"></span>${msg(str`Wir warten auf das zweite Telefon. Der Code gilt einmal, bis ${until} Uhr.`, { id: 'accident.waiting' })}</p>
    <button type="button" class="button quiet" @click=${() => acts.share(url)}>${msg('Link statt Code weitergeben', { id: 'accident.share' })}</button>`;
}

function renderJoined(sync: StatementSync, { unpair }: PairingActs): TemplateResult {
  const signed = sync.hasSigned('b');
  return html`<div class="joined" role="status">
      <svg class="tick" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="32" cy="32" r="28" stroke="none"/><path d="M20 33l8 8 16-17"/></svg>
      <p class="big">${msg('Das zweite Telefon ist dabei', { id: 'accident.joined' })}</p>
      <p class="soft">${msg('Sie sind A (blau), der andere ist B (gelb). Ort und Zeit sehen Sie gemeinsam; die eigene Seite füllt jeder für sich aus.', { id: 'accident.joinedHint' })}</p>
    </div>
    ${signed ? nothing : html`<p class="end"><button type="button" class="button quiet" @click=${unpair}>${msg('Zweites Telefon trennen', { id: 'accident.unpair' })}</button></p>`}`;
}

/** What the second phone shows before anything is used up: only a press joins. */
export function renderInvitation(joining: boolean, failed: boolean, join: () => void): TemplateResult {
  return html`<div class="invitation" part="step">
    <div class="cars" aria-hidden="true"><span class="mark a">A</span><span class="mark b">B</span></div>
    <h2 id="heading" part="heading" tabindex="-1">${msg('Unfallbericht gemeinsam ausfüllen', { id: 'accident.title' })}</h2>
    <p class="explanation">${msg('Der andere Fahrer lädt Sie ein. Sie sind B (gelb). Ihre Seite füllen Sie selbst aus; der andere sieht sie erst, wenn Sie beide fertig sind. Danach unterschreiben beide und bekommen dasselbe PDF.', { id: 'accident.invitation' })}</p>
    <button type="button" class="button primary" part="primary-button" aria-disabled=${joining ? 'true' : 'false'} @click=${join}>${msg('Mitmachen', { id: 'accident.join' })}</button>
    <div role="alert">${failed ? html`<p class="wrong">${msg('Gerade keine Verbindung. Bitte versuchen Sie es noch einmal.', { id: 'accident.joinFailed' })}</p>` : nothing}</div>
    <p class="soft small">${msg('Kein Schuldanerkenntnis: Beide halten nur fest, was geschehen ist. Ihre Versicherung wird von hier aus nicht benachrichtigt.', { id: 'accident.noAdmission' })}</p>
  </div>`;
}
