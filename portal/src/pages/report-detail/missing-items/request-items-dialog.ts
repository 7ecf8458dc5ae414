import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FormSummary } from '@meldewerk/contract/form';
import { itemKinds, type ItemMessagePreview, type ItemReason, type RequestChannel } from '@meldewerk/contract/missing-items';
import type { ReportDetail } from '@meldewerk/contract/report';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { base } from '@meldewerk/shell/styles';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { fetchForms } from '../../../data/forms.ts';
import { previewItemMessage, requestItems } from '../../../data/missing-items.ts';
import { photoUrl } from '../../../data/reports.ts';
import { controlStyles } from '../../forms/control-styles.ts';
import { choicesOf, type Choice } from './item-choices.ts';
import { kindHeading, reasonText } from './item-words.ts';
import { dialogStyles } from './request-items-styles.ts';

type Chosen = { id: string; reason: ItemReason; note: string };

/** What is missing or unusable, to be ticked; `onRequested` hears when it was asked for. Its `report` may change while it is open. */
export function openRequestItemsDialog(report: ReportDetail, onRequested: () => void): RequestItemsDialog {
  const dialog = document.createElement('request-items-dialog');
  Object.assign(dialog, { report, onRequested });
  document.body.append(dialog);
  return dialog;
}

export class RequestItemsDialog extends LitElement {
  static override properties = { report: { attribute: false }, library: { state: true }, chosen: { state: true }, note: { state: true }, channel: { state: true }, preview: { state: true }, fault: { state: true }, faults: { state: true }, sending: { state: true }, acknowledging: { state: true } };
  declare report: ReportDetail;
  declare onRequested: () => void;
  declare library: FormSummary[];
  declare chosen: ReadonlyMap<string, Chosen>;
  declare note: string;
  declare channel: RequestChannel | null;
  declare preview: ItemMessagePreview | null;
  declare fault: string;
  /** By choice, what the server said of it. */
  declare faults: ReadonlyMap<string, string>;
  declare sending: boolean;
  /** A form has its doubts, and staff were told; asking again goes on all the same. */
  declare acknowledging: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { library: [], chosen: new Map(), note: '', channel: null, preview: null, fault: '', faults: new Map(), sending: false, acknowledging: false });
  }

  static override styles = [base, controlStyles, dialogStyles];

  override connectedCallback() {
    super.connectedCallback();
    fetchForms().then((forms) => (this.library = forms), () => undefined);
    this.#previewSoon(0);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking.abort();
  }

  override render() {
    const choices = choicesOf(this.report, this.library);
    const count = this.chosen.size;
    return html`
      <wa-dialog label=${msg('Fehlt etwas?', { id: 'missingItems.ask' })} open @wa-after-hide=${this.#closed} @wa-hide=${this.#mayHide}>
        <p class="lead">${msg('Haken Sie an, was fehlt oder nicht zu gebrauchen ist. Der Kunde bekommt eine Nachricht mit seinem Link und sieht dort nur das.', { id: 'missingItems.lead' })}</p>
        ${itemKinds.map((kind) => this.#group(kind, choices.filter((choice) => choice.kind === kind)))}
        <fieldset class="message">
          <legend>${msg('Nachricht an den Kunden', { id: 'missingItems.message' })}</legend>
          <div class="field"><label for="note">${msg('Ein Satz dazu (freiwillig)', { id: 'missingItems.note' })}</label>
            <textarea id="note" rows="2" maxlength="500" .value=${this.note} @input=${(event: Event) => this.#setNote((event.target as HTMLTextAreaElement).value)}></textarea></div>
          ${this.#channels()}
          ${count > 0 ? this.#previewText() : nothing}
        </fieldset>
        ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="brand" ?loading=${this.sending} ?disabled=${count === 0 || !this.channel} @click=${() => void this.#send(choices)}>
          ${this.acknowledging ? msg('Trotzdem anfordern', { id: 'missingItems.requestAnyway' }) : count === 1 ? msg('Eine Sache anfordern', { id: 'missingItems.requestOne' }) : count > 1 ? msg(str`${count} Dinge anfordern`, { id: 'missingItems.requestMany' }) : msg('Anfordern', { id: 'missingItems.request' })}</wa-button>
      </wa-dialog>
    `;
  }

  /** What is missing is in sight; what is there is folded up, but for photos, which are told apart by looking. */
  #group(kind: Choice['kind'], choices: Choice[]) {
    if (choices.length === 0) return nothing;
    const isBehind = (choice: Choice) => (kind === 'answer' || kind === 'field') && choice.value !== '';
    const behind = choices.filter(isBehind);
    const inSight = choices.filter((choice) => !isBehind(choice));
    return html`<fieldset class="group">
      <legend>${kindHeading(kind)}</legend>
      ${kind === 'photo'
        ? html`<div class="photos">${inSight.filter(({ photoId }) => photoId).map((choice) => this.#choice(choice))}</div><div class="rows">${inSight.filter(({ photoId }) => !photoId).map((choice) => this.#choice(choice))}</div>`
        : html`<div class="rows">${inSight.map((choice) => this.#choice(choice))}</div>`}
      ${behind.length > 0 ? html`<details><summary>${kind === 'field' ? msg(str`Schon angegeben (${behind.length})`, { id: 'missingItems.fieldsThere' }) : msg(str`Schon beantwortet (${behind.length})`, { id: 'missingItems.answersThere' })}</summary><div class="rows">${behind.map((choice) => this.#choice(choice))}</div></details>` : nothing}
    </fieldset>`;
  }

  #choice(choice: Choice): TemplateResult {
    const chosen = this.chosen.get(choice.key);
    const fault = this.faults.get(choice.key);
    return html`<div class="row ${chosen ? 'chosen' : ''} ${choice.photoId ? 'picture' : ''}">
      <label class="choice">
        <input type="checkbox" .checked=${chosen !== undefined || choice.open} ?disabled=${choice.open} @change=${(event: Event) => this.#toggle(choice, (event.target as HTMLInputElement).checked)} />
        <span>${choice.photoId ? html`<img src=${photoUrl(choice.photoId, 'thumbnail')} alt="" loading="lazy" />` : nothing}<span class="name">${choice.label}</span>
          ${choice.value && !choice.photoId ? html`<span class="hint value">${choice.value}</span>` : nothing}
          ${choice.open ? html`<span class="hint">${msg('schon angefordert', { id: 'missingItems.askedAlready' })}</span>` : nothing}</span>
      </label>
      ${chosen ? this.#why(choice, chosen) : nothing}
      ${fault ? html`<p class="fault"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing}
    </div>`;
  }

  #why(choice: Choice, chosen: Chosen) {
    const set = (part: Partial<Chosen>) => this.#set(choice.key, { ...chosen, ...part });
    return html`<div class="why">
      <select aria-label=${msg(str`Warum: ${choice.label}`, { id: 'missingItems.why' })} @change=${(event: Event) => set({ reason: (event.target as HTMLSelectElement).value as ItemReason })}>
        ${choice.reasons.map((reason) => html`<option value=${reason} ?selected=${reason === chosen.reason}>${reasonText(reason)}</option>`)}
      </select>
      <input type="text" maxlength="300" .value=${chosen.note} aria-label=${msg(str`Hinweis: ${choice.label}`, { id: 'missingItems.hint' })} placeholder=${chosen.reason === 'other' ? msg('Grund (nötig)', { id: 'missingItems.reasonNeeded' }) : msg('Hinweis (freiwillig)', { id: 'missingItems.hintOptional' })} @input=${(event: Event) => set({ note: (event.target as HTMLInputElement).value })} />
    </div>`;
  }

  #channels() {
    const { preview } = this;
    if (!preview) return html`<p class="hint">${msg('Die Wege zum Kunden werden geladen.', { id: 'missingItems.waysLoading' })}</p>`;
    const ways: { channel: RequestChannel; label: string }[] = [
      ...(preview.sms ? [{ channel: 'sms' as const, label: msg(str`SMS an ${preview.sms.to}`, { id: 'missingItems.bySms' }) }] : []),
      ...(preview.email ? [{ channel: 'email' as const, label: msg(str`E-Mail an ${preview.email.to}`, { id: 'missingItems.byMail' }) }] : []),
      { channel: 'none', label: msg('Nichts senden, ich gebe den Link selbst weiter', { id: 'missingItems.byHand' }) },
    ];
    return html`<div class="ways" role="radiogroup" aria-label=${msg('Auf welchem Weg?', { id: 'missingItems.way' })}>
      ${ways.map(({ channel, label }) => html`<label class="choice"><input type="radio" name="channel" .checked=${this.channel === channel} @change=${() => (this.channel = channel)} /><span>${label}</span></label>`)}
    </div>
    ${preview.noSms ? html`<p class="hint">${preview.noSms}</p>` : nothing}`;
  }

  #previewText() {
    const text = this.channel === 'sms' ? this.preview?.sms?.text : this.channel === 'email' ? this.preview?.email?.text : null;
    if (!text) return nothing;
    return html`<figure><figcaption class="hint">${msg('So liest es der Kunde:', { id: 'missingItems.preview' })}</figcaption><p class="sms">${this.channel === 'email' ? html`<strong>${this.preview?.email?.subject}</strong>\n\n` : nothing}${text.replace(/x{22}/g, '…')}</p></figure>`;
  }

  #toggle(choice: Choice, on: boolean) {
    const chosen = new Map(this.chosen);
    if (on) chosen.set(choice.key, { id: crypto.randomUUID(), reason: choice.reasons[0] ?? 'missing', note: '' });
    else chosen.delete(choice.key);
    this.#adopt(chosen);
  }

  #set(key: string, part: Chosen) {
    this.#adopt(new Map(this.chosen).set(key, part));
  }

  #adopt(chosen: ReadonlyMap<string, Chosen>) {
    Object.assign(this, { chosen, fault: '', faults: new Map(), acknowledging: false });
    this.#previewSoon();
  }

  #setNote(note: string) {
    this.note = note;
    this.#previewSoon();
  }

  #previewSoon(pauseMs = 350) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  async #ask() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const choices = choicesOf(this.report, this.library);
    const items = [...this.chosen].flatMap(([key, { reason, note }]) => {
      const choice = choices.find((candidate) => candidate.key === key);
      return choice ? [{ label: choice.label.slice(0, 200), reason: [reason === 'other' ? '' : reasonText(reason), note].filter(Boolean).join(' – ') }] : [];
    });
    try {
      const preview = await previewItemMessage(this.report.id, { count: Math.max(1, items.length), note: this.note || null, items }, signal);
      this.preview = preview;
      const wanted = this.report.reporter.preferredChannel === 'email' && preview.email ? 'email' : preview.sms ? 'sms' : preview.email ? 'email' : 'none';
      this.channel ??= wanted;
    } catch (error) {
      if (!signal.aborted) this.fault = errorText(error);
    }
  }

  async #send(choices: Choice[]) {
    const chosen = [...this.chosen].flatMap(([key, asked]) => {
      const choice = choices.find((candidate) => candidate.key === key);
      return choice ? [{ choice, asked }] : [];
    });
    const unexplained = chosen.filter(({ asked }) => asked.reason === 'other' && !asked.note.trim());
    if (unexplained.length > 0) {
      this.faults = new Map(unexplained.map(({ choice }) => [choice.key, msg('Bitte schreiben Sie den Grund dazu.', { id: 'missingItems.reasonMissing' })]));
      return;
    }
    if (!this.channel) return;
    Object.assign(this, { sending: true, fault: '', faults: new Map() });
    try {
      await requestItems(this.report.id, { channel: this.channel, note: this.note.trim() || null, items: chosen.map(({ choice, asked }) => choice.item({ ...asked, note: asked.note.trim() || null, acknowledged: this.acknowledging })) });
      this.chosen = new Map();
      this.#close();
      this.onRequested();
    } catch (error) {
      this.#refused(error, chosen.map(({ choice }) => choice));
    } finally {
      this.sending = false;
    }
  }

  #refused(error: unknown, choices: Choice[]) {
    const problem = error instanceof ProblemError ? error.problem : null;
    const faults = new Map<string, string>();
    for (const { path, message } of problem?.issues ?? []) {
      const choice = /^items\.(\d+)/.exec(path);
      const key = choice ? choices[Number(choice[1])]?.key : undefined;
      if (key) faults.set(key, message);
    }
    this.faults = faults;
    this.acknowledging = problem?.code === 'formNotFitting';
    this.fault = problem?.code === 'formNotFitting' ? (problem.issues ?? []).map(({ message }) => message).join(' ') : errorText(error);
  }

  #close() {
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  /** A slip beside the dialog loses nothing that was ticked. */
  #mayHide(event: CustomEvent<{ source: Element }>) {
    if (event.target !== this.renderRoot.querySelector('wa-dialog')) return;
    if (this.chosen.size > 0 && event.detail.source === event.target && !this.sending) event.preventDefault();
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

customElements.define('request-items-dialog', RequestItemsDialog);

declare global {
  interface HTMLElementTagNameMap {
    'request-items-dialog': RequestItemsDialog;
  }
}
