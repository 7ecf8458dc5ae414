import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { css, html, LitElement, nothing } from 'lit';
import { publishReport } from '../../data/status-link.ts';
import { formatMomentWithin } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { seenByCustomer } from './customer-sees.ts';
import { linkCardStyles } from './link-card-styles.ts';
import './link-card.ts';
import './status-link-card.ts';

/**
 * The one place for the customer's link: to fill in a prepared report, to its status page from then on, or none while the case
 * is internal. Fires `report-stale` after a change.
 */
export class CustomerLink extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { attribute: false }, busy: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare busy: boolean;

  static override styles = [
    ...linkCardStyles,
    css`
      section.internal { border-inline-start-color: var(--wa-color-warning-border-loud); background: var(--wa-color-warning-fill-quiet); }
      section.internal h2, section.internal p { color: var(--wa-color-warning-on-quiet); }
      section.internal h2 wa-icon { color: inherit; }
    `,
  ];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = false;
  }

  override render() {
    const { report, timeZone } = this;
    if (report.handling.internalSince) return this.#internal(report.handling.internalSince);
    if (isBeingFilledIn(report)) return html`<link-card .report=${report} .timeZone=${timeZone} @report-stale=${this.#pass}></link-card>`;
    return html`<status-link-card .report=${report} .timeZone=${timeZone} @report-stale=${this.#pass}></status-link-card>`;
  }

  #internal(since: string) {
    return html`<section class="card internal" aria-labelledby="internal">
      <div class="head">
        <h2 id="internal"><wa-icon name="lock"></wa-icon>${msg('Interner Vorgang', { id: 'internal.title' })}</h2>
        <p>${msg(str`seit ${formatMomentWithin(since, this.timeZone)}`, { id: 'internal.since' })}</p>
      </div>
      <p class="small">${msg('Der Kunde sieht davon nichts und bekommt keine Nachricht, auch keine automatische. Links, die er hat, gehen nicht auf.', { id: 'internal.meaning' })}</p>
      ${currentSession().staff.role === 'viewer'
        ? nothing
        : html`<p class="small">${msg(str`Nach der Freigabe sieht der Kunde über seinen Link: ${seenByCustomer()}. Interne Notizen sieht er nie.`, { id: 'internal.afterwards' })}</p>
            <div class="actions"><wa-button size="s" variant="brand" ?loading=${this.busy} @click=${() => void this.#publish()}><wa-icon slot="start" name="eye"></wa-icon>${msg('Für den Kunden freigeben', { id: 'internal.publish' })}</wa-button></div>
            <p class="small">${msg('Gesendet wird dabei noch nichts. Danach können Sie den Link gleich schicken.', { id: 'internal.nothingSent' })}</p>`}
    </section>`;
  }

  async #publish() {
    if (this.busy) return;
    this.busy = true;
    try {
      await publishReport(this.report.id);
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
    }
    this.busy = false;
    this.#pass();
  }

  #pass = () => this.dispatchEvent(new Event('report-stale'));
}

/** Until its customer has sent it, or staff have gone on with it by themselves, the link leads to what is to be filled in. */
export function isBeingFilledIn({ link, submittedAt, handling }: ReportDetail): boolean {
  return link !== null && submittedAt === null && (handling.status === 'draft' || handling.status === 'linkSent');
}

customElements.define('customer-link', CustomerLink);

declare global {
  interface HTMLElementTagNameMap {
    'customer-link': CustomerLink;
  }
}
