import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { errorNumber, errorText } from '@meldewerk/shell/error-text';
import { css, html, LitElement, nothing } from 'lit';
import { setPageTitle } from '../page-title.ts';
import { paths } from '../router.ts';
import { pageStyles } from '../styles/page.ts';

type Kind = 'not-found' | 'workshop-not-found' | 'unreachable' | 'failed' | 'outdated';

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

  static override styles = [
    pageStyles,
    css`
      section { display: grid; justify-items: center; align-content: center; gap: 0.75rem; min-height: 60vh; max-width: 30rem; margin: 0 auto; padding: 2rem 1rem; text-align: center; }
      wa-icon { font-size: 2rem; color: var(--wa-color-text-quiet); }
      .number { font-size: var(--wa-font-size-xs); overflow-wrap: anywhere; }
      .buttons { justify-content: center; }
    `,
  ];

  override render() {
    const { icon, title, text } = this.#content();
    setPageTitle(title);
    const number = errorNumber(this.error);
    return html`
      <section>
        <wa-icon name=${icon}></wa-icon>
        <h1>${title}</h1>
        <p class="quiet">${text}</p>
        ${number ? html`<p class="quiet number">${number}</p>` : nothing}
        <div class="buttons">${this.#actions()}</div>
      </section>
    `;
  }

  #actions() {
    if (this.kind === 'outdated') return html`<wa-button variant="brand" @click=${() => location.reload()}>${msg('Seite neu laden', { id: 'message.reload' })}</wa-button>`;
    if (this.retry) return html`<wa-button variant="brand" @click=${this.retry}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button>`;
    return html`<wa-button appearance="outlined" href=${paths.start}>${msg('Zur Übersicht', { id: 'message.toOverview' })}</wa-button>`;
  }

  #content(): { icon: string; title: string; text: string } {
    switch (this.kind) {
      case 'not-found': return {
        icon: 'search',
        title: msg('Diese Seite gibt es nicht', { id: 'message.notFound' }),
        text: msg('Vielleicht ist die Adresse unvollständig kopiert worden.', { id: 'message.notFoundText' }),
      };
      case 'workshop-not-found': return {
        icon: 'lock',
        title: msg('Diese Werkstatt gehört nicht zu Ihrer E-Mail-Adresse', { id: 'message.workshop' }),
        text: msg('Sie sind mit einer anderen Buchhaltungsadresse angemeldet, oder die Adresse der Werkstatt hat sich geändert.', { id: 'message.workshopText' }),
      };
      case 'outdated': return {
        icon: 'refresh',
        title: msg('Das Abrechnungsportal wurde erneuert', { id: 'message.outdated' }),
        text: msg('Ein Teil dieser Seite konnte nicht geladen werden. Einmal neu laden genügt.', { id: 'message.outdatedText' }),
      };
      case 'unreachable': return { icon: 'offline', title: msg('Keine Verbindung', { id: 'message.unreachable' }), text: errorText(this.error) };
      case 'failed': return { icon: 'warning', title: msg('Das hat nicht geklappt', { id: 'message.failed' }), text: errorText(this.error) };
    }
  }
}

customElements.define('message-page', MessagePage);
