import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { signInSchema } from '@meldewerk/contract/staff';
import { html, LitElement } from 'lit';
import * as v from 'valibot';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { field, focusFirstFault } from '../../../browser/fields.ts';
import { signInStyles } from '../../../browser/styles/sign-in.ts';
import { setPageTitle } from '../../page-title.ts';
import { signIn } from '../../session.ts';
import { frame } from './frame.ts';

/** E-mail and password; accounts are given by command. */
export class SignInPage extends LitElement {
  static override properties = { ended: { type: Boolean }, email: { state: true }, password: { state: true }, faults: { state: true } };
  declare ended: boolean;
  declare email: string;
  declare password: string;
  declare faults: { email?: string | undefined; password?: string | undefined };

  readonly #entering = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.ended = false;
    this.email = '';
    this.password = '';
    this.faults = {};
  }

  static override styles = signInStyles;

  override render() {
    setPageTitle(msg('Anmelden', { id: 'signIn.title' }));
    return frame(html`
      <h1>${msg('Anmelden', { id: 'signIn.title' })}</h1>
      <p class="lead quiet">${this.ended
        ? msg('Ihre Sitzung ist beendet. Nach der Anmeldung geht es genau hier weiter, auch mit dem, was Sie schon eingegeben haben.', { id: 'signIn.ended' })
        : msg('Mit dem Zugang, den Sie bei der Einrichtung bekommen haben.', { id: 'console.signInLead' })}</p>
      <form @submit=${this.#enter} novalidate>
        ${field({ name: 'email', type: 'email', inputmode: 'email', label: msg('E-Mail-Adresse', { id: 'console.email' }), value: this.email, autocomplete: 'username', capitals: 'off', fault: this.faults.email, change: (value) => { this.email = value; this.faults = { ...this.faults, email: undefined }; } })}
        ${field({ name: 'password', type: 'password', label: msg('Passwort', { id: 'console.password' }), value: this.password, autocomplete: 'current-password', fault: this.faults.password, change: (value) => { this.password = value; this.faults = { ...this.faults, password: undefined }; } })}
        ${failureCallout(this.#entering.failure)}
        <wa-button type="submit" variant="brand" ?loading=${this.#entering.running}>${msg('Anmelden', { id: 'signIn.title' })}</wa-button>
      </form>
      <details>
        <summary>${msg('Passwort vergessen oder noch kein Zugang?', { id: 'console.forgotten' })}</summary>
        <p>${msg('Zugänge und neue Links gibt es auf dem Server:', { id: 'console.forgottenText' })} <code>pnpm operator -- create</code></p>
      </details>
    `);
  }

  async #enter(event: SubmitEvent) {
    event.preventDefault();
    const typed = v.safeParse(signInSchema, { email: this.email, password: this.password });
    if (typed.success) {
      if (await this.#entering.run(() => signIn(typed.output.email, typed.output.password))) this.password = '';
      return;
    }
    const wrong = typed.issues.map((issue) => v.getDotPath(issue));
    this.faults = {
      ...(wrong.includes('email') && { email: this.email.trim() ? msg('Diese E-Mail-Adresse ist nicht vollständig.', { id: 'console.emailFault' }) : msg('Bitte ausfüllen.', { id: 'company.missing' }) }),
      ...(wrong.includes('password') && { password: msg('Bitte ausfüllen.', { id: 'company.missing' }) }),
    };
    await this.updateComplete;
    focusFirstFault(this.renderRoot);
  }
}

customElements.define('sign-in-page', SignInPage);
