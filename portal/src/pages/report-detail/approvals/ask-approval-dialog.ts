import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { approvalLimits, type ApprovalKind, type AskApprovalInput } from '@meldewerk/contract/approval';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { askApproval } from '../../../data/approvals.ts';
import { messageFileUrl, uploadMessageFile } from '../../../data/messages.ts';
import { photoUrl } from '../../../data/reports.ts';
import { currentLanguage } from '../../../locale.ts';
import { currentSession } from '../../../session.ts';
import { dayAt } from '../../../workshop-time.ts';
import { controlStyles } from '../../forms/control-styles.ts';
import { readAmount } from './read-amount.ts';

type Faults = Partial<Record<'reason' | 'amount' | 'readyOn' | 'photos', string>>;
type Uploaded = { id: string; name: string };

/** What the customer is to be asked; `onAsked` hears of success. */
export function openAskApprovalDialog(report: ReportDetail, onAsked: () => void) {
  const dialog = document.createElement('ask-approval-dialog');
  Object.assign(dialog, { report, onAsked });
  document.body.append(dialog);
}

export class AskApprovalDialog extends LitElement {
  static override properties = {
    report: { attribute: false }, kind: { state: true }, chosen: { state: true }, uploaded: { state: true }, uploading: { state: true }, faults: { state: true }, failure: { state: true }, sending: { state: true },
  };
  declare report: ReportDetail;
  declare onAsked: () => void;
  declare kind: ApprovalKind;
  /** Ids of photos that go with the question. */
  declare chosen: ReadonlySet<string>;
  declare uploaded: readonly Uploaded[];
  declare uploading: number;
  declare faults: Faults;
  declare failure: string;
  declare sending: boolean;

  /** One id for this question: pressing twice asks once. */
  #id = crypto.randomUUID();
  #asked = false;
  #gone = new AbortController();

  static override styles = [
    base, controlStyles,
    css`
      wa-dialog { --width: min(40rem, 96vw); }
      form { display: grid; gap: 1rem; }
      fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
      legend { padding: 0; margin-bottom: 0.35rem; font-weight: 600; }
      .kinds, .vat { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; }
      .kinds label, .vat label { display: inline-flex; align-items: center; gap: 0.45rem; min-height: 2.4rem; cursor: pointer; }
      .kinds input, .vat input, .photo input { accent-color: var(--wa-color-brand-50); }
      .kinds input, .vat input { width: 1.1rem; height: 1.1rem; margin: 0; }
      .pair { display: grid; align-items: start; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; }
      textarea { min-height: 6.5rem; resize: vertical; }
      .photos { display: flex; flex-wrap: wrap; gap: 0.5rem; }
      .photo { position: relative; display: block; border-radius: 8px; overflow: hidden; cursor: pointer; }
      .photo img { display: block; inline-size: 6.2rem; aspect-ratio: 4 / 3; object-fit: cover; background: var(--wa-color-surface-lowered); }
      .photo input { position: absolute; inset-block-start: 0.35rem; inset-inline-start: 0.35rem; width: 1.25rem; height: 1.25rem; margin: 0; }
      .photo:has(:checked) { outline: 3px solid var(--wa-color-brand-50); outline-offset: -3px; }
      .photo:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
      .take { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.4rem; margin-top: 0.5rem; padding: 0.35rem 0.9rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 8px; cursor: pointer; font-weight: 550; }
      .take:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
    `,
  ];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { kind: 'extraWork', chosen: new Set(), uploaded: [], uploading: 0, faults: {}, failure: '', sending: false });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#gone.abort();
  }

  override render() {
    const { reporter } = this.report;
    const name = [reporter.firstName, reporter.lastName].filter(Boolean).join(' ');
    return html`
      <wa-dialog label=${msg('Kunden um Ja oder Nein fragen', { id: 'approval.dialog' })} open @wa-hide=${this.#hiding} @wa-after-hide=${this.#closed}>
        <form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#send(); }}>
          <fieldset>
            <legend>${msg('Worum geht es?', { id: 'approval.kind' })}</legend>
            <div class="kinds">
              ${this.#kindOption('extraWork', msg('Zusätzliche Arbeit', { id: 'approval.extraWork' }))}
              ${this.#kindOption('delay', msg('Spätere Fertigstellung', { id: 'approval.delay' }))}
            </div>
          </fieldset>
          <div class="field">
            <label for="reason">${msg('Grund, wie ihn der Kunde liest', { id: 'approval.reason' })}</label>
            <textarea id="reason" name="reason" maxlength="2000" aria-required="true" aria-invalid=${this.faults.reason ? 'true' : 'false'}></textarea>
            ${this.#fault('reason')}
          </div>
          <div class="pair">
            <div class="field">
              <label for="amount">${this.kind === 'extraWork' ? msg('Mehrkosten in Euro', { id: 'approval.amount' }) : msg('Mehrkosten in Euro (falls es welche gibt)', { id: 'approval.amountOptional' })}</label>
              <input id="amount" name="amount" inputmode="decimal" autocomplete="off" placeholder="450,00" aria-invalid=${this.faults.amount ? 'true' : 'false'} />
              ${this.#fault('amount')}
              <div class="vat" role="radiogroup" aria-label=${msg('Mehrwertsteuer', { id: 'approval.vat' })}>
                <label><input type="radio" name="vat" value="with" checked />${msg('inkl. MwSt.', { id: 'approval.inclVat' })}</label>
                <label><input type="radio" name="vat" value="plus" />${msg('zzgl. MwSt.', { id: 'approval.exclVat' })}</label>
              </div>
            </div>
            <div class="field">
              <label for="readyOn">${this.kind === 'delay' ? msg('Neuer Fertigstellungstag', { id: 'approval.newDay' }) : msg('Fertig am (wenn es sich verschiebt)', { id: 'approval.newDayOptional' })}</label>
              <input id="readyOn" name="readyOn" type="date" min=${dayAt(new Date().toISOString(), currentSession().tenant.timeZone)} aria-invalid=${this.faults.readyOn ? 'true' : 'false'} />
              ${this.#fault('readyOn')}
            </div>
          </div>
          ${this.#photos()}
          <p class="hint">${msg(str`${name || msg('Der Kunde', { id: 'approval.customer' })} bekommt eine SMS oder E-Mail, antwortet einmal mit Ja oder Nein und unterschreibt. Was Sie fragen, lässt sich danach nicht mehr ändern, nur zurückziehen.`, { id: 'approval.dialogHint' })}</p>
          ${this.failure ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.failure}</p>` : nothing}
        </form>
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="brand" ?loading=${this.sending} ?disabled=${this.uploading > 0} @click=${() => void this.#send()}><wa-icon slot="start" name="send"></wa-icon>${msg('Kunden fragen', { id: 'approval.ask' })}</wa-button>
      </wa-dialog>
    `;
  }

  #kindOption(value: ApprovalKind, label: string) {
    return html`<label><input type="radio" name="kind" value=${value} .checked=${this.kind === value} @change=${() => (this.kind = value)} />${label}</label>`;
  }

  #photos() {
    const ready = this.report.photos.filter(({ state }) => state === 'ready');
    return html`<fieldset>
      <legend>${msg(str`Fotos dazu (höchstens ${approvalLimits.maxPhotos})`, { id: 'approval.photos' })}</legend>
      <div class="photos">
        ${ready.map(({ id, shotId }) => this.#photo(id, photoUrl(id, 'thumbnail'), this.report.shotLabels[shotId]?.[currentLanguage()] ?? shotId))}
        ${this.uploaded.map(({ id, name }) => this.#photo(id, messageFileUrl(id, 'thumbnail'), name))}
      </div>
      <label class="take"><wa-icon name="camera"></wa-icon>${this.uploading > 0 ? msg('Foto wird geladen …', { id: 'approval.uploading' }) : msg('Foto aufnehmen oder wählen', { id: 'approval.takePhoto' })}
        <input class="visually-hidden" type="file" accept="image/*" multiple @change=${this.#take} /></label>
      ${this.#fault('photos')}
    </fieldset>`;
  }

  #photo(id: string, address: string, label: string) {
    return html`<label class="photo"><img src=${address} alt=${label} /><input type="checkbox" .checked=${this.chosen.has(id)} @change=${(event: Event) => this.#choose(id, (event.target as HTMLInputElement).checked)} /></label>`;
  }

  #fault(field: keyof Faults) {
    const fault = this.faults[field];
    return fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing;
  }

  #choose(id: string, on: boolean) {
    const next = new Set(this.chosen);
    if (on) next.add(id);
    else next.delete(id);
    this.chosen = next;
    this.faults = { ...this.faults, photos: next.size > approvalLimits.maxPhotos ? msg(str`Bitte wählen Sie höchstens ${approvalLimits.maxPhotos} Fotos.`, { id: 'approval.tooManyPhotos' }) : undefined } as Faults;
  }

  #take = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.uploading += files.length;
    for (const file of files) {
      try {
        const { id, fileName } = await uploadMessageFile(this.report.id, file, () => {}, this.#gone.signal);
        this.uploaded = [...this.uploaded, { id, name: fileName }];
        this.#choose(id, true);
      } catch (error) {
        if (this.isConnected) this.faults = { ...this.faults, photos: errorText(error) };
      }
      this.uploading -= 1;
    }
  };

  async #send() {
    if (this.sending || this.uploading > 0) return;
    const asked = this.#read();
    if (!asked) return;
    Object.assign(this, { sending: true, failure: '' });
    try {
      await askApproval(this.report.id, asked);
      this.#asked = true;
      this.onAsked();
      this.#close();
    } catch (error) {
      const issues = error instanceof ProblemError ? (error.problem.issues ?? []) : [];
      this.faults = Object.fromEntries(issues.map(({ path, message }) => [path.startsWith('photoIds') ? 'photos' : path, message])) as Faults;
      this.failure = issues.length > 0 ? '' : errorText(error);
    }
    this.sending = false;
  }

  /** What was typed, or null with the faults named. */
  #read(): AskApprovalInput | null {
    const form = this.renderRoot.querySelector('form');
    if (!form) return null;
    const value = (name: string) => String(new FormData(form).get(name) ?? '').trim();
    const cents = readAmount(value('amount'));
    const readyOn = value('readyOn') || null;
    const faults: Faults = {};
    if (!value('reason')) faults.reason = msg('Bitte schreiben Sie, worum es geht.', { id: 'approval.reasonMissing' });
    if (value('amount') && cents === null) faults.amount = msg('Bitte geben Sie den Betrag als Zahl ein, zum Beispiel 450,00.', { id: 'approval.amountWrong' });
    else if (this.kind === 'extraWork' && cents === null && !readyOn) faults.amount = msg('Bitte geben Sie die Mehrkosten an, oder einen neuen Tag.', { id: 'approval.amountMissing' });
    if (this.kind === 'delay' && !readyOn) faults.readyOn = msg('Bitte wählen Sie den neuen Tag.', { id: 'approval.dayMissing' });
    if (this.chosen.size > approvalLimits.maxPhotos && this.faults.photos) faults.photos = this.faults.photos;
    this.faults = faults;
    const [first] = Object.keys(faults);
    if (first) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus());
      return null;
    }
    return { id: this.#id, kind: this.kind, reason: value('reason'), amount: cents === null ? null : { cents, includesVat: value('vat') === 'with' }, readyOn, photoIds: [...this.chosen] };
  }

  /** What is typed is not lost by a slip. */
  #hiding = (event: Event) => {
    const reason = this.renderRoot.querySelector('textarea')?.value.trim();
    if (event.target !== event.currentTarget || this.#asked || !reason) return;
    event.preventDefault();
    void confirmAction({
      title: msg('Frage verwerfen?', { id: 'approval.discardTitle' }),
      text: msg('Was Sie geschrieben haben, geht dabei verloren.', { id: 'approval.discardText' }),
      action: msg('Verwerfen', { id: 'approval.discard' }),
    }).then((sure) => {
      if (!sure) return;
      this.#asked = true;
      this.#close();
    });
  };

  #close() {
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  #closed = (event: Event) => {
    if (event.target === event.currentTarget) this.remove();
  };
}

customElements.define('ask-approval-dialog', AskApprovalDialog);
