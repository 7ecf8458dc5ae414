import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Approval } from '@meldewerk/contract/approval';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { approvalDocumentUrl, approvalPhotoUrl, remindOfApproval, withdrawApproval } from '../../../data/approvals.ts';
import { formatMomentWithin } from '../../../format.ts';
import { currentLanguage } from '../../../locale.ts';
import { approvalFacts, approvalKindText, approvalStateText } from './approval-words.ts';

/** Extra work and delays the customer was asked about. Fires `report-stale` after a change. */
export class ReportApprovals extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { attribute: false }, mayAsk: { type: Boolean }, busy: { state: true }, said: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare mayAsk: boolean;
  declare busy: string | null;
  /** What an action has done, in words. */
  declare said: string;

  static override styles = [
    base, card,
    css`
      section { display: grid; gap: 0.9rem; padding: 1rem 1.15rem 1.1rem; }
      .head, .line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 1rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      h3 { font-size: 0.95rem; }
      li { display: grid; gap: 0.45rem; padding-block: 0.8rem; border-block-start: 1px solid var(--wa-color-surface-border); }
      .reason { white-space: pre-line; overflow-wrap: anywhere; }
      .small { font-size: var(--wa-font-size-s); }
      .mark { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.1rem 0.6rem; border-radius: 999px; font-size: var(--wa-font-size-s); font-weight: 600; background: var(--wa-color-neutral-fill-quiet); color: var(--wa-color-neutral-on-quiet); }
      .mark.open { background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
      .mark.yes { background: var(--wa-color-success-fill-quiet); color: var(--wa-color-success-on-quiet); }
      .mark.no { background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
      .photos { display: flex; flex-wrap: wrap; gap: 0.4rem; }
      .photos img { display: block; inline-size: 5.5rem; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 6px; background: var(--wa-color-surface-lowered); }
      .actions { display: flex; flex-wrap: wrap; gap: 0.45rem; }
      .said:empty { display: none; }
      @media print { .actions, .said { display: none; } }
    `,
  ];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { mayAsk: false, busy: null, said: '' });
  }

  override render() {
    const { approvals, handling } = this.report;
    const mayAsk = this.mayAsk && !handling.internalSince;
    if (approvals.length === 0 && !mayAsk) return nothing;
    return html`
      <section class="card" aria-labelledby="approvals">
        <div class="head">
          <h2 id="approvals"><wa-icon name="signature"></wa-icon>${msg('Freigaben des Kunden', { id: 'approval.heading' })}</h2>
          ${mayAsk ? html`<wa-button class="no-print" size="s" appearance="outlined" @click=${() => void this.#ask()}><wa-icon slot="start" name="plus"></wa-icon>${msg('Kunden fragen', { id: 'approval.ask' })}</wa-button>` : nothing}
        </div>
        ${approvals.length === 0
          ? html`<p class="quiet small">${msg('Zusätzliche Arbeit nötig, oder dauert es länger? Der Kunde sagt über seinen Link Ja oder Nein und unterschreibt.', { id: 'approval.none' })}</p>`
          : html`<ul>${approvals.toReversed().map((approval) => this.#approval(approval))}</ul>`}
        <p class="said small" role="status">${this.said || nothing}</p>
      </section>
    `;
  }

  #approval(approval: Approval) {
    const { id, kind, state, reason, photos, askedAt, askedByName, comment, signerName, document } = approval;
    const icon = { open: 'clock', yes: 'check', no: 'xmark', withdrawn: 'ban' }[state];
    return html`<li>
      <div class="line"><h3>${approvalKindText(kind)}</h3><span class="mark ${state}"><wa-icon name=${icon}></wa-icon>${approvalStateText(approval, this.timeZone)}</span></div>
      <p class="reason">${reason}</p>
      <p><strong>${approvalFacts(approval)}</strong></p>
      ${photos.length > 0
        ? html`<ul class="photos">${photos.map((photo) => html`<a href=${approvalPhotoUrl(id, photo.id, 'display')} target="_blank" rel="noopener"><img src=${approvalPhotoUrl(id, photo.id, 'thumbnail')} alt=${photo.label[currentLanguage()]} loading="lazy" /></a>`)}</ul>`
        : nothing}
      ${comment ? html`<p>${msg(str`Der Kunde schreibt: „${comment}“`, { id: 'approval.comment' })}</p>` : nothing}
      <p class="quiet small">${msg(str`Gefragt von ${askedByName ?? ''}, ${formatMomentWithin(askedAt, this.timeZone)}`, { id: 'approval.askedBy' })}${signerName ? html` · ${msg(str`unterschrieben von ${signerName}`, { id: 'approval.signedBy' })}` : nothing}</p>
      ${document ? html`<div class="actions"><wa-button size="s" appearance="outlined" href=${approvalDocumentUrl(id)} download><wa-icon slot="start" name="download"></wa-icon>${msg('Versiegeltes PDF', { id: 'approval.document' })}</wa-button></div>` : nothing}
      ${state === 'open' && this.mayAsk
        ? html`<div class="actions">
            <wa-button size="s" appearance="outlined" ?loading=${this.busy === `remind ${id}`} @click=${() => void this.#remind(approval)}><wa-icon slot="start" name="bell"></wa-icon>${msg('Erinnern', { id: 'approval.remind' })}</wa-button>
            <wa-button size="s" appearance="outlined" ?loading=${this.busy === `withdraw ${id}`} @click=${() => void this.#withdraw(approval)}><wa-icon slot="start" name="ban"></wa-icon>${msg('Zurückziehen', { id: 'approval.withdraw' })}</wa-button>
          </div>`
        : nothing}
    </li>`;
  }

  async #ask() {
    const { openAskApprovalDialog } = await import('./ask-approval-dialog.ts');
    openAskApprovalDialog(this.report, () => {
      this.said = msg('Die Frage ist unterwegs zum Kunden.', { id: 'approval.asked' });
      this.#stale();
    });
  }

  async #remind({ id }: Approval) {
    const sure = await confirmAction({
      title: msg('Kunden erinnern?', { id: 'approval.remindTitle' }),
      text: msg('Er bekommt die Frage noch einmal, als SMS oder E-Mail.', { id: 'approval.remindText' }),
      action: msg('Erinnern', { id: 'approval.remind' }),
    });
    if (!sure) return;
    await this.#do(`remind ${id}`, async () => {
      await remindOfApproval(id, crypto.randomUUID());
      this.said = msg('Die Erinnerung ist unterwegs.', { id: 'approval.reminded' });
    });
  }

  async #withdraw({ id }: Approval) {
    const sure = await confirmAction({
      title: msg('Frage zurückziehen?', { id: 'approval.withdrawTitle' }),
      text: msg('Der Kunde kann dann nicht mehr antworten und sieht, dass sie zurückgezogen ist. Eine neue Frage können Sie jederzeit stellen.', { id: 'approval.withdrawText' }),
      action: msg('Zurückziehen', { id: 'approval.withdraw' }),
    });
    if (!sure) return;
    await this.#do(`withdraw ${id}`, async () => {
      await withdrawApproval(id);
      this.said = msg('Die Frage ist zurückgezogen.', { id: 'approval.withdrawn' });
    });
  }

  async #do(name: string, work: () => Promise<void>) {
    if (this.busy) return;
    this.busy = name;
    this.said = '';
    try {
      await work();
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
    } finally {
      this.busy = null;
    }
    this.#stale();
  }

  #stale() {
    this.dispatchEvent(new Event('report-stale'));
  }
}

customElements.define('report-approvals', ReportApprovals);

declare global {
  interface HTMLElementTagNameMap {
    'report-approvals': ReportApprovals;
  }
}
