import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/copy-button/copy-button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportForm } from '@meldewerk/contract/form';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { detachForm, signedDocumentUrl } from '../../data/forms.ts';
import { formatBytes, formatExactMoment } from '../../format.ts';
import { formDoubtText, placeholderLabel } from '../forms/form-labels.ts';
import { mark } from '../forms/form-marks.ts';
import { reportFormStyles } from './report-forms-styles.ts';

/** The forms of a report: who has signed what, the sealed files, and the workshop's own signature. Fires `report-stale`. */
export class ReportForms extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, mayEdit: { type: Boolean }, busy: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  /** Viewers may look only. */
  declare mayEdit: boolean;
  declare busy: string | null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = null;
  }

  static override styles = reportFormStyles;

  override render() {
    const { forms, submittedAt } = this.report;
    const prepared = submittedAt === null;
    if (forms.length === 0 && !prepared) return nothing;
    return html`
      <section class="card" aria-labelledby="forms">
        <div class="head">
          <h2 id="forms"><wa-icon name="file"></wa-icon>${msg('Formulare', { id: 'nav.forms' })} <span class="count">${forms.length || nothing}</span></h2>
          ${prepared && this.mayEdit ? html`<wa-button class="no-print" size="s" appearance="outlined" @click=${() => void this.#attach()}><wa-icon slot="start" name="paperclip"></wa-icon>${msg('Anhängen', { id: 'reportForms.attach' })}</wa-button>` : nothing}
        </div>
        ${forms.length === 0 ? html`<p class="quiet">${msg('Noch kein Formular angehängt.', { id: 'reportForms.none' })}</p>` : nothing}
        <ul class="forms">${repeat(forms, ({ id }) => id, (form) => this.#form(form, prepared))}</ul>
        ${this.#handOver()}
      </section>
    `;
  }

  #form(form: ReportForm, prepared: boolean) {
    const waitsForUs = form.state === 'signedByCustomer' && form.needsWorkshopSignature;
    return html`
      <li>
        <div class="what">
          <span class="title">${form.title} <span class="quiet small">${msg(str`Fassung ${form.version}`, { id: 'formPage.version' })}</span></span>
          <span class="marks">
            ${stateMark(form)}
            ${form.isSample ? mark('warning', 'info', msg('Muster – prüfen', { id: 'formMark.sample' })) : nothing}
            ${form.concludesContract ? mark('quiet', 'paragraph', msg('Schließt einen Vertrag', { id: 'formMark.contract' })) : nothing}
          </span>
          ${form.doubts.length > 0 ? html`<p class="doubt small"><wa-icon name="warning"></wa-icon>${form.doubts.map(formDoubtText).join(' ')} ${msg('Trotzdem angehängt.', { id: 'reportForms.acknowledged' })}</p>` : nothing}
          ${form.blanks.length > 0 ? html`<p class="quiet small">${msg(str`Bleibt leer: ${form.blanks.map(placeholderLabel).join(', ')}`, { id: 'reportForms.blanks' })}</p>` : nothing}
          ${form.signatures.map((signature) => html`<p class="small">${signature.signer === 'customer' ? msg('Kunde', { id: 'list.customer' }) : msg('Werkstatt', { id: 'fieldPanel.workshop' })}: ${signature.name}, ${signature.method === 'drawn' ? msg('gezeichnet', { id: 'reportForms.drawn' }) : msg('eingetippt', { id: 'reportForms.typed' })} · <span class="quiet">${formatExactMoment(signature.signedAt, this.timeZone)}</span></p>`)}
          ${form.document
            ? html`<p class="hash quiet small">${formatBytes(form.document.byteSize)} · SHA-256 <code title=${form.document.sha256}>${form.document.sha256.slice(0, 12)}…</code><wa-copy-button value=${form.document.sha256} copy-label=${msg('Prüfsumme kopieren', { id: 'history.copyHash' })}></wa-copy-button></p>`
            : nothing}
        </div>
        <div class="actions no-print">
          ${waitsForUs
            ? html`<wa-button size="s" variant="brand" ?disabled=${!this.mayEdit} title=${this.mayEdit ? nothing : msg('Ihr Konto darf nur lesen.', { id: 'delivery.viewerShort' })} @click=${() => void this.#countersign(form)}><wa-icon slot="start" name="signature"></wa-icon>${msg('Jetzt für die Werkstatt unterschreiben', { id: 'reportForms.countersign' })}</wa-button>`
            : nothing}
          ${form.document ? this.#document(form, form.document.id) : nothing}
          ${prepared && form.signatures.length === 0 && this.mayEdit
            ? html`<wa-button size="s" appearance="plain" ?loading=${this.busy === form.id} @click=${() => void this.#detach(form)}>${msg('Entfernen', { id: 'reportForms.detach' })}<span class="visually-hidden"> ${form.title}</span></wa-button>`
            : nothing}
        </div>
      </li>
    `;
  }

  /** The file with both signatures goes by mail, or not at all. */
  #handOver() {
    const { forms, reporter, submittedAt } = this.report;
    if (!submittedAt || reporter.email || !forms.some(({ needsWorkshopSignature }) => needsWorkshopSignature)) return nothing;
    return html`<p class="doubt small"><wa-icon name="info"></wa-icon>${msg('Der Kunde hat keine E-Mail-Adresse angegeben. Das PDF mit Ihrer Unterschrift geben Sie ihm bitte selbst, zum Beispiel ausgedruckt.', { id: 'reportForms.handOver' })}</p>`;
  }

  #document(form: ReportForm, documentId: string) {
    return html`
      <wa-button size="s" appearance="outlined" @click=${() => void this.#open(form, documentId)}><wa-icon slot="start" name="eye"></wa-icon>${msg('Ansehen', { id: 'reportForms.open' })}<span class="visually-hidden"> ${form.title}</span></wa-button>
      <wa-button size="s" appearance="outlined" href=${signedDocumentUrl(documentId)} download><wa-icon slot="start" name="download"></wa-icon>PDF<span class="visually-hidden"> ${form.title}</span></wa-button>
    `;
  }

  async #open(form: ReportForm, documentId: string) {
    const { openPdfDialog } = await import('../forms/preview-dialog.ts');
    openPdfDialog(form.title, signedDocumentUrl(documentId), '');
  }

  async #attach() {
    const { openAttachDialog } = await import('./attach-forms-dialog.ts');
    openAttachDialog(this.report, () => this.#stale());
  }

  async #countersign(form: ReportForm) {
    const { openCountersignDialog } = await import('./countersign-dialog.ts');
    openCountersignDialog(form, () => this.#stale());
  }

  async #detach(form: ReportForm) {
    const sure = await confirmAction({
      title: msg(str`„${form.title}“ entfernen?`, { id: 'reportForms.detachTitle' }),
      text: msg('Der Kunde muss es dann nicht mehr unterschreiben.', { id: 'reportForms.detachText' }),
      action: msg('Entfernen', { id: 'reportForms.detach' }),
    });
    if (!sure) return;
    this.busy = form.id;
    try {
      await detachForm(this.report.id, form.id);
      this.#stale();
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
    } finally {
      this.busy = null;
    }
  }

  #stale() {
    this.dispatchEvent(new Event('report-stale', { bubbles: true, composed: true }));
  }
}

function stateMark({ state, needsWorkshopSignature }: ReportForm) {
  if (state === 'open') return mark('quiet', 'clock', msg('Offen', { id: 'status.open' }));
  if (state === 'complete') return mark('success', 'check', msg('Vollständig unterschrieben', { id: 'reportForms.complete' }));
  return needsWorkshopSignature ? mark('warning', 'signature', msg('Ihre Unterschrift fehlt', { id: 'reportForms.yoursMissing' })) : mark('success', 'check', msg('Vom Kunden unterschrieben', { id: 'reportForms.byCustomer' }));
}

customElements.define('report-forms', ReportForms);
