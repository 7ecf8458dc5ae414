import { msg, str } from '@lit/localize';
import type { Approval, ApprovalKind } from '@meldewerk/contract/approval';
import { formatMomentWithin } from '../../../format.ts';
import { currentLanguage } from '../../../locale.ts';

export function approvalKindText(kind: ApprovalKind): string {
  return kind === 'extraWork' ? msg('Zusätzliche Arbeit', { id: 'approval.extraWork' }) : msg('Spätere Fertigstellung', { id: 'approval.delay' });
}

/** Where it stands, in words. */
export function approvalStateText({ state, answeredAt, withdrawnAt }: Approval, timeZone: string): string {
  switch (state) {
    case 'open':
      return msg('Wartet auf den Kunden', { id: 'approval.open' });
    case 'yes':
      return msg(str`Ja, ${formatMomentWithin(answeredAt ?? '', timeZone)}`, { id: 'approval.yes' });
    case 'no':
      return msg(str`Nein, ${formatMomentWithin(answeredAt ?? '', timeZone)}`, { id: 'approval.no' });
    case 'withdrawn':
      return msg(str`Zurückgezogen ${formatMomentWithin(withdrawnAt ?? '', timeZone)}`, { id: 'link.withdrawnAt' });
  }
}

export function approvalFacts({ amount, readyOn }: Approval): string {
  return [amount && amountText(amount), readyOn && msg(str`fertig am ${readyText(readyOn)}`, { id: 'approval.readyOn' })].filter(Boolean).join(' · ');
}

function amountText({ cents, includesVat }: NonNullable<Approval['amount']>): string {
  const money = new Intl.NumberFormat(currentLanguage(), { style: 'currency', currency: 'EUR' }).format(cents / 100);
  return includesVat ? msg(str`${money} inkl. MwSt.`, { id: 'approval.withVat' }) : msg(str`${money} zzgl. MwSt.`, { id: 'approval.plusVat' });
}

function readyText(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
