import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { newPasswordSchema } from '@meldewerk/contract/staff';
import type { Site } from '@meldewerk/contract/tenant';
import { hasStatus, errorText } from '@meldewerk/shell/error-text';
import { html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { setPassword } from '../../data/staff.ts';
import { setPageTitle } from '../../document-title.ts';
import { paths } from '../../router.ts';
import { accountFrame, accountStyles, problemCallout } from './account-frame.ts';

/** Reached by the link in the mail; the token stands in the fragment and is sent only with the new password. */
export class ResetPasswordPage extends LitElement {
  static override properties = { token: { type: String }, site: { attribute: false }, busy: { state: true }, failure: { state: true }, outcome: { state: true } };
  declare token: string;
  declare site: Site | undefined;
  declare busy: boolean;
  declare failure: string;
  declare outcome: 'open' | 'expired' | 'done';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = false;
    this.failure = '';
    this.outcome = 'open';
  }

  static override styles = accountStyles;

  override render() {
    setPageTitle(msg('Neues Passwort', { id: 'reset.title' }));
    return accountFrame(this.site, html`
      <h1>${msg('Neues Passwort', { id: 'reset.title' })}</h1>
      ${this.outcome === 'done' ? this.#done() : this.outcome === 'expired' || this.token.length < 20 ? this.#expired() : this.#form()}
    `);
  }

  #form() {
    return html`
      <p class="lead quiet">${msg('Mindestens 10 Zeichen. Am sichersten und leicht zu merken: mehrere Wörter hintereinander.', { id: 'reset.lead' })}</p>
      <form @submit=${this.#submit} novalidate>
        <wa-input name="password" type="password" label=${msg('Neues Passwort', { id: 'reset.title' })} autocomplete="new-password" password-toggle required autofocus></wa-input>
        ${this.failure ? problemCallout(this.failure) : nothing}
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${msg('Passwort speichern', { id: 'reset.action' })}</wa-button>
      </form>
    `;
  }

  #expired() {
    return html`
      <div class="callout" role="status">
        <wa-callout variant="warning" size="s"><wa-icon slot="icon" name="warning"></wa-icon>${msg('Dieser Link ist abgelaufen oder wurde schon benutzt.', { id: 'reset.expired' })}</wa-callout>
      </div>
      <form><wa-button variant="brand" href=${paths.forgottenPassword}>${msg('Neuen Link anfordern', { id: 'reset.again' })}</wa-button></form>
    `;
  }

  #done() {
    return html`
      <div class="callout" role="status">
        <wa-callout variant="success" size="s"><wa-icon slot="icon" name="check"></wa-icon>${msg('Ihr Passwort ist gespeichert. Alle bisherigen Anmeldungen wurden beendet.', { id: 'reset.done' })}</wa-callout>
      </div>
      <form><wa-button variant="brand" href=${paths.signIn}>${msg('Zur Anmeldung', { id: 'reset.signIn' })}</wa-button></form>
    `;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const field = this.renderRoot.querySelector('wa-input');
    const password = v.safeParse(newPasswordSchema, field?.value ?? '');
    if (!password.success) {
      this.failure = msg('Das Passwort braucht mindestens 10 Zeichen.', { id: 'reset.tooShort' });
      return field?.focus();
    }
    this.busy = true;
    this.failure = '';
    try {
      await setPassword(this.token, password.output);
      this.outcome = 'done';
    } catch (error) {
      if (hasStatus(error, 410)) this.outcome = 'expired';
      else this.failure = errorText(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('reset-password-page', ResetPasswordPage);
