import { msg } from '@lit/localize';
import type { BillingInvoice } from '@meldewerk/contract/billing';
import { debitFailureWords } from '@meldewerk/contract/debit-failure';
import type { AuditRow, WorkshopDetail } from '@meldewerk/contract/operator';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatMoney } from '../../../browser/format.ts';
import { debitMark, mark } from '../../../browser/state-words.ts';
import { formatTime } from '../../format.ts';
import { currentLanguage } from '../../locale.ts';
import { auditWord, noticeWord, workshopStateWord } from '../../words.ts';

type Notice = WorkshopDetail['notices'][number];

export function invoiceTable(invoices: BillingInvoice[]): TemplateResult {
  const total = msg('Betrag', { id: 'records.total' });
  return html`<table class="cards" role="table" aria-labelledby="invoices">
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${msg('Rechnung', { id: 'invoice.fileName' })}</th><th role="columnheader" scope="col">${msg('Abbuchung', { id: 'records.debit' })}</th><th role="columnheader" scope="col" class="number">${total}</th></tr></thead>
    <tbody role="rowgroup">${invoices.map((invoice) => {
      const { id, issuedAt, totalCents, currency, debit } = invoice;
      const wentWrong = debit.state === 'failed' || debit.state === 'returned';
      return html`<tr role="row">
        <td role="cell"><strong>${id}</strong><span class="quiet">${formatDay(issuedAt)}</span></td>
        <td role="cell">${debitMark(invoice)}<span class="quiet">${[debit.at && formatDay(debit.at), debit.maskedIban].filter(Boolean).join(' · ')}</span>${wentWrong ? html`<span>${debitFailureWords(debit.failureCode, currentLanguage()).reason}${debit.failureCode ? html` <code>${debit.failureCode}</code>` : nothing}</span>` : nothing}</td>
        <td role="cell" class="number" data-label=${total}>${formatMoney(totalCents, currency)}</td>
      </tr>`;
    })}</tbody>
  </table>`;
}

export function noticeTable(notices: Notice[]): TemplateResult {
  return html`<table class="cards" role="table" aria-labelledby="notices">
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${msg('Inhalt', { id: 'records.content' })}</th><th role="columnheader" scope="col">${msg('Zeit', { id: 'records.time' })}</th><th role="columnheader" scope="col">${msg('Zustellung', { id: 'records.delivery' })}</th></tr></thead>
    <tbody role="rowgroup">${notices.map((notice) => html`<tr role="row">
      <td role="cell"><strong>${noticeWord(notice.kind)}</strong>${notice.kind === 'invoiceIssued' ? html`<span class="quiet">${notice.subject}</span>` : nothing}</td>
      <td role="cell">${formatTime(notice.createdAt)}</td>
      <td role="cell">${arrivalMark(notice)}${notice.recipient ? html`<span class="quiet">${notice.recipient}</span>` : nothing}</td>
    </tr>`)}</tbody>
  </table>`;
}

function arrivalMark({ state, arrival }: Notice): TemplateResult {
  if (state === 'failed') return mark('bad', msg('Nicht gesendet', { id: 'arrival.failed' }));
  if (state !== 'sent') return mark('waiting', msg('Wird gesendet', { id: 'arrival.waiting' }));
  switch (arrival) {
    case 'delivered': return mark('good', msg('Angekommen', { id: 'arrival.delivered' }));
    case 'bounced':
    case 'undelivered': return mark('bad', msg('Nicht angekommen', { id: 'arrival.bounced' }));
    case 'complained': return mark('bad', msg('Als Werbung gemeldet', { id: 'arrival.complained' }));
    default: return mark('waiting', msg('Gesendet', { id: 'arrival.sent' }));
  }
}

export function auditList(entries: AuditRow[]): TemplateResult {
  return html`<ol class="audit">${entries.map((entry) => html`<li>
    <span class="quiet numbers">${formatTime(entry.at)}</span>
    <span class="what"><strong>${auditWord(entry.type)}</strong>${entry.refused ? html`<span class="refused">${msg('abgelehnt', { id: 'audit.refused' })}</span>` : nothing}${about(entry)}<span class="quiet">${actorWord(entry)}</span></span>
  </li>`)}</ol>`;
}

function about({ type, data }: AuditRow): TemplateResult | typeof nothing {
  const state = data['state'];
  if (type === 'stateChanged' && typeof state === 'string') return html`<span>→ ${workshopStateWord(state as Parameters<typeof workshopStateWord>[0])}</span>`;
  return data['problem'] ? html`<code>${data['problem']}</code>` : nothing;
}

function actorWord({ actor, actorName }: AuditRow): string {
  switch (actor) {
    case 'accountHolder': return msg('Buchhaltung', { id: 'workshops.email' });
    case 'operator': return actorName ?? msg('Betreiber', { id: 'actor.operator' });
    case 'vendor': return 'Chargebee';
    case 'system': return msg('von selbst', { id: 'actor.system' });
  }
}
