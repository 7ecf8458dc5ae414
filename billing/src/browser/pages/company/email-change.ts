import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { emailSchema } from '@meldewerk/contract/staff';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { showAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { changeEmail } from '../../data/accounts.ts';
import { field, fieldStyles, focusFirstFault } from '../../fields.ts';
import { pageStyles } from '../../styles/page.ts';

/** Another accounting address counts once whoever reads there has said so. */
export class EmailChange extends LitElement {
  static override properties = { account: { attribute: false }, typed: { state: true }, fault: { state: true } };
  declare account: BillingAccount;
  declare typed: string;
  declare fault: string | undefined;

  readonly #changing = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.typed = '';
  }

  static override styles = [pageStyles, fieldStyles, css`h2 { margin-bottom: 1rem; } form { margin-top: 1.1rem; } .facts { grid-template-columns: minmax(0, 1fr); } .current { overflow-wrap: anywhere; }`];

  override render() {
    const { email, pendingEmail } = this.account;
    return html`<section class="card" aria-labelledby="email-heading">
      <h2 id="email-heading">${msg('E-Mail der Buchhaltung', { id: 'email.title' })}</h2>
      <dl class="facts"><div><dt>${msg('Hierhin gehen Rechnungen, und hiermit melden Sie sich an', { id: 'email.current' })}</dt><dd class="current">${email}</dd></div></dl>
      <div role="status">${pendingEmail ? this.#pending(pendingEmail) : nothing}</div>
      <form class="fields" @submit=${this.#submit} novalidate>
        ${field({ name: 'new-email', type: 'email', inputmode: 'email', label: msg('Neue Adresse', { id: 'email.new' }), autocomplete: 'email', capitals: 'off', value: this.typed, fault: this.fault, hint: msg('Wir schicken dorthin einen Link. Erst wenn er geöffnet wurde, gilt die neue Adresse.', { id: 'email.hint' }), change: (value) => { this.typed = value; this.fault = undefined; } })}
        ${failureCallout(this.#changing.failure)}
        <div class="buttons"><wa-button type="submit" appearance="outlined" ?loading=${this.#changing.running}>${msg('Link an die neue Adresse schicken', { id: 'email.send' })}</wa-button></div>
      </form>
    </section>`;
  }

  #pending(pendingEmail: string) {
    return html`<wa-callout variant="warning" size="s" class="gap"><wa-icon slot="icon" name="mail"></wa-icon>
      ${msg(str`Wir warten auf die Bestätigung von ${pendingEmail}. Bis dahin bleibt alles bei der bisherigen Adresse. Kam nichts an, schicken Sie den Link unten noch einmal.`, { id: 'email.pending' })}
    </wa-callout>`;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const email = v.safeParse(emailSchema, this.typed);
    const isSame = email.success && email.output === this.account.email;
    if (!email.success || isSame) {
      this.fault = isSame ? msg('Das ist schon Ihre Adresse.', { id: 'email.same' }) : msg('Das sieht nicht wie eine E-Mail-Adresse aus.', { id: 'signIn.emailInvalid' });
      return void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
    }
    await this.#changing.run(async () => {
      showAccount(await changeEmail(this.account.tenantId, email.output));
    });
  }
}

customElements.define('email-change', EmailChange);
