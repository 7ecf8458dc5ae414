import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { setPageTitle } from '../../page-title.ts';
import { pageStyles } from '../../styles/page.ts';
import './company-form.ts';
import './email-change.ts';

/** What stands on invoices, and where they go. */
export class CompanyPage extends LitElement {
  static override properties = { account: { attribute: false }, saved: { state: true } };
  declare account: BillingAccount;
  declare saved: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.saved = false;
  }

  static override styles = [
    pageStyles,
    css`
      :host { max-width: 42rem; }
      .card h2 { margin-bottom: 1rem; }
      wa-callout { margin-bottom: 1rem; }
    `,
  ];

  override render() {
    setPageTitle(msg('Firma', { id: 'nav.company' }));
    return html`
      <div class="head"><h1>${msg('Firma', { id: 'nav.company' })}</h1></div>
      <div class="stack">
        <section class="card" aria-labelledby="company" @input=${() => (this.saved = false)}>
          <h2 id="company">${msg('Firma und Rechnungsadresse', { id: 'setup.companyHeading' })}</h2>
          <div role="status">${this.saved ? html`<wa-callout variant="success" size="s"><wa-icon slot="icon" name="check"></wa-icon>${msg('Gespeichert. Das gilt ab der nächsten Rechnung.', { id: 'company.saved' })}</wa-callout>` : nothing}</div>
          <company-form .account=${this.account} action=${msg('Speichern', { id: 'company.save' })} @company-saved=${() => (this.saved = true)}></company-form>
        </section>
        <email-change .account=${this.account}></email-change>
      </div>
    `;
  }
}

customElements.define('company-page', CompanyPage);
