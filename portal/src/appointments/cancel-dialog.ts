import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { hasStatus } from '@meldewerk/shell/error-text';
import { html, LitElement, nothing } from 'lit';
import { cancelAppointment } from '../data/appointments.ts';
import { appointmentDialogStyles } from './appointment-dialog-styles.ts';
import { faultSentence } from './fault-sentence.ts';
import { onItsWayText, toldPreview, type Telling } from './told.ts';

type Opening = { report: ReportDetail; onDone: (said: string) => void; onChangedMeanwhile: () => void };

/** Calls an appointment off with what the customer reads, or takes a proposal back. */
export function openCancelDialog(opening: Opening) {
  const dialog = document.createElement('cancel-appointment-dialog');
  Object.assign(dialog, { opening });
  document.body.append(dialog);
}

export class CancelAppointmentDialog extends LitElement {
  static override properties = { opening: { attribute: false }, note: { state: true }, fault: { state: true }, sending: { state: true } };
  declare opening: Opening;
  declare note: string;
  declare fault: string;
  declare sending: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { note: '', fault: '', sending: false });
  }

  static override styles = appointmentDialogStyles;

  override render() {
    const { report } = this.opening;
    const stands = report.appointments.confirmed !== null;
    return html`
      <wa-dialog label=${stands ? msg('Termin absagen?', { id: 'cancelAppointment.title' }) : msg('Vorschlag zurücknehmen?', { id: 'cancelAppointment.takeBackTitle' })} open @wa-after-hide=${this.#closed}>
        <div class="body">
          ${stands ? html`<div class="field"><label for="reason">${msg('Grund, den der Kunde liest (freiwillig)', { id: 'cancelAppointment.reason' })}</label>
            <textarea id="reason" rows="2" maxlength="500" autofocus .value=${this.note} @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}></textarea></div>` : nothing}
          ${toldPreview(report, this.#telling())}
          ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
        </div>
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${stands ? msg('Nicht absagen', { id: 'cancelAppointment.keep' }) : msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="danger" ?loading=${this.sending} @click=${() => void this.#cancel()}>${stands ? msg('Termin absagen', { id: 'cancelAppointment.action' }) : msg('Zurücknehmen', { id: 'cancelAppointment.takeBack' })}</wa-button>
      </wa-dialog>
    `;
  }

  #telling(): Telling {
    const { confirmed } = this.opening.report.appointments;
    return confirmed ? { kind: 'cancelled', startsAt: confirmed.startsAt, note: this.note } : { kind: 'takenBack' };
  }

  async #cancel() {
    const { report, onDone, onChangedMeanwhile } = this.opening;
    if (this.sending) return;
    this.sending = true;
    try {
      await cancelAppointment(report.id, { seenRound: report.appointments.rounds.at(-1)?.number ?? 0, note: this.note.trim() || undefined });
      onDone(onItsWayText(report, this.#telling()));
      this.#hide();
    } catch (error) {
      this.fault = hasStatus(error, 409) ? msg('Inzwischen hat jemand anderes den Termin geändert. Es ist nichts abgesagt. Schließen Sie dieses Fenster und sehen Sie nach.', { id: 'cancelAppointment.changedMeanwhile' }) : faultSentence(error);
      if (hasStatus(error, 409)) onChangedMeanwhile();
    } finally {
      this.sending = false;
    }
  }

  #hide() {
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

customElements.define('cancel-appointment-dialog', CancelAppointmentDialog);

declare global {
  interface HTMLElementTagNameMap {
    'cancel-appointment-dialog': CancelAppointmentDialog;
  }
}
