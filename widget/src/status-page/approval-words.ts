import { msg, str } from '@lit/localize';
import type { Approval } from '@meldewerk/contract/approval';
import { localeOf } from '@meldewerk/contract/text-in';
import { currentLanguage } from '../language.ts';

export function askedHeading({ kind }: Approval): string {
  return kind === 'extraWork' ? msg('Zusätzliche Arbeit: Wir brauchen Ihr Ja oder Nein', { id: 'approval.extraWork' }) : msg('Ihr Fahrzeug wird später fertig', { id: 'approval.delay' });
}

export function yesText({ kind }: Approval): string {
  return kind === 'extraWork' ? msg('Ja, bitte machen', { id: 'approval.yesExtraWork' }) : msg('Ja, einverstanden', { id: 'approval.yesDelay' });
}

export function noText({ kind }: Approval): string {
  return kind === 'extraWork' ? msg('Nein, nicht machen', { id: 'approval.noExtraWork' }) : msg('Nein, nicht einverstanden', { id: 'approval.noDelay' });
}

/** `Sie haben am 3. Dezember Ja gesagt.` */
export function answeredText({ state, answeredAt, signerName }: Approval, timeZone: string): string {
  const day = dayTextOf(answeredAt ?? '', timeZone);
  return state === 'yes' ? msg(str`Mit Ja beantwortet am ${day}, unterschrieben von ${signerName ?? ''}`, { id: 'approval.answeredYes' }) : msg(str`Mit Nein beantwortet am ${day}, unterschrieben von ${signerName ?? ''}`, { id: 'approval.answeredNo' });
}

export function moneyText({ cents, includesVat }: NonNullable<Approval['amount']>): string {
  const amount = new Intl.NumberFormat(localeOf(currentLanguage()), { style: 'currency', currency: 'EUR' }).format(cents / 100);
  return includesVat ? msg(str`${amount} inklusive Mehrwertsteuer`, { id: 'approval.withVat' }) : msg(str`${amount} zuzüglich Mehrwertsteuer`, { id: 'approval.plusVat' });
}

export function readyText(day: string): string {
  return new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function dayTextOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'long', timeZone }).format(new Date(at));
}
