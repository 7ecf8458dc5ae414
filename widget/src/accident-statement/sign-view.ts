import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StatementSide } from '@meldewerk/contract/accident-fields';
import { localeOf } from '@meldewerk/contract/text-in';
import '@meldewerk/elements/signature-field';
import { currentLanguage } from '../language.ts';
import './statement-mail.ts';
import type { StatementSync } from './statement-sync.ts';

export type Signing = { name: string | null; missing: 'name' | 'signature' | null };
export type SignActs = { type(name: string): void; sign(side: StatementSide, field: HTMLElement | null): void; withdraw(side: StatementSide): void };

/** Where each signs: one box for every side that this device speaks for, and what the other side has done. */
export function renderSigning(sync: StatementSync, states: Record<StatementSide, Signing>, acts: Record<StatementSide, SignActs>): TemplateResult {
  const signed = (['a', 'b'] as const).filter((side) => sync.hasSigned(side));
  const next = sync.ownSides.find((side) => !sync.hasSigned(side));
  return html`<section class="signing" aria-labelledby="sign-heading">
    <h3 id="sign-heading"><span class="number">15</span>${msg('Unterschreiben', { id: 'accident.sign' })}</h3>
    <p class="soft">${msg('Sie unterschreiben die Angaben so, wie sie hier stehen. Mit der ersten Unterschrift kann niemand mehr etwas ändern. Es ist kein Schuldanerkenntnis.', { id: 'accident.signMeaning' })}</p>
    ${signed.map((side) => renderSigned(sync, side, acts[side]))}
    ${next ? renderBox(sync, next, states[next], acts[next]) : html`<p class="wait-sign" role="status"><span class="pulse" aria-hidden="true"></span>${sync.stored.side === 'a' ? msg('Jetzt unterschreibt B auf seinem Telefon.', { id: 'accident.waitSignB' }) : msg('Jetzt unterschreibt A auf seinem Telefon.', { id: 'accident.waitSignA' })}</p>`}
  </section>`;
}

function renderSigned(sync: StatementSync, side: StatementSide, acts: SignActs): TemplateResult {
  const known = sync.stored.state?.signatures.find((given) => given.side === side);
  const name = known?.name ?? sync.stored.signatures.find((given) => given.side === side)?.name ?? '';
  const at = known ? new Intl.DateTimeFormat(localeOf(currentLanguage()), { timeStyle: 'short' }).format(new Date(known.signedAt)) : null;
  const mayTakeBack = sync.ownSides.includes(side) && !sync.stored.state?.closedAt;
  return html`<div class="signed ${side}">
    <p><span class="mark ${side}" aria-hidden="true">${side.toUpperCase()}</span><b dir="auto">${name}</b> ${at ? msg(str`hat um ${at} Uhr unterschrieben`, { id: 'accident.signedAt' }) : msg('hat unterschrieben; es wird gesendet, sobald wieder Netz da ist', { id: 'accident.signedHere' })}</p>
    ${mayTakeBack ? html`<button type="button" class="button quiet" @click=${() => acts.withdraw(side)}>${msg('Unterschrift zurücknehmen und ändern', { id: 'accident.withdraw' })}</button>` : nothing}
  </div>`;
}

function renderBox(sync: StatementSync, side: StatementSide, { name, missing }: Signing, acts: SignActs): TemplateResult {
  const id = `signer-${side}`;
  const shown = name ?? text(sync.content[`${side}.driverName`]);
  return html`<div class="sign-box ${side}" @keydown=${keepEnter}>
    <h4><span class="mark ${side}" aria-hidden="true">${side.toUpperCase()}</span>${side === 'a' ? msg('Fahrer A unterschreibt', { id: 'accident.signA' }) : msg('Fahrer B unterschreibt', { id: 'accident.signB' })}</h4>
    <div class="field">
      <label class="title" for=${id}>${msg('Wer unterschreibt?', { id: 'signing.name' })}</label>
      <div class="control"><input id=${id} type="text" autocomplete="off" maxlength="120" dir="auto" .value=${live(shown)} aria-required="true" aria-invalid=${missing === 'name' ? 'true' : nothing} @input=${(input: InputEvent) => acts.type((input.target as HTMLInputElement).value)} /></div>
      <div role="alert">${missing === 'name' ? html`<p class="wrong">${msg('Bitte geben Sie Ihren Namen an.', { id: 'signing.nameMissing' })}</p>` : nothing}</div>
    </div>
    <div class="field">
      <signature-field data-side=${side} .language=${currentLanguage()}></signature-field>
      <div role="alert">${missing === 'signature' ? html`<p class="wrong">${msg('Die Unterschrift fehlt noch: Bitte unterschreiben Sie im Feld, oder tippen Sie Ihren Namen ein.', { id: 'signing.signatureMissing' })}</p>` : nothing}</div>
    </div>
    <button type="button" class="button primary wide" @click=${(click: Event) => acts.sign(side, (click.currentTarget as HTMLElement).parentElement?.querySelector('signature-field') ?? null)}>${msg('Diese Angaben unterschreiben', { id: 'accident.signNow' })}</button>
  </div>`;
}

/** Both have signed: what each takes away. */
export function renderDone(sync: StatementSync, saving: boolean, failed: boolean, save: () => void): TemplateResult {
  const { state, back } = sync.stored;
  const document = state?.document ?? null;
  const until = state ? new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'long' }).format(new Date(state.expiresAt)) : '';
  return html`<div class="done-card">
    <svg class="tick" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="32" cy="32" r="28" stroke="none"/><path d="M20 33l8 8 16-17"/></svg>
    <h2 id="heading" part="heading" tabindex="-1">${msg('Beide haben unterschrieben', { id: 'accident.done' })}</h2>
    <p class="explanation">${msg('Sie bekommen beide dasselbe PDF. Niemand kann es mehr ändern. Ihrer Versicherung geben Sie es selbst weiter.', { id: 'accident.doneHint' })}</p>
    <p>${document
      ? html`<button type="button" class="button primary wide" aria-disabled=${saving ? 'true' : 'false'} @click=${save}>${msg('Unfallbericht als PDF sichern', { id: 'accident.save' })}</button>`
      : html`<span class="soft" role="status"><span class="pulse" aria-hidden="true"></span>${msg('Das PDF wird gerade erstellt …', { id: 'accident.making' })}</span>`}</p>
    <div role="alert">${failed ? html`<p class="wrong">${msg('Das PDF konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.', { id: 'accident.saveFailed' })}</p>` : nothing}</div>
    ${document ? sync.ownSides.map((side) => html`<statement-mail .sync=${sync} .side=${side}></statement-mail>`) : nothing}
    ${document ? html`<p class="soft small">${msg(str`Auf dieser Seite können Sie es bis ${until} laden.`, { id: 'accident.until' })}</p>
      <details class="hash"><summary>${msg('Prüfsumme des PDF', { id: 'accident.hash' })}</summary><p dir="ltr">${document.sha256.replaceAll(/(.{8})(?=.)/g, '$1 ')}</p></details>` : nothing}
    <p><a class="button" href=${back ?? '/'}>${back !== null ? msg('Zurück zur Schadenmeldung', { id: 'accident.backToReport' }) : msg('Schaden der Werkstatt melden', { id: 'accident.toReport' })}</a></p>
  </div>`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Enter in a field is no signature. */
function keepEnter(press: KeyboardEvent): void {
  const [target] = press.composedPath();
  if (press.key === 'Enter' && target instanceof HTMLInputElement) press.preventDefault();
}
