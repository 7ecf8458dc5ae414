import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { presenceBeatMs, type Present } from '@meldewerk/contract/presence';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { fetchPresent, leaveReport, notePresence } from '../../data/handling.ts';
import { type LiveReportEvent, liveUpdates } from '../../live-updates.ts';

const settleMs = 400;

/** Says that this report is open here, and who else has it open. A page nobody looks at does not count. */
export class ReportPresence extends LitElement {
  static override properties = { reportId: { attribute: false }, present: { state: true } };
  declare reportId: string;
  declare present: Present[];

  readonly #viewId = crypto.randomUUID();
  #beat: ReturnType<typeof setInterval> | undefined;
  #editing = false;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #noted: string | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.present = [];
    new ListenerController(this, document, 'visibilitychange', () => (document.hidden ? this.#leave() : void this.#note()));
    new ListenerController(this, window, 'pagehide', () => this.#leave());
    new ListenerController(this, document, 'focusin', (event) => this.#type(event.composedPath()[0]));
    new ListenerController(this, document, 'focusout', () => this.#type(undefined));
    new ListenerController(this, liveUpdates, 'connected', () => void this.#note());
    new ListenerController(this, liveUpdates, 'presence', (event) => {
      if ((event as LiveReportEvent).message.reportId === this.reportId) void this.#read();
    });
  }

  static override styles = [
    base,
    css`
      :host { display: block; min-width: 0; }
      p { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; justify-content: center; font-size: var(--wa-font-size-s); line-height: 1.3; }
      span { display: inline-flex; align-items: center; gap: 0.4rem; }
      wa-icon { flex: none; color: var(--wa-color-text-quiet); }
      .editing { font-weight: 600; color: var(--wa-color-warning-on-quiet); }
      .editing wa-icon { color: inherit; }
      @media print { p { display: none; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    this.#beat = setInterval(() => void this.#note(), presenceBeatMs);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#beat);
    clearTimeout(this.#soon);
    this.#leave();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('reportId')) return;
    this.#leave();
    this.present = [];
    void this.#note();
  }

  override render() {
    return html`<p role="status">${this.present.map(({ name, editing }) => html`
      <span class=${editing ? 'editing' : ''}><wa-icon name=${editing ? 'pencil' : 'eye'}></wa-icon>${editing
        ? msg(str`${name} bearbeitet gerade`, { id: 'presence.editing' })
        : msg(str`${name} sieht sich das auch gerade an`, { id: 'presence.looking' })}</span>`)}${nothing}</p>`;
  }

  async #note() {
    if (document.hidden || !this.isConnected) return;
    const id = this.reportId;
    this.#noted = id;
    const present = await notePresence(id, this.#viewId, this.#editing).catch(() => undefined);
    if (present && id === this.reportId) this.present = present;
  }

  async #read() {
    const id = this.reportId;
    const present = await fetchPresent(id).catch(() => undefined);
    if (present && id === this.reportId) this.present = present;
  }

  #leave() {
    if (this.#noted) leaveReport(this.#noted, this.#viewId);
    this.#noted = undefined;
  }

  #type(target: EventTarget | undefined) {
    const editing = target instanceof Element && target.matches('input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select');
    if (editing === this.#editing) return;
    this.#editing = editing;
    // From one field to the next is no news.
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#note(), settleMs);
  }
}

customElements.define('report-presence', ReportPresence);
