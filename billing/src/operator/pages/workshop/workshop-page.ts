import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { WorkshopDetail } from '@meldewerk/contract/operator';
import { css, html, LitElement, nothing } from 'lit';
import { formatDay, formatLongDay, formatMoney } from '../../../browser/format.ts';
import { LoadController } from '../../../browser/load-controller.ts';
import { priceWords } from '../../../browser/plan-words.ts';
import { mandateMark } from '../../../browser/state-words.ts';
import { fetchWorkshop } from '../../data/workshops.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { consoleStyles } from '../../styles/console.ts';
import { workshopMark } from '../../words.ts';
import { loaded } from '../loaded.ts';
import './invite-section.ts';
import { auditList, invoiceTable, noticeTable } from './records.ts';
import { whyWords } from './why-words.ts';

/** One workshop's money side: how it stands and why, what it pays, what it was told, who did what. */
export class WorkshopPage extends LitElement {
  static override properties = { tenantId: { type: String } };
  declare tenantId: string;

  readonly #workshop = new LoadController<WorkshopDetail>(this, () => fetchWorkshop(this.tenantId));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    consoleStyles,
    css`
      h1 { overflow-wrap: anywhere; }
      .name { display: grid; gap: 0.2rem; min-width: 0; }
      .why { display: grid; gap: 0.45rem; }
      .why p { max-width: 46rem; }
      .why .mark { font-size: 1.1rem; }
      .wide { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.1rem; align-items: start; }
      .flush > h2 { padding: 0.9rem 1.25rem 0.4rem; }
      .flush > .none-yet { padding: 0 1.25rem 1rem; color: var(--wa-color-text-quiet); }
      h2 + * { margin-top: 0.75rem; }
      .flush > h2 + * { margin-top: 0; }
      .mandates { display: grid; gap: 0.9rem; }
      .mandates li + li { padding-top: 0.9rem; border-top: 1px solid var(--wa-color-surface-border); }
      .mandates strong { display: block; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
      .audit { padding: 0 1.25rem 0.9rem; }
      .audit li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0.15rem 1rem; padding: 0.55rem 0; font-size: var(--wa-font-size-s); }
      .audit li + li { border-top: 1px solid var(--wa-color-surface-border); }
      .audit .what { display: flex; flex-wrap: wrap; gap: 0.1rem 0.6rem; align-items: baseline; overflow-wrap: anywhere; }
      .refused { padding: 0.05rem 0.5rem; border-radius: 999px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); font-size: var(--wa-font-size-xs); font-weight: 650; }
      @media (max-width: 60rem) { .wide { grid-template-columns: minmax(0, 1fr); } }
      @media (max-width: 34rem) { .audit li { grid-template-columns: 1fr; } }
    `,
  ];

  override render() {
    setPageTitle(this.#workshop.value?.name ?? msg('Werkstatt', { id: 'workshops.workshop' }));
    return html`
      <a class="back" href=${paths.workshops}><wa-icon name="arrow-left"></wa-icon>${msg('Werkstätten', { id: 'workshops.title' })}</a>
      ${loaded(this.#workshop, (workshop) => this.#content(workshop))}
    `;
  }

  #content(workshop: WorkshopDetail) {
    const { name, slug, company, billingEmail, state, stateSince, invoices, notices, audit } = workshop;
    return html`
      <div class="title">
        <div class="name"><h1>${name}</h1><p class="quiet">${[company, slug].filter(Boolean).join(' · ')}</p></div>
        <wa-button appearance="outlined" href=${paths.eventsOf(workshop.tenantId)}><wa-icon slot="start" name="history"></wa-icon>${msg('Ereignisse', { id: 'events.title' })}</wa-button>
      </div>
      <div class="stack">
        <section class="card why" aria-label=${msg('Stand', { id: 'workshops.state' })}>
          <p>${workshopMark(state)}${stateSince ? html` <span class="quiet">${msg(str`seit ${formatDay(stateSince)}`, { id: 'workshops.since' })}</span>` : nothing}</p>
          ${whyWords(workshop).map((sentence) => html`<p>${sentence}</p>`)}
          ${billingEmail ? html`<p class="quiet small">${msg(str`Buchhaltung: ${billingEmail}`, { id: 'workshop.email' })}</p>` : nothing}
        </section>
        <invite-section .workshop=${workshop} @invited=${() => void this.#workshop.load()}></invite-section>
        <div class="wide">${this.#subscription(workshop)}${this.#mandates(workshop)}</div>
        <section class="card flush" aria-labelledby="invoices"><h2 id="invoices">${msg('Rechnungen', { id: 'nav.invoices' })}</h2>${invoices.length > 0 ? invoiceTable(invoices) : html`<p class="none-yet">${msg('Noch keine Rechnung', { id: 'invoices.empty' })}</p>`}</section>
        <section class="card flush" aria-labelledby="notices"><h2 id="notices">${msg('E-Mails an die Buchhaltung', { id: 'workshop.notices' })}</h2>${notices.length > 0 ? noticeTable(notices) : html`<p class="none-yet">${msg('Noch keine.', { id: 'workshop.noneYet' })}</p>`}</section>
        <section class="card flush" aria-labelledby="audit"><h2 id="audit">${msg('Wer hat was getan', { id: 'workshop.audit' })}</h2>${audit.length > 0 ? auditList(audit) : html`<p class="none-yet">${msg('Noch nichts.', { id: 'workshop.nothingYet' })}</p>`}</section>
      </div>
    `;
  }

  #subscription({ subscription, mrrCents, openCents, cancellationReason }: WorkshopDetail) {
    if (!subscription) return html`<section class="card" aria-labelledby="plan"><h2 id="plan">${msg('Tarif', { id: 'nav.plan' })}</h2><p class="quiet">${msg('Noch kein Vertrag.', { id: 'workshop.noPlan' })}</p></section>`;
    const { planName, quantity, currency, trialEndsAt, nextBillingAt, cancelsAt, cancelledAt } = subscription;
    const fact = (label: string, value: string | null) => (value === null ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
    const day = (instant: string | null) => instant && formatLongDay(instant);
    return html`<section class="card" aria-labelledby="plan">
      <h2 id="plan">${msg('Tarif', { id: 'nav.plan' })}</h2>
      <dl class="facts">
        ${fact(msg('Gewählt', { id: 'workshop.chosen' }), `${quantity} × ${planName}`)}
        ${fact(msg('Preis ohne USt.', { id: 'workshop.price' }), priceWords(subscription, quantity))}
        ${fact(msg('Im Monat', { id: 'workshops.mrr' }), formatMoney(mrrCents, currency))}
        ${fact(msg('Offen', { id: 'debit.open' }), formatMoney(openCents, currency))}
        ${fact(msg('Testphase bis', { id: 'workshop.trialUntil' }), subscription.status === 'in_trial' ? day(trialEndsAt) : null)}
        ${fact(msg('Nächste Rechnung', { id: 'overview.next' }), cancelsAt || cancelledAt ? null : day(nextBillingAt))}
        ${fact(msg('Gekündigt zum', { id: 'workshop.cancelsAt' }), cancelledAt ? null : day(cancelsAt))}
        ${fact(msg('Beendet am', { id: 'workshop.cancelledAt' }), day(cancelledAt))}
        ${fact(msg('Grund der Kündigung', { id: 'workshop.cancellationReason' }), cancelsAt || cancelledAt ? cancellationReason : null)}
      </dl>
    </section>`;
  }

  #mandates({ mandates }: WorkshopDetail) {
    return html`<section class="card" aria-labelledby="mandates">
      <h2 id="mandates">${msg('Mandate', { id: 'workshop.mandates' })}</h2>
      ${mandates.length === 0 ? html`<p class="quiet">${msg('Es ist noch kein Mandat erteilt.', { id: 'mandate.none' })}</p>` : html`<ul class="mandates">${mandates.map(({ state, maskedIban, reference, holder, bankName, givenAt, route }) => html`<li>
        <strong>${maskedIban ?? '–'}</strong>${mandateMark(state)}
        <p class="quiet small">${[holder, bankName, reference, givenAt && msg(str`erteilt am ${formatDay(givenAt)}`, { id: 'workshop.givenAt' }), route === 'inline' ? msg('in unserem Portal', { id: 'workshop.inline' }) : msg('auf der Seite des Zahlungsdienstleisters', { id: 'workshop.hosted' })].filter(Boolean).join(' · ')}</p>
      </li>`)}</ul>`}
    </section>`;
  }
}

customElements.define('workshop-page', WorkshopPage);
