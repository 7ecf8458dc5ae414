import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { attachForm, type ChosenForm } from '../../data/forms.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../forms/form-picker.ts';

/** More forms for a report that its customer has not sent yet; `onAttached` hears when something was attached. */
export function openAttachDialog(report: ReportDetail, onAttached: () => void) {
  const dialog = document.createElement('attach-forms-dialog');
  Object.assign(dialog, { report, onAttached });
  document.body.append(dialog);
}

export class AttachFormsDialog extends LitElement {
  static override properties = { report: { attribute: false }, chosen: { state: true }, fault: { state: true }, sending: { state: true } };
  declare report: ReportDetail;
  declare onAttached: () => void;
  declare chosen: ChosenForm[];
  declare fault: string;
  declare sending: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { chosen: [], fault: '', sending: false });
  }

  static override styles = [
    base, controlStyles,
    css`
      wa-dialog { --width: min(44rem, 96vw); }
      .fault { margin-top: 0.75rem; }
    `,
  ];

  override render() {
    const { report } = this;
    const attached = report.forms.map(({ id, formId, version, doubts }) => ({ id, formId, version, acknowledged: doubts.length > 0 }));
    return html`
      <wa-dialog label=${msg('Formulare anhängen', { id: 'attachForms.title' })} open @wa-after-hide=${this.#closed}>
        <form-picker .coverage=${report.insurance.coverage} .hasPartner=${report.partner !== null} .language=${report.language} .chosen=${[...attached, ...this.chosen]}
          .locked=${new Set(attached.map(({ id }) => id))} @forms-chosen=${(event: CustomEvent<ChosenForm[]>) => (this.chosen = event.detail.filter(({ id }) => !attached.some((form) => form.id === id)))}></form-picker>
        ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="brand" ?loading=${this.sending} ?disabled=${this.chosen.length === 0} @click=${() => void this.#attach()}>${msg('Anhängen', { id: 'reportForms.attach' })}</wa-button>
      </wa-dialog>
    `;
  }

  /** One after the other; what is attached stays so when a later one is refused. */
  async #attach() {
    Object.assign(this, { sending: true, fault: '' });
    try {
      for (const chosen of this.chosen) await attachForm(this.report.id, chosen);
      const dialog = this.renderRoot.querySelector('wa-dialog');
      if (dialog) dialog.open = false;
    } catch (error) {
      this.fault = errorText(error);
    } finally {
      this.sending = false;
      this.onAttached();
    }
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

customElements.define('attach-forms-dialog', AttachFormsDialog);

declare global {
  interface HTMLElementTagNameMap {
    'attach-forms-dialog': AttachFormsDialog;
  }
}
