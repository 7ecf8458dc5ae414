import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { errorText } from '@meldewerk/shell/error-text';
import { messageStyles, renderMessage } from '@meldewerk/shell/message-view';
import { base } from '@meldewerk/shell/styles';
import { html, LitElement, nothing } from 'lit';
import { setPageTitle } from '../document-title.ts';
import { paths } from '../router.ts';

type Kind = 'not-found' | 'report-not-found' | 'forbidden' | 'unreachable' | 'failed' | 'outdated';

/** What stands in place of a page that cannot be shown: what happened, and the way on. */
export class MessagePage extends LitElement {
  static override properties = { kind: { type: String }, error: { attribute: false }, retry: { attribute: false } };
  declare kind: Kind;
  declare error: unknown;
  declare retry: (() => void) | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.kind = 'not-found';
  }

  static override styles = [base, messageStyles];

  override render() {
    const content = this.#content();
    setPageTitle(content.title);
    return renderMessage({ ...content, error: this.error, actions: this.#actions() });
  }

  #actions() {
    if (this.kind === 'outdated') return html`<wa-button variant="brand" @click=${() => location.reload()}>${msg('Seite neu laden', { id: 'message.reload' })}</wa-button>`;
    return html`
      ${this.retry ? html`<wa-button variant="brand" @click=${this.retry}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button>` : nothing}
      ${this.kind === 'unreachable' ? nothing : html`<wa-button appearance="outlined" href=${paths.reports}>${msg('Zu den Meldungen', { id: 'message.toReports' })}</wa-button>`}
    `;
  }

  #content(): { icon: string; title: string; text: string } {
    switch (this.kind) {
      case 'not-found': return {
        icon: 'search',
        title: msg('Diese Seite gibt es nicht', { id: 'notFound.title' }),
        text: msg('Vielleicht ist die Adresse unvollständig kopiert worden.', { id: 'notFound.text' }),
      };
      case 'report-not-found': return {
        icon: 'search',
        title: msg('Diese Meldung gibt es nicht', { id: 'reportNotFound.title' }),
        text: msg('Der Link ist unvollständig, oder die Meldung gehört zu einer anderen Werkstatt.', { id: 'reportNotFound.text' }),
      };
      case 'forbidden': return {
        icon: 'lock',
        title: msg('Das dürfen Sie nicht sehen', { id: 'forbidden.title' }),
        text: msg('Ihr Konto hat dafür keine Berechtigung. Wer in Ihrer Werkstatt die Konten verwaltet, kann das ändern.', { id: 'forbidden.text' }),
      };
      case 'outdated': return {
        icon: 'refresh',
        title: msg('Das Portal wurde erneuert', { id: 'outdated.title' }),
        text: msg('Ein Teil dieser Seite konnte nicht geladen werden. Einmal neu laden genügt.', { id: 'outdated.text' }),
      };
      case 'unreachable': return { icon: 'offline', title: msg('Keine Verbindung', { id: 'unreachable.title' }), text: errorText(this.error) };
      case 'failed': return { icon: 'warning', title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(this.error) };
    }
  }
}

customElements.define('message-page', MessagePage);
