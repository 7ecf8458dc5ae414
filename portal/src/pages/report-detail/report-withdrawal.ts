import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { ReportWithdrawal as Withdrawal } from '@meldewerk/contract/withdrawal';
import { tell } from '@meldewerk/shell/confirm';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { dayOf, formatDay, formatExactMoment } from '../../format.ts';
import { daysLeft, withdrawalState } from './withdrawal-clock.ts';

type Consent = ReportDetail['consents'][number];
type Tone = 'good' | 'bad' | 'open' | 'plain';

/** What the customer agreed to, word for word on demand, and the right of withdrawal with its clock. */
export class ReportWithdrawal extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String } };
  declare report: ReportDetail;
  declare timeZone: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    base, card,
    css`
      section { padding: 1rem 1.15rem 1.1rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; margin-bottom: 0.6rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      .facts { display: grid; gap: 0.7rem; }
      .facts li { display: grid; grid-template-columns: 1.2rem minmax(0, 1fr); gap: 0 0.5rem; align-items: baseline; }
      .facts li > * { grid-column: 2; justify-self: start; }
      .facts li > wa-icon { grid-column: 1; grid-row: 1; align-self: center; }
      .facts strong { font-weight: 550; }
      .good > wa-icon { color: var(--wa-color-success-on-quiet); }
      .bad > wa-icon, .bad strong { color: var(--wa-color-danger-on-quiet); }
      .open > wa-icon, .open strong { color: var(--wa-color-warning-on-quiet); }
      .plain > wa-icon { color: var(--wa-color-text-quiet); }
      .small { font-size: var(--wa-font-size-s); }
      .text-button { padding: 0.15rem 0; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-s); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
      .declared { display: grid; gap: 0.35rem; margin-bottom: 0.9rem; padding: 0.8rem 1rem; border: 1px solid var(--wa-color-danger-border-normal); border-radius: 8px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
      .declared h3 { display: flex; align-items: center; gap: 0.5rem; font-size: 1rem; }
      blockquote { margin: 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid currentColor; white-space: pre-line; overflow-wrap: anywhere; }
    `,
  ];

  override render() {
    const { consents, withdrawal, submittedAt } = this.report;
    if (!submittedAt && consents.length === 0 && !withdrawal) return nothing;
    const privacy = consents.filter(({ kind }) => kind === 'privacy');
    return html`
      <section class="card" id="withdrawal-section" aria-labelledby="consents">
        <h2 id="consents"><wa-icon name="paragraph"></wa-icon>${msg('Einwilligungen & Widerruf', { id: 'withdrawal.section' })}</h2>
        ${withdrawal?.declaration ? this.#declared(withdrawal.declaration, withdrawal.endsAt) : nothing}
        <ul class="facts">
          ${privacy.map((consent) => this.#consent(msg('Datenschutzhinweis', { id: 'consent.privacy' }), consent))}
          ${withdrawal ? this.#withdrawal(withdrawal) : nothing}
        </ul>
      </section>
    `;
  }

  #withdrawal(withdrawal: Withdrawal) {
    const notice = this.#consentOf('withdrawalNotice');
    return html`
      ${withdrawal.noticeReceivedAt
        ? fact('good', msg('Widerrufsbelehrung erhalten', { id: 'withdrawal.received' }), html`${this.#when(withdrawal.noticeVersion, withdrawal.noticeReceivedAt)}${this.#wording(notice)}`)
        : fact('open', msg('Widerrufsbelehrung noch nicht bestätigt', { id: 'withdrawal.notReceived' }))}
      ${withdrawal.noticeReceivedAt ? this.#earlyStart(withdrawal) : nothing}
      ${withdrawal.handedOverAt
        ? fact('good', msg('Belehrung und Formular per E-Mail übergeben', { id: 'withdrawal.handedOver' }), html`<span class="quiet small">${formatExactMoment(withdrawal.handedOverAt, this.timeZone)}</span>`)
        : withdrawal.contractConcludedAt ? fact('open', msg('Belehrung noch nicht per E-Mail übergeben', { id: 'withdrawal.notHandedOver' }), html`<span class="small">${msg('Ohne E-Mail-Adresse müssen Sie sie auf Papier aushändigen; sonst läuft die Frist nicht sicher.', { id: 'withdrawal.notHandedOverHint' })}</span>`) : nothing}
      ${this.#clock(withdrawal)}
    `;
  }

  /** Asked together with the notice: before that, there is no answer to show. */
  #earlyStart({ earlyStartRequestedAt }: Withdrawal) {
    if (!earlyStartRequestedAt) {
      return fact('plain', msg('Sofort beginnen: nein', { id: 'withdrawal.notEarly' }), html`<span class="quiet small">${msg('Vor Ablauf der Frist nur auf ausdrücklichen Wunsch beginnen.', { id: 'withdrawal.notEarlyHint' })}</span>`);
    }
    const when = html`<span class="quiet small">${formatExactMoment(earlyStartRequestedAt, this.timeZone)}</span>`;
    return fact('good', msg('Sofort beginnen: ja, ausdrücklich verlangt', { id: 'withdrawal.early' }), html`${when}${this.#wording(this.#consentOf('earlyStart'))}`);
  }

  #clock(withdrawal: Withdrawal) {
    const { endsAt } = withdrawal;
    const state = withdrawalState(withdrawal);
    if (!endsAt || state === 'declared') return nothing;
    const day = formatDay(dayOf(new Date(endsAt), this.timeZone));
    if (state === 'over') return fact('plain', msg(str`Widerrufsfrist abgelaufen am ${day}`, { id: 'withdrawal.over' }));
    const days = daysLeft(endsAt);
    return fact('open', days === 1 ? msg(str`Widerruf möglich bis ${day}, heute ist der letzte Tag`, { id: 'withdrawal.lastDay' }) : msg(str`Widerruf möglich bis ${day}, noch ${days} Tage`, { id: 'withdrawal.running' }), undefined, 'clock');
  }

  #declared({ declaredAt, name, statement }: NonNullable<Withdrawal['declaration']>, endsAt: string | null) {
    return html`
      <div class="declared" role="alert">
        <h3><wa-icon name="error"></wa-icon>${msg('Vertrag widerrufen', { id: 'event.withdrawalDeclared' })}</h3>
        <p>${msg(str`${name} hat am ${formatExactMoment(declaredAt, this.timeZone)} den Widerruf erklärt. Bitte beginnen Sie keine Arbeiten und melden Sie sich beim Kunden.`, { id: 'withdrawal.declared' })}</p>
        ${endsAt ? html`<p>${this.#inTime(declaredAt, endsAt)}</p>` : nothing}
        ${statement ? html`<blockquote>${statement}</blockquote>` : nothing}
      </div>
    `;
  }

  #inTime(declaredAt: string, endsAt: string): string {
    const day = formatDay(dayOf(new Date(endsAt), this.timeZone));
    return new Date(declaredAt) <= new Date(endsAt)
      ? msg(str`Das war innerhalb der Frist, die am ${day} endet.`, { id: 'withdrawal.inTime' })
      : msg(str`Die Frist hatte am ${day} geendet. Ob der Widerruf trotzdem gilt, lassen Sie bitte prüfen.`, { id: 'withdrawal.late' });
  }

  #consent(title: string, consent: Consent) {
    return fact('good', title, html`${this.#when(consent.textVersion, consent.givenAt)}${this.#wording(consent)}`);
  }

  #when(version: number | null, at: string) {
    const moment = formatExactMoment(at, this.timeZone);
    return html`<span class="quiet small">${version === null ? moment : msg(str`Fassung ${version}, ${moment}`, { id: 'consent.version' })}</span>`;
  }

  #wording(consent: Consent | undefined) {
    if (!consent) return nothing;
    return html`<button class="text-button no-print" @click=${() => void tell({ title: msg(str`Wortlaut, Fassung ${consent.textVersion}`, { id: 'consent.wording' }), text: consent.text })}>${msg('Wortlaut zeigen', { id: 'consent.show' })}</button>`;
  }

  #consentOf(kind: Consent['kind']): Consent | undefined {
    return this.report.consents.find((consent) => consent.kind === kind);
  }
}

function fact(tone: Tone, title: string, more?: TemplateResult, icon = { good: 'check', bad: 'error', open: 'warning', plain: 'minus' }[tone]) {
  return html`<li class=${tone}><wa-icon name=${icon}></wa-icon><strong>${title}</strong>${more ?? nothing}</li>`;
}

customElements.define('report-withdrawal', ReportWithdrawal);
