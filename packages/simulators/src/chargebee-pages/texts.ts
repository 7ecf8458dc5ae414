import type { IbanFault } from '../bank/iban.ts';

export type PagesLanguage = 'de' | 'en';

const de = {
  simulated: 'Simuliert – es fließt kein Geld',
  giveTitle: 'Bankverbindung angeben',
  giveIntro: 'Rechnungen werden künftig per SEPA-Lastschrift von diesem Konto eingezogen.',
  for: 'Für',
  holder: 'Kontoinhaber',
  holderHint: 'Firma oder Name, wie bei der Bank',
  iban: 'IBAN',
  mandateTitle: 'SEPA-Lastschriftmandat',
  mandateText: [
    'Sie ermächtigen (A) den Zahlungsempfänger und Stripe, seinen Zahlungsdienstleister, Ihre Bank anzuweisen, Ihr Konto zu belasten, und (B) Ihre Bank, Ihr Konto nach diesen Anweisungen zu belasten.',
    'Sie können innerhalb von 8 Wochen ab der Belastung von Ihrer Bank die Erstattung verlangen. Es gelten die Bedingungen Ihres Vertrags mit der Bank; Ihre Rechte erklärt sie Ihnen auch in einem Merkblatt.',
    'Mitteilungen über künftige Abbuchungen erhalten Sie bis zu 2 Tage vorher.',
  ],
  agree: 'Ich erteile dieses Mandat.',
  give: 'Mandat erteilen',
  cancel: 'Abbrechen',
  testIbans: 'IBANs zum Ausprobieren',
  holderMissing: 'Bitte geben Sie den Kontoinhaber an.',
  agreeMissing: 'Bitte erteilen Sie das Mandat, oder brechen Sie ab.',
  ibanFaults: {
    empty: 'Bitte geben Sie die IBAN an.',
    incomplete: 'Die IBAN ist unvollständig.',
    invalid: 'Die IBAN ist ungültig. Bitte prüfen Sie die Ziffern.',
    unsupportedCountry: 'Konten in diesem Land nehmen nicht am SEPA-Lastschriftverfahren teil.',
    refused: 'Die Bank nimmt für dieses Konto kein Mandat an. Bitte geben Sie ein anderes Konto an.',
  } satisfies Record<IbanFault | 'refused', string>,
  overTitle: 'Diese Seite ist nicht mehr gültig',
  over: 'Sie wurde schon benutzt, ist abgelaufen, oder die Adresse ist nicht vollständig. Bitte öffnen Sie sie noch einmal von dort, woher Sie kamen.',
  succeededTitle: 'Das Mandat ist erteilt',
  succeeded: 'Sie können dieses Fenster schließen.',
  cancelledTitle: 'Abgebrochen',
  cancelled: 'Es wurde nichts geändert. Sie können dieses Fenster schließen.',
  portalTitle: 'Ihr Kundenkonto',
  accounts: 'Bankverbindungen',
  noAccounts: 'Es ist noch keine Bankverbindung hinterlegt.',
  primary: 'Wird benutzt',
  makePrimary: 'Dieses benutzen',
  remove: 'Entfernen',
  reference: 'Mandatsreferenz',
  addAccount: 'Weitere Bankverbindung',
  invoices: 'Rechnungen',
  noInvoices: 'Es gibt noch keine Rechnung.',
  invoiceStates: { paid: 'bezahlt', posted: 'gebucht', payment_due: 'offen', not_paid: 'nicht bezahlt', voided: 'storniert', pending: 'in Vorbereitung' } as Record<string, string>,
  sourceStates: { valid: 'gültig', expiring: 'läuft bald ab', expired: 'abgelaufen', invalid: 'ungültig', pending_verification: 'wird geprüft' } as Record<string, string>,
  leave: 'Zurück',
};

const en: typeof de = {
  simulated: 'Simulated – no money moves',
  giveTitle: 'Add a bank account',
  giveIntro: 'Invoices will be collected from this account by SEPA Direct Debit.',
  for: 'For',
  holder: 'Account holder',
  holderHint: 'Company or name, as the bank knows it',
  iban: 'IBAN',
  mandateTitle: 'SEPA Direct Debit mandate',
  mandateText: [
    'You authorise (A) the creditor and Stripe, its payment service provider, to send instructions to your bank to debit your account, and (B) your bank to debit your account in accordance with those instructions.',
    'You are entitled to a refund from your bank within 8 weeks of the debit, under the terms of your agreement with your bank. Your rights are explained in a statement that you can obtain from your bank.',
    'You will be notified of future debits up to 2 days before they occur.',
  ],
  agree: 'I give this mandate.',
  give: 'Give mandate',
  cancel: 'Cancel',
  testIbans: 'IBANs to try',
  holderMissing: 'Please enter the account holder.',
  agreeMissing: 'Please give the mandate, or cancel.',
  ibanFaults: {
    empty: 'Please enter the IBAN.',
    incomplete: 'The IBAN is incomplete.',
    invalid: 'The IBAN is invalid. Please check the digits.',
    unsupportedCountry: 'Accounts in this country do not take part in SEPA Direct Debit.',
    refused: 'The bank takes no mandate for this account. Please enter another account.',
  },
  overTitle: 'This page is no longer valid',
  over: 'It was used already, has expired, or its address is incomplete. Please open it again from where you came.',
  succeededTitle: 'The mandate is given',
  succeeded: 'You can close this window.',
  cancelledTitle: 'Cancelled',
  cancelled: 'Nothing was changed. You can close this window.',
  portalTitle: 'Your account',
  accounts: 'Bank accounts',
  noAccounts: 'There is no bank account yet.',
  primary: 'In use',
  makePrimary: 'Use this one',
  remove: 'Remove',
  reference: 'Mandate reference',
  addAccount: 'Another bank account',
  invoices: 'Invoices',
  noInvoices: 'There is no invoice yet.',
  invoiceStates: { paid: 'paid', posted: 'posted', payment_due: 'due', not_paid: 'not paid', voided: 'voided', pending: 'pending' },
  sourceStates: { valid: 'valid', expiring: 'expires soon', expired: 'expired', invalid: 'invalid', pending_verification: 'being verified' },
  leave: 'Back',
};

export type PagesTexts = typeof de;
export const pagesTexts: Record<PagesLanguage, PagesTexts> = { de, en };

/** German, unless the browser asks for English first. */
export function pagesLanguage(acceptLanguage: string | undefined): PagesLanguage {
  const first = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find((language) => language === 'de' || language === 'en');
  return first === 'en' ? 'en' : 'de';
}
