import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Delivery } from '@meldewerk/contract/delivery';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { deliveryAttachmentUrl, sendDeliveryAgain } from '../../data/reports.ts';
import { formatBytes, formatExactMoment, formatMomentWithin } from '../../format.ts';
import { deliveryProgressLabel } from '../../arrival.ts';
import { deliveryPurposeLabel, deliveryTargetLabel } from '../../labels.ts';

/** Every message that left the house for this report. Fires `report-stale` after something was sent again. */
export class ReportDeliveries extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, mayResend: { type: Boolean }, sending: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare mayResend: boolean;
  declare sending: string | null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.sending = null;
  }

  static override styles = [
    base, card,
    css`
      section { padding: 1rem 1.15rem 0.6rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; margin-bottom: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      section > ul > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.3rem 1rem; align-items: center; padding: 0.6rem 0; border-top: 1px solid var(--wa-color-surface-border); }
      section > ul > li:first-child { border-top: 0; }
      .attachments { display: grid; gap: 0.1rem; margin-top: 0.2rem; }
      .attachments li { display: flex; align-items: baseline; gap: 0.35rem; overflow-wrap: anywhere; }
      .target { font-weight: 550; }
      .recipient { overflow-wrap: anywhere; }
      .small { font-size: var(--wa-font-size-s); }
      .state { display: inline-flex; align-items: center; gap: 0.35rem; font-weight: 550; }
      .sent { color: var(--wa-color-success-on-quiet); }
      .failed { color: var(--wa-color-danger-on-quiet); }
      .actions { display: flex; flex-wrap: wrap; gap: 0.4rem; }
      .reason { padding-bottom: 0.4rem; }
      @media (max-width: 40rem) { section > ul > li { grid-template-columns: minmax(0, 1fr); } }
      @media print { .actions { display: none; } }
    `,
  ];

  override render() {
    const { deliveries } = this.report;
    return html`
      <section class="card" aria-labelledby="deliveries">
        <h2 id="deliveries"><wa-icon name="send"></wa-icon>${msg('Versand', { id: 'detail.deliveries' })}</h2>
        ${deliveries.length === 0 ? html`<p class="quiet">${msg('Zu dieser Meldung ist noch nichts verschickt worden.', { id: 'detail.noDeliveries' })}</p>` : nothing}
        <ul>${deliveries.map((delivery) => this.#row(delivery))}</ul>
        ${this.mayResend || deliveries.length === 0 ? nothing : html`<p class="reason quiet small" id="reason">${msg('Erneut senden können nur Sachbearbeitung und Leitung; Ihr Konto darf lesen.', { id: 'delivery.viewerReason' })}</p>`}
      </section>
    `;
  }

  #row(delivery: Delivery) {
    return html`
      <li>
        <div>
          <span class="target">${deliveryPurposeLabel(delivery.purpose)}</span> <span class="recipient quiet">${deliveryTargetLabel(delivery.target)}, ${delivery.recipientDisplay}</span>
          <div class="small quiet"><span class="state ${progressOf(delivery)}">${progressIcon(delivery)}${deliveryProgressLabel(delivery)}</span> ${this.#when(delivery)} · ${attemptsText(delivery.attempts.length)}${delivery.standsInFor ? html` · ${msg('statt der SMS', { id: 'delivery.standsIn' })}` : nothing}</div>
          ${delivery.attachments.length > 0 ? html`<ul class="attachments small">${delivery.attachments.map(({ fileName, byteSize }, index) => html`
            <li><wa-icon name="paperclip"></wa-icon><a href=${deliveryAttachmentUrl(delivery.id, index + 1)} download=${fileName}>${fileName}</a> <span class="quiet">${formatBytes(byteSize)}</span></li>`)}</ul>` : nothing}
        </div>
        <div class="actions">
          <wa-button size="s" appearance="plain" @click=${() => void tell({ title: delivery.subject ?? deliveryTargetLabel(delivery.target), text: this.#content(delivery) })}>${msg('Inhalt', { id: 'delivery.content' })}</wa-button>
          ${this.#isOver(delivery) ? nothing : html`<wa-button size="s" appearance="outlined" ?disabled=${!this.mayResend || delivery.state === 'waiting' || delivery.state === 'sending'} ?loading=${this.sending === delivery.id}
            title=${this.mayResend ? nothing : msg('Ihr Konto darf nur lesen.', { id: 'delivery.viewerShort' })} @click=${() => void this.#sendAgain(delivery)}>${msg('Erneut senden', { id: 'delivery.again' })}</wa-button>`}
        </div>
      </li>
    `;
  }

  /** A link that the customer cannot or need not open any more is not sent again. */
  #isOver({ purpose }: Delivery): boolean {
    const { link, submittedAt } = this.report;
    return (purpose === 'link' || purpose === 'reminder') && (submittedAt !== null || link?.state === 'withdrawn' || link?.state === 'expired');
  }

  #when(delivery: Delivery): string {
    if (delivery.arrivalAt) return formatMomentWithin(delivery.arrivalAt, this.timeZone);
    if (delivery.sentAt) return formatMomentWithin(delivery.sentAt, this.timeZone);
    if (delivery.nextAttemptAt) return msg(str`nächster Versuch ${formatMomentWithin(delivery.nextAttemptAt, this.timeZone)}`, { id: 'delivery.next' });
    return formatMomentWithin(delivery.createdAt, this.timeZone);
  }

  #content(delivery: Delivery): string {
    const attempts = delivery.attempts.map((attempt) =>
      msg(str`Versuch ${attempt.number}, ${formatExactMoment(attempt.startedAt, this.timeZone)}: ${outcomeText(attempt)}`, { id: 'delivery.attempt' }));
    const attachments = delivery.attachments.map(({ fileName, byteSize }) => msg(str`Anhang: ${fileName} (${formatBytes(byteSize)})`, { id: 'delivery.attachment' }));
    return [msg(str`An ${delivery.recipientDisplay}`, { id: 'delivery.to' }), '', delivery.text.trimEnd(), '', ...attachments, ...attempts].join('\n');
  }

  async #sendAgain(delivery: Delivery) {
    const sure = await confirmAction({
      title: msg('Noch einmal senden?', { id: 'delivery.againTitle' }),
      text: msg(str`${deliveryTargetLabel(delivery.target)} geht ein weiteres Mal an ${delivery.recipientDisplay}.`, { id: 'delivery.againText' }),
      action: msg('Erneut senden', { id: 'delivery.again' }),
    });
    if (!sure) return;
    this.sending = delivery.id;
    try {
      await sendDeliveryAgain(delivery.id);
      this.dispatchEvent(new Event('report-stale'));
    } catch (error) {
      await tell({ title: msg('Nicht gesendet', { id: 'delivery.againFailed' }), text: errorText(error) });
    } finally {
      this.sending = null;
    }
  }
}

/** A message the vendor lost is as bad as one it refused. */
function progressOf({ state, arrival }: Delivery): Delivery['state'] {
  if (arrival === null) return state;
  return arrival === 'delivered' || arrival === 'complained' ? 'sent' : 'failed';
}

function progressIcon(delivery: Delivery) {
  return html`<wa-icon name=${{ waiting: 'clock', sending: 'clock', sent: 'check', failed: 'error' }[progressOf(delivery)]}></wa-icon>`;
}

function attemptsText(count: number): string {
  return count === 1 ? msg('1 Versuch', { id: 'delivery.oneAttempt' }) : msg(str`${count} Versuche`, { id: 'delivery.attempts' });
}

function outcomeText({ outcome, errorCode }: Delivery['attempts'][number]): string {
  if (outcome === 'sent') return msg('angenommen', { id: 'attempt.sent' });
  if (outcome === 'failed') return errorCode ? msg(str`abgelehnt (${errorCode})`, { id: 'attempt.failedWith' }) : msg('abgelehnt', { id: 'attempt.failed' });
  if (outcome === 'unknown') return msg('keine Antwort', { id: 'attempt.unknown' });
  return msg('läuft', { id: 'attempt.running' });
}

customElements.define('report-deliveries', ReportDeliveries);
