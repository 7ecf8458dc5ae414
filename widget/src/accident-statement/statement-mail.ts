import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StatementSide } from '@meldewerk/contract/accident-fields';
import { emailPattern } from '@meldewerk/contract/typed-value';
import { isPassing, ProblemError } from '../api.ts';
import type { StatementSync } from './statement-sync.ts';

/**
 * The signed PDF by mail, for one driver. The address is asked for only here, at the end: nobody has to give one to sign.
 *
 * - Properties: `sync`, `side`. Drawn into its parent's shadow, with its styles.
 */
export class StatementMail extends LitElement {
  static override properties = { sync: { attribute: false }, side: {}, typed: { state: true }, sending: { state: true }, fault: { state: true } };
  declare sync: StatementSync;
  declare side: StatementSide;
  declare typed: string | null;
  declare sending: boolean;
  declare fault: 'address' | 'offline' | 'tooMany' | null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { typed: null, sending: false, fault: null });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async #send(submit: Event): Promise<void> {
    submit.preventDefault();
    if (this.sending) return;
    const { sync, side } = this;
    const email = this.#shown.trim().toLowerCase();
    if (!emailPattern.test(email)) {
      this.fault = 'address';
      return this.querySelector('input')?.focus();
    }
    Object.assign(this, { sending: true, fault: null });
    try {
      await sync.api.mail(side, email);
      const { mailed = {} } = sync.stored;
      sync.change({ mailed: { ...mailed, [side]: [...new Set([...(mailed[side] ?? []), email])] } });
      this.typed = '';
    } catch (error) {
      this.fault = error instanceof ProblemError && error.problem.code === 'tooManyRequests' ? 'tooMany' : error instanceof ProblemError && !isPassing(error.problem) ? 'address' : 'offline';
    }
    this.sending = false;
  }

  /** Some gave their address where a phone number was asked for. */
  get #shown(): string {
    if (this.typed !== null) return this.typed;
    const known = this.sync.content[`${this.side}.driverPhone`];
    return typeof known === 'string' && emailPattern.test(known.trim()) && !this.sync.stored.mailed?.[this.side] ? known.trim() : '';
  }

  protected override render(): TemplateResult {
    const { side, sync, fault } = this;
    const [id, sent] = [`mail-${side}`, sync.stored.mailed?.[side] ?? []];
    const isTold = sync.ownSides.length > 1;
    const label = sent.length === 0 ? msg('Auch per E-Mail schicken', { id: 'accident.mail' }) : msg('An eine weitere Adresse schicken', { id: 'accident.mailMore' });
    return html`<form class="mail-way" novalidate @submit=${(submit: Event) => void this.#send(submit)}>
      <div role="status">${sent.map((email) => html`<p class="mailed">${isTold ? renderMark(side) : nothing}<span>✓ ${msg(str`Unterwegs an ${email}`, { id: 'accident.mailed' })}</span></p>`)}</div>
      <div class="field">
        <label class="title" for=${id}>${isTold ? renderMark(side) : nothing}${label}${isTold ? html`<span class="unseen"> (${side.toUpperCase()})</span>` : nothing}</label>
        <div class="control"><input id=${id} type="email" dir="ltr" autocomplete=${side === sync.stored.side ? 'email' : 'off'} inputmode="email" maxlength="254" .value=${live(this.#shown)} aria-invalid=${fault === 'address' ? 'true' : nothing} aria-describedby=${`${id}-fault`} @input=${(input: InputEvent) => (this.typed = (input.target as HTMLInputElement).value)} /></div>
        <div role="alert" id=${`${id}-fault`}>${fault ? html`<p class="wrong">${sentenceOf(fault)}</p>` : nothing}</div>
      </div>
      <button class="button" aria-disabled=${this.sending ? 'true' : 'false'}>${msg('PDF schicken', { id: 'accident.mailSend' })}</button>
    </form>`;
  }
}

function sentenceOf(fault: NonNullable<StatementMail['fault']>): string {
  switch (fault) {
    case 'address':
      return msg('Bitte prüfen Sie die E-Mail-Adresse.', { id: 'accident.mailWrong' });
    case 'tooMany':
      return msg('Das waren gerade sehr viele Mails. Laden Sie das PDF bitte hier.', { id: 'accident.mailTooMany' });
    case 'offline':
      return msg('Gerade keine Verbindung. Bitte versuchen Sie es noch einmal.', { id: 'accident.joinFailed' });
  }
}

function renderMark(side: StatementSide): TemplateResult {
  return html`<span class="mark ${side}" aria-hidden="true">${side.toUpperCase()}</span>`;
}

export const mailStyles = css`
  .mail-way { display: grid; gap: 12px; max-width: 420px; margin: 18px auto 0; padding-top: 16px; border-top: 1px solid var(--mw-line); text-align: start; }
  .mail-way .mark { margin-inline-end: 8px; }
  .mailed { display: flex; align-items: center; color: var(--mw-success); font-weight: 600; overflow-wrap: anywhere; }
`;

if (!customElements.get('statement-mail')) customElements.define('statement-mail', StatementMail);
