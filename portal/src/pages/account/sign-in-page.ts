import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Site } from '@meldewerk/contract/tenant';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { ProblemError } from '@meldewerk/shell/request';
import { html, LitElement, nothing } from 'lit';
import { setPageTitle } from '../../document-title.ts';
import { paths } from '../../router.ts';
import { signIn } from '../../session.ts';
import { accountFrame, accountStyles, problemCallout } from './account-frame.ts';

export class SignInPage extends LitElement {
  static override properties = {
    expired: { type: Boolean }, deepLink: { type: Boolean }, site: { attribute: false },
    busy: { state: true }, failure: { state: true }, waitSeconds: { state: true },
  };
  declare expired: boolean;
  declare deepLink: boolean;
  declare site: Site | undefined;
  declare busy: boolean;
  declare failure: unknown;
  declare waitSeconds: number;

  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = false;
    this.waitSeconds = 0;
    new ListenerController(this, window, 'online', () => (this.failure = undefined));
    new ListenerController(this, window, 'offline');
  }

  static override styles = accountStyles;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  override render() {
    setPageTitle(msg('Anmelden', { id: 'signIn.title' }));
    return accountFrame(this.site, html`
      <h1>${msg('Anmelden', { id: 'signIn.title' })}</h1>
      ${this.#lead()}
      <form @submit=${this.#submit} novalidate>
        <wa-input name="email" type="email" label=${msg('E-Mail-Adresse', { id: 'account.email' })} autocomplete="username" inputmode="email" required autofocus></wa-input>
        <wa-input name="password" type="password" label=${msg('Passwort', { id: 'account.password' })} autocomplete="current-password" password-toggle required></wa-input>
        ${this.#message()}
        <wa-button type="submit" variant="brand" ?loading=${this.busy} ?disabled=${this.waitSeconds > 0}>${msg('Anmelden', { id: 'signIn.title' })}</wa-button>
      </form>
      <p class="aside"><a href=${paths.forgottenPassword}>${msg('Passwort vergessen?', { id: 'signIn.forgotten' })}</a></p>
    `);
  }

  #lead() {
    if (this.expired) return html`<p class="lead quiet">${msg('Ihre Sitzung ist beendet. Nach der Anmeldung geht es genau hier weiter.', { id: 'signIn.expired' })}</p>`;
    if (this.deepLink) return html`<p class="lead quiet">${msg('Nach der Anmeldung öffnet sich die Meldung aus Ihrem Link.', { id: 'signIn.deepLink' })}</p>`;
    return nothing;
  }

  #message() {
    if (this.waitSeconds > 0) {
      return problemCallout(msg(str`Zu viele Versuche. Bitte warten Sie noch ${waitText(this.waitSeconds)}.`, { id: 'signIn.tooMany' }));
    }
    if (this.failure) return problemCallout(errorText(this.failure));
    if (!navigator.onLine) return problemCallout(msg('Keine Internetverbindung. Anmelden geht, sobald dieses Gerät wieder online ist.', { id: 'signIn.offline' }));
    return nothing;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const fields = [...this.renderRoot.querySelectorAll('wa-input')];
    const missing = fields.find((field) => !field.value?.trim());
    if (missing) return missing.focus();
    const [email = '', password = ''] = fields.map((field) => field.value ?? '');
    this.busy = true;
    this.failure = undefined;
    try {
      await signIn(email.trim(), password);
    } catch (error) {
      this.#refuse(error);
    } finally {
      this.busy = false;
    }
  }

  #refuse(error: unknown) {
    this.failure = error;
    if (error instanceof ProblemError && error.problem.status === 429) return this.#wait(error.retryAfterSeconds ?? 60);
    const password = this.renderRoot.querySelectorAll('wa-input')[1];
    if (!(error instanceof ProblemError) || !password) return;
    password.value = '';
    password.focus();
  }

  #wait(seconds: number) {
    const until = Date.now() + seconds * 1000;
    clearInterval(this.#countdown);
    const tick = () => {
      this.waitSeconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      if (this.waitSeconds > 0) return;
      this.failure = undefined;
      clearInterval(this.#countdown);
    };
    this.#countdown = setInterval(tick, 1000);
    tick();
  }
}

function waitText(seconds: number): string {
  if (seconds <= 90) return msg(str`${seconds} Sekunden`, { id: 'wait.seconds' });
  return msg(str`${Math.ceil(seconds / 60)} Minuten`, { id: 'wait.minutes' });
}

customElements.define('sign-in-page', SignInPage);
