import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingSession } from '@meldewerk/contract/billing';
import { css, html, LitElement } from 'lit';
import { setPageTitle } from '../page-title.ts';
import { paths, type AccountPage } from '../router.ts';
import { stateMark } from '../state-words.ts';
import { pageStyles } from '../styles/page.ts';

/** The address pays for several workshops, or for none any more. */
export class WorkshopsPage extends LitElement {
  static override properties = { session: { attribute: false }, next: { type: String } };
  declare session: BillingSession;
  declare next: AccountPage;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      .lead { margin-bottom: 1.25rem; }
      ul { display: grid; gap: 0.75rem; max-width: 40rem; }
      a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.25rem 1rem; align-items: center; padding: 1.1rem 1.25rem; color: inherit; text-decoration: none; }
      a:hover { border-color: var(--wa-color-neutral-border-loud); }
      strong { font-size: 1.05rem; overflow-wrap: anywhere; }
      wa-icon { grid-row: span 2; color: var(--wa-color-text-quiet); }
    `,
  ];

  override render() {
    const { accounts } = this.session;
    setPageTitle(msg('Werkstätten', { id: 'workshops.title' }));
    if (accounts.length === 0) {
      return html`<h1>${msg('Kein Konto mehr', { id: 'workshops.none' })}</h1><p class="lead quiet">${msg('Zu Ihrer E-Mail-Adresse gehört keine Werkstatt mehr. Vielleicht wurde die Buchhaltungsadresse geändert.', { id: 'workshops.noneText' })}</p>`;
    }
    return html`
      <h1>${msg('Für welche Werkstatt?', { id: 'workshops.which' })}</h1>
      <p class="lead quiet">${msg('Ihre E-Mail-Adresse ist für mehrere Werkstätten hinterlegt.', { id: 'workshops.lead' })}</p>
      <ul>
        ${accounts.map(({ slug, name, state }) => html`<li><a class="card" href=${paths.of(slug, this.next)}><strong>${name}</strong><wa-icon name="chevron-right"></wa-icon>${stateMark(state)}</a></li>`)}
      </ul>
    `;
  }
}

customElements.define('workshops-page', WorkshopsPage);
