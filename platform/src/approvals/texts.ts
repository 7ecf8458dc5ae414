import type { ApprovalAmount, ApprovalKind } from '@meldewerk/contract/approval';
import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import { localeOf } from '@meldewerk/contract/text-in';

type Texts = {
  readyOnPast: string; photoGone: string;
  title: Record<ApprovalKind, string>;
  footer: (reference: string) => string;
  asked: (workshop: string) => string;
  vehicle: string; amount: string; readyOn: string; askedAt: string;
  photos: (count: number) => string; photo: (number: number) => string;
  answer: string; answers: Record<ApprovalKind, Record<'yes' | 'no', string>>; comment: string; answeredAt: (at: string) => string;
};

export const approvalTexts: Record<StaffLanguage, Texts> = {
  de: {
    readyOnPast: 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen, der noch kommt.',
    photoGone: 'Dieses Foto ist nicht mehr da. Bitte wählen Sie es neu aus.',
    title: { extraWork: 'Freigabe zusätzlicher Arbeiten', delay: 'Verschiebung der Fertigstellung' },
    footer: (reference) => `Vorgang ${reference}`,
    asked: (workshop) => `Was ${workshop} gefragt hat`,
    vehicle: 'Fahrzeug und Vorgang',
    amount: 'Mehrkosten',
    readyOn: 'Neuer Fertigstellungstag',
    askedAt: 'Gefragt am',
    photos: (count) => (count === 1 ? 'Ein Foto gehört dazu' : `${count} Fotos gehören dazu`),
    photo: (number) => `Foto ${number}`,
    answer: 'Die Antwort des Kunden',
    answers: {
      extraWork: { yes: 'JA: Die zusätzlichen Arbeiten sollen wie beschrieben ausgeführt werden.', no: 'NEIN: Die zusätzlichen Arbeiten sollen nicht ausgeführt werden.' },
      delay: { yes: 'JA: Der Kunde ist mit dem neuen Tag einverstanden.', no: 'NEIN: Der Kunde ist mit dem neuen Tag nicht einverstanden.' },
    },
    comment: 'Anmerkung des Kunden',
    answeredAt: (at) => `Beantwortet und unterschrieben am ${at}.`,
  },
  en: {
    readyOnPast: 'This day is over. Please choose one that is still to come.',
    photoGone: 'This photo is no longer there. Please choose it again.',
    title: { extraWork: 'Approval of extra work', delay: 'Later completion' },
    footer: (reference) => `Case ${reference}`,
    asked: (workshop) => `What ${workshop} asked`,
    vehicle: 'Vehicle and case',
    amount: 'Extra cost',
    readyOn: 'New day of completion',
    askedAt: 'Asked on',
    photos: (count) => (count === 1 ? 'One photo goes with it' : `${count} photos go with it`),
    photo: (number) => `Photo ${number}`,
    answer: 'The customer’s answer',
    answers: {
      extraWork: { yes: 'YES: the extra work is to be done as described.', no: 'NO: the extra work is not to be done.' },
      delay: { yes: 'YES: the customer agrees to the new day.', no: 'NO: the customer does not agree to the new day.' },
    },
    comment: 'The customer’s comment',
    answeredAt: (at) => `Answered and signed on ${at}.`,
  },
};

/** `1.250,00 € inklusive Mehrwertsteuer`. */
export function moneyText({ cents, includesVat }: ApprovalAmount, language: Language): string {
  const amount = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' }).format(cents / 100);
  return `${amount} ${includesVat ? vat[language].included : vat[language].added}`;
}

const vat: Record<Language, { included: string; added: string }> = {
  de: { included: 'inklusive Mehrwertsteuer', added: 'zuzüglich Mehrwertsteuer' },
  en: { included: 'including VAT', added: 'plus VAT' },
  tr: { included: '(KDV dahil)', added: '+ KDV' },
  pl: { included: 'z VAT', added: 'plus VAT' },
  uk: { included: 'з ПДВ', added: 'плюс ПДВ' },
  ar: { included: 'شاملة ضريبة القيمة المضافة', added: 'بدون ضريبة القيمة المضافة' },
};

export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function instantText(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}
