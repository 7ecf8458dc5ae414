import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { emailSchema } from '@meldewerk/contract/staff';
import type { Site } from '@meldewerk/contract/tenant';
import { errorText } from '@meldewerk/shell/error-text';
import { html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { requestPasswordReset } from '../../data/staff.ts';
import { setPageTitle } from '../../document-title.ts';
import { paths } from '../../router.ts';
import { accountFrame, accountStyles, problemCallout } from './account-frame.ts';

/** Answers the same whether the address is known or not. */
export class ForgottenPasswordPage extends LitElement {
  static override properties = { site: { attribute: false }, busy: { state: true }, failure: { state: true }, askedFor: { state: true } };
  declare site: Site | undefined;
  declare busy: boolean;
  declare failure: string;
  declare askedFor: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = false;
    this.failure = '';
    this.askedFor = '';
  }

  static override styles = accountStyles;

  override render() {
    setPageTitle(msg('Passwort vergessen', { id: 'forgotten.title' }));
    return accountFrame(this.site, html`
      <h1>${msg('Passwort vergessen', { id: 'forgotten.title' })}</h1>
      ${this.askedFor ? this.#answer() : this.#form()}
      <p class="aside"><a href=${paths.signIn}>${msg('Zurück zur Anmeldung', { id: 'forgotten.back' })}</a></p>
    `);
  }

  #form() {
    return html`
      <p class="lead quiet">${msg('Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort vergeben.', { id: 'forgotten.lead' })}</p>
      <form @submit=${this.#submit} novalidate>
        <wa-input name="email" type="email" label=${msg('E-Mail-Adresse', { id: 'account.email' })} autocomplete="username" inputmode="email" required autofocus></wa-input>
        ${this.failure ? problemCallout(this.failure) : nothing}
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${msg('Link anfordern', { id: 'forgotten.action' })}</wa-button>
      </form>
    `;
  }

  #answer() {
    return html`
      <div role="status" class="callout">
        <wa-callout variant="success" size="s">
          <wa-icon slot="icon" name="mail"></wa-icon>
          ${msg(str`Wenn es zu ${this.askedFor} ein Konto gibt, ist eine E-Mail unterwegs. Der Link darin gilt nur kurze Zeit. Nichts angekommen? Bitte sehen Sie auch im Spam-Ordner nach.`, { id: 'forgotten.sent' })}
        </wa-callout>
      </div>
    `;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const field = this.renderRoot.querySelector('wa-input');
    const email = v.safeParse(emailSchema, field?.value ?? '');
    if (!email.success) {
      this.failure = msg('Das sieht nicht wie eine E-Mail-Adresse aus.', { id: 'account.emailInvalid' });
      return field?.focus();
    }
    this.busy = true;
    this.failure = '';
    try {
      await requestPasswordReset(email.output);
      this.askedFor = email.output;
    } catch (error) {
      this.failure = errorText(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('forgotten-password-page', ForgottenPasswordPage);
