import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { unbroken } from '../../format.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { pageStyles } from '../../styles/page.ts';
import './mandate-form.ts';

/** Another account: a new mandate, which takes the place of the old one. */
export class MandateChangePage extends LitElement {
  static override properties = { account: { attribute: false } };
  declare account: BillingAccount;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      :host { max-width: 40rem; margin: 0 auto; }
      .head { margin-bottom: 1.25rem; }
    `,
  ];

  override render() {
    const { mandate, workshop } = this.account;
    setPageTitle(msg('Bankverbindung ändern', { id: 'change.title' }));
    return html`
      <div class="head">
        <p><a class="more" href=${paths.of(workshop.slug, 'mandate')}><wa-icon name="arrow-left"></wa-icon>${msg('Bankverbindung', { id: 'nav.mandate' })}</a></p>
        <h1>${msg('Bankverbindung ändern', { id: 'change.title' })}</h1>
        <p class="lead quiet">${msg('Sie erteilen ein neues Mandat. Es ersetzt das bisherige, sobald es angenommen ist; vorher ändert sich nichts.', { id: 'change.lead' })}
        ${mandate?.maskedIban && mandate.state !== 'failed' ? msg(str`Bisher buchen wir von ${unbroken(mandate.maskedIban)} ab.`, { id: 'change.now' }) : nothing}</p>
      </div>
      <section class="card"><mandate-form .account=${this.account}></mandate-form></section>
    `;
  }
}

customElements.define('mandate-change-page', MandateChangePage);
