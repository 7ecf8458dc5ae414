import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { errorText } from '@meldewerk/shell/error-text';
import { messageStyles, renderMessage } from '@meldewerk/shell/message-view';
import { html, LitElement } from 'lit';
import { setPageTitle } from '../page-title.ts';
import { paths } from '../router.ts';
import { consoleStyles } from '../styles/console.ts';

type Kind = 'not-found' | 'unreachable' | 'outdated';

/** What stands in place of a page that cannot be shown, and the way on. */
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

  static override styles = [consoleStyles, messageStyles];

  override render() {
    const content = this.#content();
    setPageTitle(content.title);
    return renderMessage({ ...content, error: this.error, actions: this.#action() });
  }

  #action() {
    if (this.kind === 'outdated') return html`<wa-button variant="brand" @click=${() => location.reload()}>${msg('Seite neu laden', { id: 'message.reload' })}</wa-button>`;
    if (this.retry) return html`<wa-button variant="brand" @click=${this.retry}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button>`;
    return html`<wa-button appearance="outlined" href=${paths.workshops}>${msg('Zu den Werkstätten', { id: 'message.toWorkshops' })}</wa-button>`;
  }

  #content(): { icon: string; title: string; text: string } {
    switch (this.kind) {
      case 'not-found': return { icon: 'search', title: msg('Diese Seite gibt es nicht', { id: 'message.notFound' }), text: msg('Vielleicht ist die Adresse unvollständig kopiert worden.', { id: 'message.notFoundText' }) };
      case 'outdated': return { icon: 'refresh', title: msg('Die Konsole wurde erneuert', { id: 'message.consoleOutdated' }), text: msg('Ein Teil dieser Seite konnte nicht geladen werden. Einmal neu laden genügt.', { id: 'message.outdatedText' }) };
      case 'unreachable': return { icon: 'offline', title: msg('Keine Verbindung', { id: 'message.unreachable' }), text: errorText(this.error) };
    }
  }
}

customElements.define('message-page', MessagePage);
