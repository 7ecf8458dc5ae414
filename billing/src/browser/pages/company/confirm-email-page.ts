import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { ProblemError } from '@meldewerk/shell/request';
import { html, LitElement } from 'lit';
import { closeAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { signInByConfirming } from '../../session.ts';
import { signInFrame } from '../sign-in/frame.ts';
import { signInStyles } from '../../styles/sign-in.ts';

/** Reached by the link in the mail to a new accounting address, also by whoever is not signed in. */
export class ConfirmEmailPage extends LitElement {
  static override properties = { token: { type: String }, done: { state: true } };
  declare token: string;
  declare done: boolean;

  readonly #confirming = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.done = false;
  }

  static override styles = signInStyles;

  override render() {
    setPageTitle(msg('Adresse bestätigen', { id: 'confirm.title' }));
    return signInFrame(this.done ? this.#confirmed() : this.#question());
  }

  #question() {
    const { failure } = this.#confirming;
    const isSpent = failure instanceof ProblemError && failure.problem.status < 500 && failure.problem.status !== 429;
    return html`
      <h1>${msg('Adresse bestätigen', { id: 'confirm.title' })}</h1>
      <p class="lead quiet">${msg('Damit gehen Rechnungen und Ankündigungen künftig an diese Adresse, und Sie melden sich mit ihr an.', { id: 'confirm.lead' })}</p>
      <form @submit=${this.#submit}>
        ${isSpent ? html`<p role="alert">${msg('Dieser Link gilt nicht mehr. Im Abrechnungsportal können Sie unter „Firma“ einen neuen anfordern.', { id: 'confirm.spent' })}</p>` : failureCallout(failure)}
        ${isSpent
          ? html`<wa-button appearance="outlined" href=${paths.start}>${msg('Zum Abrechnungsportal', { id: 'confirm.toPortal' })}</wa-button>`
          : html`<wa-button type="submit" variant="brand" ?loading=${this.#confirming.running}>${msg('Ja, diese Adresse verwenden', { id: 'confirm.action' })}</wa-button>`}
      </form>
    `;
  }

  #confirmed() {
    return html`
      <div role="status"><h1>${msg('Adresse bestätigt', { id: 'confirm.done' })}</h1>
      <p class="lead quiet">${msg('Ab jetzt gilt die neue Adresse. Das nächste Mal melden Sie sich mit ihr an.', { id: 'confirm.doneText' })}</p></div>
      <form><wa-button variant="brand" href=${paths.start}>${msg('Zum Abrechnungsportal', { id: 'confirm.toPortal' })}</wa-button></form>
    `;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    if (!(await this.#confirming.run(() => signInByConfirming(this.token)))) return;
    closeAccount();
    this.done = true;
  }
}

customElements.define('confirm-email-page', ConfirmEmailPage);
