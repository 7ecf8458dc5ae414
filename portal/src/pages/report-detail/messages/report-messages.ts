import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Colleague } from '@meldewerk/contract/handling';
import type { Message, MessageList } from '@meldewerk/contract/message';
import type { ReportDetail } from '@meldewerk/contract/report';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { fetchColleagues } from '../../../data/handling.ts';
import { fetchMessages, markMessagesRead } from '../../../data/messages.ts';
import { type LiveReportEvent, liveUpdates } from '../../../live-updates.ts';
import { readUnreadReports } from '../../../unread-reports.ts';
import { attachmentStyles } from './attachment-list.ts';
import { messageList, messageListStyles } from './message-list.ts';
import './message-composer.ts';
import type { Audience } from './message-draft.ts';

/** What workshop and customer wrote to each other, and the notes in between. Counts as read once it is seen. Fires `report-stale` after something was written. */
export class ReportMessages extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, mayWrite: { type: Boolean }, list: { state: true }, fault: { state: true }, newFrom: { state: true }, colleagues: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare mayWrite: boolean;
  declare list: MessageList | undefined;
  declare fault: string;
  declare newFrom: string | null;
  declare colleagues: Colleague[];

  #readThrough: string | undefined;
  #isInSight = false;
  readonly #sight = new IntersectionObserver((entries) => {
    this.#isInSight = entries.at(-1)?.isIntersecting ?? false;
    void this.#noteReading();
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { fault: '', newFrom: null, colleagues: [] });
    new ListenerController(this, liveUpdates, 'connected', () => void this.#refresh());
    new ListenerController(this, liveUpdates, 'report', (event) => {
      if ((event as LiveReportEvent).message.reportId === this.report.id) void this.#refresh();
    });
    new ListenerController(this, window, 'focus', () => void this.#noteReading());
  }

  static override styles = [
    base, card, attachmentStyles, messageListStyles,
    css`
      section { display: grid; gap: 0.9rem; padding: 1rem 1.15rem 1.1rem; scroll-margin-top: calc(var(--topbar-height, 3.5rem) + 1rem); }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      .count { padding: 0.05em 0.55em; border-radius: 999px; background: var(--wa-color-brand-50); color: #fff; font-size: 0.8em; }
      .older { justify-self: center; }
      .fault { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; color: var(--wa-color-danger-on-quiet); }
      .skeleton { height: 5rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.5; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void fetchColleagues().then((colleagues) => (this.colleagues = colleagues), () => undefined);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sight.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('report') || changed.get('report')?.id === this.report.id) return;
    Object.assign(this, { list: undefined, fault: '', newFrom: null });
    this.#readThrough = undefined;
    void this.#open();
  }

  override updated() {
    this.#sight.disconnect();
    const last = this.renderRoot.querySelector('.conversation > :last-child');
    if (last) this.#sight.observe(last);
  }

  override render() {
    const { list, report, timeZone, colleagues, newFrom } = this;
    return html`
      <section class="card" aria-labelledby="messages">
        <h2 id="messages"><wa-icon name="message"></wa-icon>${msg('Nachrichten und Notizen', { id: 'messages.title' })}${list && list.unread > 0 ? html`<span class="count numbers">${msg(str`${list.unread} neu`, { id: 'messages.unread' })}</span>` : nothing}</h2>
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}<wa-button size="s" appearance="outlined" @click=${() => void this.#open()}>${msg('Noch einmal versuchen', { id: 'messages.again' })}</wa-button></p>` : nothing}
        ${!list && !this.fault ? html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Nachrichten werden geladen.', { id: 'messages.loading' })}</span></div>` : nothing}
        ${list?.earlier ? html`<wa-button class="older" size="s" appearance="plain" @click=${() => void this.#older()}>${msg('Ältere anzeigen', { id: 'messages.older' })}</wa-button>` : nothing}
        ${list && list.messages.length > 0 ? messageList({ report, messages: list.messages, timeZone, colleagues, newFrom, onCovered: () => void this.#refresh() }) : nothing}
        ${list && list.messages.length === 0 ? html`<p class="quiet">${msg('Noch nichts geschrieben. Was Sie hier an den Kunden schreiben, beantwortet er über seinen Link, ohne Anmeldung.', { id: 'messages.empty' })}</p>` : nothing}
        ${this.mayWrite
          ? html`<message-composer .report=${report} .colleagues=${colleagues} @message-written=${this.#written}></message-composer>`
          : html`<p class="quiet">${msg('Schreiben können Sachbearbeitung und Leitung; Ihr Konto darf lesen.', { id: 'messages.readOnly' })}</p>`}
      </section>
    `;
  }

  /** As if somebody had said whom they write to. */
  begin(audience: Audience) {
    this.renderRoot.querySelector('message-composer')?.begin(audience);
  }

  async #open() {
    const { id } = this.report;
    this.fault = '';
    try {
      const list = await fetchMessages(id);
      if (id !== this.report.id) return;
      this.list = list;
      this.newFrom = list.messages.filter(({ author }) => author === 'customer').at(-list.unread || Infinity)?.id ?? null;
      await this.updateComplete;
      if (location.hash === '#messages') this.renderRoot.querySelector('section')?.scrollIntoView({ block: 'start' });
    } catch (error) {
      if (id === this.report.id) this.fault = errorText(error);
    }
  }

  /** Fails without a word: what is shown stays, and the next change brings it up to date. */
  async #refresh() {
    const { id } = this.report;
    const list = await fetchMessages(id).catch(() => undefined);
    if (!list || id !== this.report.id || !this.list) return;
    const [first] = list.messages;
    const older = first ? this.list.messages.filter(({ at, id: known }) => at < first.at && known !== first.id) : [];
    this.list = { ...list, messages: [...older, ...list.messages], earlier: older.length > 0 ? this.list.earlier : list.earlier };
    await this.updateComplete;
    void this.#noteReading();
  }

  async #older() {
    const [first] = this.list?.messages ?? [];
    if (!this.list || !first) return;
    const { id } = this.report;
    const earlier = await fetchMessages(id, first.id).catch((error: unknown) => void (this.fault = errorText(error)));
    if (earlier && id === this.report.id) this.list = { ...this.list, messages: [...earlier.messages, ...this.list.messages], earlier: earlier.earlier };
  }

  /** Seen means: the newest is on the screen of somebody who is there. */
  async #noteReading() {
    const newest = this.list?.messages.at(-1);
    if (!newest || !this.list?.unread || !this.#isInSight || document.visibilityState !== 'visible' || !document.hasFocus() || this.#readThrough === newest.id) return;
    this.#readThrough = newest.id;
    const { id } = this.report;
    try {
      await markMessagesRead(id, newest.id);
      if (id === this.report.id && this.list) this.list = { ...this.list, unread: 0 };
      void readUnreadReports();
    } catch {
      // Stays unread, and is told again at the next look.
      this.#readThrough = undefined;
    }
  }

  readonly #written = ({ detail: message }: CustomEvent<Message>) => {
    if (this.list && !this.list.messages.some(({ id }) => id === message.id)) this.list = { ...this.list, messages: [...this.list.messages, message] };
    this.newFrom = null;
    this.dispatchEvent(new Event('report-stale'));
  };
}

customElements.define('report-messages', ReportMessages);

declare global {
  interface HTMLElementTagNameMap {
    'report-messages': ReportMessages;
  }
}
