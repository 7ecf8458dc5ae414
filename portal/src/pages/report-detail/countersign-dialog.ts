import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FormDocument, ReportForm } from '@meldewerk/contract/form';
import { SignatureField } from '@meldewerk/elements/signature-field';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { countersignForm, prepareCountersigning, signedDocumentUrl } from '../../data/forms.ts';
import { currentLanguage } from '../../locale.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../forms/pdf-view.ts';

/** Shows what the customer signed and takes the workshop's signature under it; `onSigned` hears of success. */
export function openCountersignDialog(form: ReportForm, onSigned: () => void) {
  const dialog = document.createElement('countersign-dialog');
  Object.assign(dialog, { form, onSigned });
  document.body.append(dialog);
}

export class CountersignDialog extends LitElement {
  static override properties = { form: { attribute: false }, paper: { state: true }, signed: { state: true }, name: { state: true }, fault: { state: true }, sending: { state: true } };
  declare form: ReportForm;
  declare onSigned: () => void;
  declare paper: FormDocument | undefined;
  declare signed: boolean;
  declare name: string;
  declare fault: string;
  declare sending: boolean;

  /** One id for this signature: pressing twice signs once. */
  #id = crypto.randomUUID();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    // Named here, so that its file is loaded together with the dialog.
    void SignatureField;
    Object.assign(this, { signed: false, name: currentSession().staff.name, fault: '', sending: false });
  }

  static override styles = [
    base, controlStyles,
    css`
      wa-dialog { --width: min(54rem, 96vw); }
      .paper { max-height: 40vh; overflow-y: auto; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; }
      .sign { display: grid; gap: 0.9rem; margin-top: 1rem; }
      signature-field { --signature-text: var(--wa-color-text-normal); --signature-quiet: var(--wa-color-text-quiet); --signature-edge: var(--wa-color-neutral-border-loud); --signature-action: var(--wa-color-text-link); --signature-surface: var(--wa-color-surface-default); }
      .fault { margin-top: 0.25rem; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#prepare();
  }

  override render() {
    const documentId = this.form.document?.id;
    return html`
      <wa-dialog label=${msg(str`${this.form.title}: für die Werkstatt unterschreiben`, { id: 'countersign.title' })} open @wa-after-hide=${this.#closed}>
        ${documentId ? html`<div class="paper" tabindex="0" role="region" aria-label=${msg('Das Dokument', { id: 'countersign.document' })}><pdf-view .source=${signedDocumentUrl(documentId)}></pdf-view></div>` : nothing}
        <div class="sign">
          <div class="field"><label for="name">${msg('Wer unterschreibt für die Werkstatt', { id: 'countersign.name' })}</label>
            <input id="name" autocomplete="name" maxlength="120" .value=${this.name} @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)} /></div>
          <signature-field .language=${currentLanguage()} .typedName=${this.name} @change=${this.#changed}></signature-field>
          <p class="hint">${msg('Beide Unterschriften stehen danach in einem versiegelten PDF. Es lässt sich nicht mehr ändern.', { id: 'countersign.hint' })}</p>
          ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
        </div>
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="brand" ?loading=${this.sending} ?disabled=${!this.paper || !this.signed || !this.name.trim()} @click=${() => void this.#sign()}>${msg('Unterschreiben', { id: 'countersign.action' })}</wa-button>
      </wa-dialog>
    `;
  }

  async #prepare() {
    try {
      this.paper = await prepareCountersigning(this.form.id);
      if (this.paper.signatureId) this.#done();
    } catch (error) {
      this.fault = errorText(error);
    }
  }

  #changed(event: Event) {
    this.signed = event.target instanceof SignatureField && event.target.value !== null;
    this.fault = '';
  }

  async #sign() {
    const signature = this.renderRoot.querySelector<SignatureField>('signature-field')?.value;
    if (!this.paper || !signature || this.sending) return;
    this.sending = true;
    try {
      await countersignForm(this.form.id, { id: this.#id, documentId: this.paper.documentId, sha256: this.paper.sha256, name: this.name.trim(), signature });
      this.#done();
    } catch (error) {
      this.fault = errorText(error);
      if (error instanceof ProblemError && error.problem.code === 'formChanged') await this.#prepare();
    } finally {
      this.sending = false;
    }
  }

  #done() {
    this.onSigned();
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

customElements.define('countersign-dialog', CountersignDialog);

declare global {
  interface HTMLElementTagNameMap {
    'countersign-dialog': CountersignDialog;
  }
}
