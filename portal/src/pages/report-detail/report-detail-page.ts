import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/copy-button/copy-button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { hasStatus } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate } from '@meldewerk/shell/navigation';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { fetchReport, markReportOpened } from '../../data/reports.ts';
import { setPageTitle } from '../../document-title.ts';
import { type LiveReportEvent, liveUpdates } from '../../live-updates.ts';
import { lastListAddress } from '../../list-places.ts';
import { currentList, neighboursOf, noteOpened, rememberPlace } from '../../report-list.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { ShortcutController } from '../../shortcuts.ts';
import { plate, status } from '../../styles/shared.ts';
import { workflowChanges } from '../../workflow.ts';
import { answersSection, answerStyles } from './answers.ts';
import { historySection, recordStyles } from './records.ts';
import { customerSection, factStyles, insuranceSection, partnerSection, vehicleSection } from './facts.ts';
import { headerStyles, reportHeader } from './report-header.ts';
import { markStyles } from '../forms/form-marks.ts';
import '../message-page.ts';
import './messages/report-messages.ts';
import './approvals/report-approvals.ts';
import './customer-link.ts';
import './report-accident-statement.ts';
import './report-appointments.ts';
import './report-condition.ts';
import './report-damages.ts';
import './report-deliveries.ts';
import { formsLineStyles } from './report-forms-line.ts';
import './report-forms.ts';
import './report-handling.ts';
import './missing-items/report-missing-items.ts';
import './report-photos.ts';
import './report-withdrawal.ts';
import { safetySection } from './safety-section.ts';
import { safetyMarkStyles } from '../../safety-mark.ts';
import { lostStatusLink } from './status-link-card.ts';

const pendingPollMs = 3000;

/** Everything about one report on one page. */
export class ReportDetailPage extends LitElement {
  static override properties = { reportId: { type: String }, report: { state: true }, error: { state: true }, neighbours: { state: true }, wasNew: { state: true }, urgent: { state: true } };
  declare reportId: string;
  declare report: ReportDetail | undefined;
  declare error: unknown;
  declare neighbours: { previous: string | null; next: string | null } | null;
  declare wasNew: boolean;
  /** What stands further up; settled when the report is opened, so that nothing moves under somebody's hands. */
  declare urgent: Urgent;

  #loading: AbortController | undefined;
  #attention: AbortController | undefined;
  #poll: ReturnType<typeof setTimeout> | undefined;
  readonly #twoColumns = window.matchMedia('(min-width: 60rem)');

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.neighbours = null;
    this.wasNew = false;
    this.urgent = { link: false, approvals: false, missingItems: false };
    new ListenerController(this, this.#twoColumns, 'change');
    new ListenerController(this, workflowChanges, 'change');
    new ListenerController(this, liveUpdates, 'connected', () => void this.#refresh());
    new ListenerController(this, liveUpdates, 'report', (event) => {
      if ((event as LiveReportEvent).message.reportId === this.reportId) void this.#refresh();
    });
    new ShortcutController(this, {
      'j': () => this.#goTo(this.neighbours?.next),
      'k': () => this.#goTo(this.neighbours?.previous),
      'u': () => navigate(this.#listPath()),
      'r': () => this.#write('customer'),
      'i': () => this.#write('internal'),
    });
  }

  static override styles = [
    base, card, plate, status, headerStyles, markStyles, safetyMarkStyles, formsLineStyles, factStyles, answerStyles, recordStyles,
    css`
      .layout { display: grid; grid-template-columns: minmax(19rem, 23rem) minmax(0, 1fr); gap: 1rem; align-items: start; margin-top: 1rem; }
      .column { display: grid; gap: 1rem; min-width: 0; }
      section.card { padding: 1rem 1.15rem 1.1rem; min-width: 0; }
      .column customer-link { margin-top: -1rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; margin-bottom: 0.75rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      .skeleton { display: grid; gap: 1rem; margin-top: 1rem; }
      .skeleton i { height: 9rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      .skeleton i:first-of-type { height: 4rem; }
      /* Who to call stays in sight while the rest scrolls. */
      @media (min-width: 60rem) and (min-height: 54rem) { .column:first-child { position: sticky; inset-block-start: calc(var(--topbar-height) + 1rem); } }
      @media (max-width: 60rem) { .layout { grid-template-columns: minmax(0, 1fr); } }
      @media print {
        .layout { display: block; }
        .column { display: block; }
        .column:first-child { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); margin-bottom: 0.6rem; }
        link-card { display: none; }
        .card { break-inside: avoid; box-shadow: none; margin-bottom: 0.6rem; }
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('reportId')) void this.#open();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#attention?.abort();
    clearTimeout(this.#poll);
  }

  override render() {
    if (this.error) return this.#failure();
    const { report } = this;
    if (!report) return this.#skeleton();
    const { staff, tenant } = currentSession();
    const { timeZone } = tenant;
    setPageTitle([report.vehicle.licensePlate, report.reference].filter(Boolean).join(' · '));
    return html`
      ${reportHeader({ report, timeZone, isNew: this.wasNew, listPath: this.#listPath(), neighbours: this.neighbours })}
      <report-handling .report=${report} .timeZone=${timeZone} .mayEdit=${staff.role !== 'viewer'} @report-stale=${() => void this.#refresh()}></report-handling>
      ${this.urgent.link ? this.#customerLink(report) : nothing}
      <div class="layout">
        <div class="column">
          ${customerSection(report)}
          ${this.#twoColumns.matches ? furtherFacts(report) : nothing}
        </div>
        <div class="column">
          <report-appointments .report=${report} .timeZone=${timeZone} @report-stale=${() => void this.#refresh()}></report-appointments>
          ${this.urgent.approvals ? this.#approvals(report) : nothing}
          ${this.urgent.missingItems ? this.#missingItems(report) : nothing}
          <report-messages .report=${report} .timeZone=${timeZone} .mayWrite=${staff.role !== 'viewer'} @report-stale=${() => void this.#refresh()}></report-messages>
          ${report.damages.length > 0 ? html`<report-damages .report=${report} .timeZone=${timeZone}></report-damages>` : nothing}
          <report-photos .report=${report} .timeZone=${timeZone}></report-photos>
          ${report.submittedAt || report.conditionPhotos.length > 0
            ? html`<report-condition .report=${report} .timeZone=${timeZone} .mayEdit=${staff.role !== 'viewer'} @report-stale=${() => void this.#refresh()}></report-condition>`
            : nothing}
          <report-accident-statement .report=${report} .timeZone=${timeZone}></report-accident-statement>
          ${answersSection(report)}
          ${this.#twoColumns.matches ? nothing : furtherFacts(report)}
          ${this.urgent.approvals ? nothing : this.#approvals(report)}
          ${this.urgent.missingItems ? nothing : this.#missingItems(report)}
          ${this.urgent.link ? nothing : this.#customerLink(report)}
          ${report.forms.length > 0 || !report.submittedAt
            ? html`<report-forms .report=${report} .timeZone=${timeZone} .mayEdit=${staff.role !== 'viewer'} @report-stale=${() => void this.#refresh()}></report-forms>`
            : nothing}
          <report-deliveries .report=${report} .timeZone=${timeZone} .mayResend=${staff.role !== 'viewer'} @report-stale=${() => void this.#refresh()}></report-deliveries>
          ${report.submittedAt || report.withdrawal ? html`<report-withdrawal .report=${report} .timeZone=${timeZone}></report-withdrawal>` : nothing}
          ${historySection(report, timeZone)}
        </div>
      </div>
    `;
  }

  #customerLink(report: ReportDetail) {
    return html`<customer-link .report=${report} .timeZone=${currentSession().tenant.timeZone} @report-stale=${() => void this.#refresh()}></customer-link>`;
  }

  #approvals(report: ReportDetail) {
    const { staff, tenant } = currentSession();
    return html`<report-approvals .report=${report} .timeZone=${tenant.timeZone} .mayAsk=${staff.role !== 'viewer' && report.submittedAt !== null} @report-stale=${() => void this.#refresh()}></report-approvals>`;
  }

  #missingItems(report: ReportDetail) {
    const { staff, tenant } = currentSession();
    return html`<report-missing-items .report=${report} .timeZone=${tenant.timeZone} .mayEdit=${staff.role !== 'viewer'} @report-stale=${() => void this.#refresh()}></report-missing-items>`;
  }

  #failure() {
    const retry = () => void this.#open();
    if (hasStatus(this.error, 404)) return html`<message-page kind="report-not-found"></message-page>`;
    if (hasStatus(this.error, 403)) return html`<message-page kind="forbidden"></message-page>`;
    return html`<message-page kind="failed" .error=${this.error} .retry=${retry}></message-page>`;
  }

  #skeleton() {
    return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Meldung wird geladen.', { id: 'detail.loading' })}</span><i></i><i></i><i></i></div>`;
  }

  async #open() {
    window.scrollTo({ top: 0, behavior: 'instant' });
    this.#attention?.abort();
    Object.assign(this, { report: undefined, error: undefined, neighbours: null });
    const id = this.reportId;
    if (!(await this.#load(id))) return;
    this.wasNew = this.report?.firstOpened === null;
    rememberPlace(currentList()?.scrollTop ?? 0, id);
    void this.#recordOpening(id);
    const neighbours = await neighboursOf(id);
    if (id === this.reportId) this.neighbours = neighbours;
  }

  async #load(id: string): Promise<boolean> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const report = await fetchReport(id, signal);
      Object.assign(this, { report, urgent: urgentIn(report) });
    } catch (error) {
      if (!signal.aborted) this.error = error;
      return false;
    }
    this.#pollWhilePending();
    return true;
  }

  /** A failed refresh leaves what is shown; the next change or reload brings it up to date. */
  async #refresh() {
    const id = this.reportId;
    const fresh = await fetchReport(id).catch(() => undefined);
    if (!fresh || id !== this.reportId || !this.report) return;
    const sentJustNow = this.report.firstOpened !== null && fresh.firstOpened === null;
    this.report = fresh;
    this.#pollWhilePending();
    if (sentJustNow) this.#openWhenAttended(id);
  }

  /** The customer sent it while this page was open: it counts as opened once somebody is seen to be there. */
  #openWhenAttended(id: string) {
    this.wasNew = true;
    this.#attention?.abort();
    this.#attention = new AbortController();
    const { signal } = this.#attention;
    const attended = () => {
      this.#attention?.abort();
      void this.#recordOpening(id);
    };
    for (const sign of ['pointermove', 'pointerdown', 'keydown']) window.addEventListener(sign, attended, { signal });
  }

  #pollWhilePending() {
    clearTimeout(this.#poll);
    const pending = this.report?.photos.some((photo) => photo.state === 'received') || this.report?.deliveries.some((delivery) => delivery.state === 'sending');
    if (pending && this.isConnected) this.#poll = setTimeout(() => void this.#refresh(), pendingPollMs);
  }

  async #recordOpening(id: string) {
    try {
      await markReportOpened(id);
      noteOpened(id);
      if (this.wasNew && id === this.reportId) await this.#refresh();
    } catch {
      // Stays "new" for everybody until it is opened again; nothing is lost by that.
    }
  }

  #listPath(): string {
    return lastListAddress();
  }

  #write(audience: 'customer' | 'internal') {
    this.renderRoot.querySelector('report-messages')?.begin(audience);
  }

  #goTo(id: string | null | undefined) {
    if (id) navigate(paths.report(id));
  }
}

type Urgent = { link: boolean; approvals: boolean; missingItems: boolean };

/** What waits for somebody, and the link until the customer has it. */
function urgentIn(report: ReportDetail): Urgent {
  const { approvals, handling, missingItems, statusLink, submittedAt } = report;
  return {
    link: submittedAt === null || handling.internalSince !== null || statusLink.state === 'notSent' || statusLink.state === 'withdrawn' || lostStatusLink(report) !== undefined,
    approvals: approvals.some(({ state }) => state === 'open'),
    missingItems: missingItems.requests.some(({ state }) => state === 'open'),
  };
}

function furtherFacts(report: ReportDetail) {
  return [safetySection(report), vehicleSection(report), insuranceSection(report), partnerSection(report)];
}

customElements.define('report-detail-page', ReportDetailPage);
