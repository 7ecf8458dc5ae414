import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { newPasswordSchema } from '@meldewerk/contract/staff';
import { navigate } from '@meldewerk/shell/navigation';
import { html, LitElement } from 'lit';
import * as v from 'valibot';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { field, focusFirstFault } from '../../../browser/fields.ts';
import { signInStyles } from '../../../browser/styles/sign-in.ts';
import { setPassword } from '../../data/sessions.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { resumeSession } from '../../session.ts';
import { frame } from './frame.ts';

/** Reached by the link the command gives. */
export class PasswordPage extends LitElement {
  static override properties = { token: { type: String }, password: { state: true }, fault: { state: true }, isSet: { state: true } };
  declare token: string;
  declare password: string;
  declare fault: string | undefined;
  declare isSet: boolean;

  readonly #setting = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.password = '';
    this.isSet = false;
  }

  static override styles = signInStyles;

  override render() {
    setPageTitle(msg('Passwort setzen', { id: 'password.title' }));
    if (this.isSet) {
      return frame(html`
        <h1 role="status">${msg('Ihr Passwort ist gesetzt', { id: 'password.done' })}</h1>
        <p class="lead quiet">${msg('Alle Sitzungen, die es gab, sind beendet.', { id: 'password.doneText' })}</p>
        <form @submit=${this.#toSignIn}><wa-button type="submit" variant="brand">${msg('Zur Anmeldung', { id: 'password.toSignIn' })}</wa-button></form>
      `);
    }
    return frame(html`
      <h1>${msg('Passwort setzen', { id: 'password.title' })}</h1>
      <p class="lead quiet">${msg('Für Ihren Zugang zur Betreiberkonsole. Der Link gilt einmal.', { id: 'password.lead' })}</p>
      <form @submit=${this.#save} novalidate>
        ${field({ name: 'password', type: 'password', label: msg('Neues Passwort', { id: 'password.new' }), value: this.password, autocomplete: 'new-password', maxLength: 200, hint: msg('Mindestens 10 Zeichen. Ein paar Wörter hintereinander sind gut.', { id: 'password.hint' }), fault: this.fault, change: (value) => { this.password = value; this.fault = undefined; } })}
        ${failureCallout(this.#setting.failure)}
        <wa-button type="submit" variant="brand" ?loading=${this.#setting.running}>${msg('Passwort setzen', { id: 'password.title' })}</wa-button>
      </form>
    `);
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    if (!v.is(newPasswordSchema, this.password)) {
      this.fault = msg('Das Passwort braucht mindestens 10 Zeichen.', { id: 'password.fault' });
      await this.updateComplete;
      focusFirstFault(this.renderRoot);
      return;
    }
    this.isSet = await this.#setting.run(() => setPassword(this.token, this.password));
  }

  #toSignIn(event: SubmitEvent) {
    event.preventDefault();
    navigate(paths.signIn, 'replace');
    void resumeSession();
  }
}

customElements.define('password-page', PasswordPage);
