import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { navigate } from '@meldewerk/shell/navigation';
import { ProblemError } from '@meldewerk/shell/request';
import { html, LitElement } from 'lit';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { resumeSession, signInByLink } from '../../session.ts';
import { forgetAskedSignIn } from './asked-sign-in.ts';
import { signInFrame } from './frame.ts';
import { signInStyles } from '../../styles/sign-in.ts';

/** Reached by the link in a mail. The link works once and programs that look into mails open links, so a person presses the button. */
export class LinkPage extends LitElement {
  static override properties = { token: { type: String } };
  declare token: string;

  readonly #entering = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = signInStyles;

  override render() {
    setPageTitle(msg('Anmelden', { id: 'signIn.title' }));
    const { failure } = this.#entering;
    const isSpent = failure instanceof ProblemError && failure.problem.status < 500 && failure.problem.status !== 429;
    return signInFrame(html`
      <h1>${msg('Willkommen im Abrechnungsportal', { id: 'link.title' })}</h1>
      <p class="lead quiet">${msg('Hier sehen Sie Ihre Rechnungen und regeln Tarif und Bankverbindung.', { id: 'link.lead' })}</p>
      <form @submit=${this.#enter}>
        ${failureCallout(failure)}
        ${isSpent
          ? html`<wa-button variant="brand" @click=${this.#askForAnother}>${msg('Neuen Link anfordern', { id: 'link.another' })}</wa-button>`
          : html`<wa-button type="submit" variant="brand" ?loading=${this.#entering.running}>${msg('Jetzt anmelden', { id: 'link.enter' })}</wa-button>`}
      </form>
    `);
  }

  async #enter(event: SubmitEvent) {
    event.preventDefault();
    if (await this.#entering.run(() => signInByLink(this.token))) forgetAskedSignIn();
  }

  #askForAnother() {
    navigate(paths.signIn, 'replace');
    void resumeSession();
  }
}

customElements.define('link-page', LinkPage);
