import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { billingSessionRequestSchema } from '@meldewerk/contract/billing';
import { emailSchema } from '@meldewerk/contract/staff';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { ActionController } from '../../action-controller.ts';
import { failureCallout, problemCallout } from '../../callouts.ts';
import { requestSignIn } from '../../data/sessions.ts';
import { field, focusFirstFault } from '../../fields.ts';
import { setPageTitle } from '../../page-title.ts';
import { keepPlace } from '../../return-place.ts';
import { signInByCode } from '../../session.ts';
import { askedSignIn, forgetAskedSignIn, keepAskedSignIn } from './asked-sign-in.ts';
import { signInFrame } from './frame.ts';
import { signInStyles } from '../../styles/sign-in.ts';

const resendAfterMs = 30_000;

/** First the address, then what came to it: a link to follow or six digits. Which addresses are known is never told. */
export class SignInPage extends LitElement {
  static override properties = { ended: { type: Boolean }, asked: { state: true }, email: { state: true }, code: { state: true }, fault: { state: true }, secondsLeft: { state: true }, sentAgain: { state: true } };
  declare ended: boolean;
  declare asked: ReturnType<typeof askedSignIn>;
  declare email: string;
  declare code: string;
  declare fault: string | undefined;
  declare secondsLeft: number;
  declare sentAgain: boolean;

  readonly #asking = new ActionController(this);
  readonly #entering = new ActionController(this);
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.ended = false;
    this.asked = askedSignIn();
    this.email = '';
    this.code = '';
    this.secondsLeft = 0;
    this.sentAgain = false;
    new ListenerController(this, window, 'online');
    new ListenerController(this, window, 'offline');
  }

  static override styles = signInStyles;

  override connectedCallback() {
    super.connectedCallback();
    this.#countdown = setInterval(() => this.#count(), 1000);
    this.#count();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  override render() {
    setPageTitle(msg('Anmelden', { id: 'signIn.title' }));
    return signInFrame(this.asked ? this.#codeStep(this.asked.email) : this.#emailStep());
  }

  #emailStep() {
    return html`
      <h1>${msg('Anmelden', { id: 'signIn.title' })}</h1>
      <p class="lead quiet">${this.ended
        ? msg('Ihre Sitzung ist beendet. Nach der Anmeldung geht es genau hier weiter, auch mit dem, was Sie schon eingegeben haben.', { id: 'signIn.ended' })
        : msg('Sie brauchen kein Passwort. Wir schicken Ihnen einen Link und einen Code an die E-Mail-Adresse Ihrer Buchhaltung.', { id: 'signIn.lead' })}</p>
      <form @submit=${this.#ask} novalidate>
        ${field({
          name: 'email', type: 'email', inputmode: 'email', label: msg('E-Mail-Adresse der Buchhaltung', { id: 'signIn.email' }), value: this.email, autocomplete: 'username', capitals: 'off', fault: this.fault,
          change: (value) => { this.email = value; this.fault = undefined; },
        })}
        ${navigator.onLine ? failureCallout(this.#asking.failure) : problemCallout(msg('Keine Internetverbindung. Anmelden geht, sobald dieses Gerät wieder online ist.', { id: 'signIn.offline' }))}
        <wa-button type="submit" variant="brand" ?loading=${this.#asking.running}>${msg('Link und Code anfordern', { id: 'signIn.ask' })}</wa-button>
      </form>
      ${this.#whichAddress()}
    `;
  }

  #codeStep(email: string) {
    return html`
      <h1>${msg('Sehen Sie in Ihr Postfach', { id: 'signIn.sentTitle' })}</h1>
      <p class="lead quiet" role="status">${msg(str`Wenn ${email} bei uns hinterlegt ist, ist jetzt eine E-Mail unterwegs. Öffnen Sie den Link darin, oder geben Sie hier den Code ein.`, { id: 'signIn.sent' })}</p>
      <form @submit=${this.#enter} novalidate>
        ${field({
          name: 'code', label: msg('Code mit sechs Ziffern', { id: 'signIn.code' }), value: this.code, inputmode: 'numeric', autocomplete: 'one-time-code', maxLength: 9, fault: this.fault,
          change: (value) => { this.code = value; this.fault = undefined; },
        })}
        ${failureCallout(this.#entering.failure ?? this.#asking.failure)}
        <wa-button type="submit" variant="brand" ?loading=${this.#entering.running}>${msg('Anmelden', { id: 'signIn.title' })}</wa-button>
      </form>
      <div class="aside">
        <button type="button" class="link" ?disabled=${this.secondsLeft > 0 || this.#asking.running} @click=${this.#askAgain}>${this.secondsLeft > 0
          ? msg(str`Noch einmal senden in ${this.secondsLeft} s`, { id: 'signIn.againSoon' })
          : msg('Noch einmal senden', { id: 'signIn.again' })}</button>
        <button type="button" class="link" @click=${this.#startOver}>${msg('Andere Adresse', { id: 'signIn.other' })}</button>
      </div>
      <p class="small" role="status">${this.sentAgain ? msg('Eine neue E-Mail ist unterwegs. Es gilt der Code aus der neuesten.', { id: 'signIn.sentAgain' }) : nothing}</p>
      ${this.#whichAddress()}
    `;
  }

  #whichAddress() {
    return html`<details>
      <summary>${this.asked ? msg('Nichts angekommen?', { id: 'signIn.nothing' }) : msg('Welche Adresse ist das?', { id: 'signIn.which' })}</summary>
      <p>${msg('Es ist die Adresse, an die Ihre Rechnungen gehen. Sie kann eine andere sein als die, mit der sich Ihr Team im Werkstattportal anmeldet.', { id: 'signIn.whichText' })}</p>
      <p>${msg('Sie finden sie als Empfänger der letzten Rechnung und der Einladung zur Abrechnung. Bitte sehen Sie auch im Spam-Ordner nach. Hilft beides nicht, fragen Sie die Leitung Ihrer Werkstatt oder uns.', { id: 'signIn.whichWhere' })}</p>
    </details>`;
  }

  async #ask(event: SubmitEvent) {
    event.preventDefault();
    const email = v.safeParse(emailSchema, this.email);
    if (!email.success) return this.#blame(this.email.trim() ? msg('Das sieht nicht wie eine E-Mail-Adresse aus.', { id: 'signIn.emailInvalid' }) : msg('Bitte geben Sie die E-Mail-Adresse ein.', { id: 'signIn.emailMissing' }));
    keepPlace();
    if (await this.#request(email.output)) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
    }
  }

  async #askAgain() {
    if (!this.asked) return;
    this.#entering.forget();
    this.sentAgain = await this.#request(this.asked.email);
  }

  #request(email: string): Promise<boolean> {
    return this.#asking.run(async () => {
      const asked = { signInId: await requestSignIn(email), email, at: Date.now() };
      keepAskedSignIn(asked);
      this.asked = asked;
      this.#count();
    });
  }

  async #enter(event: SubmitEvent) {
    event.preventDefault();
    const request = v.safeParse(billingSessionRequestSchema, { signInId: this.asked?.signInId, code: this.code });
    if (!request.success || !('code' in request.output)) return this.#blame(msg('Der Code hat sechs Ziffern.', { id: 'signIn.codeInvalid' }));
    const { signInId, code } = request.output;
    if (await this.#entering.run(() => signInByCode(signInId, code))) return forgetAskedSignIn();
    const input = this.renderRoot.querySelector<HTMLInputElement>('#code');
    input?.focus();
    input?.select();
  }

  #startOver() {
    forgetAskedSignIn();
    this.email = this.asked?.email ?? '';
    this.asked = null;
    this.code = '';
    this.fault = undefined;
    this.sentAgain = false;
    this.#entering.forget();
    this.#asking.forget();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#email')?.focus());
  }

  #count() {
    this.secondsLeft = this.asked ? Math.max(0, Math.ceil((this.asked.at + resendAfterMs - Date.now()) / 1000)) : 0;
  }

  #blame(fault: string) {
    this.fault = fault;
    void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
  }
}

customElements.define('sign-in-page', SignInPage);
