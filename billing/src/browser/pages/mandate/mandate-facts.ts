import { msg } from '@lit/localize';
import type { BillingMandate } from '@meldewerk/contract/billing';
import { html, nothing } from 'lit';
import { formatDay } from '../../format.ts';
import { mandateFailureWords, mandateMark } from '../../state-words.ts';

/** What is known of a mandate; of the IBAN only country and the last four places. */
export function mandateFacts(mandate: BillingMandate) {
  const reason = mandate.state === 'failed' ? mandateFailureWords(mandate.failureCode) : null;
  return html`
    <dl class="facts">
      <div><dt>${msg('Stand', { id: 'mandate.state' })}</dt><dd>${mandateMark(mandate.state)}${reason ? html`<br /><span class="small">${reason}</span>` : nothing}</dd></div>
      ${mandate.maskedIban ? html`<div><dt>${msg('IBAN', { id: 'mandate.iban' })}</dt><dd class="numbers">${mandate.maskedIban}</dd></div>` : nothing}
      ${mandate.bankName ? html`<div><dt>${msg('Bank', { id: 'mandate.bank' })}</dt><dd>${mandate.bankName}</dd></div>` : nothing}
      ${mandate.holder ? html`<div><dt>${msg('Kontoinhaber', { id: 'mandate.holder' })}</dt><dd>${mandate.holder}</dd></div>` : nothing}
      <div><dt>${msg('Mandatsreferenz', { id: 'mandate.reference' })}</dt><dd>${mandate.reference ?? msg('wird noch vergeben', { id: 'mandate.referenceOpen' })}</dd></div>
      ${mandate.givenAt ? html`<div><dt>${msg('Erteilt am', { id: 'mandate.givenAt' })}</dt><dd>${formatDay(mandate.givenAt)}</dd></div>` : nothing}
    </dl>
  `;
}
