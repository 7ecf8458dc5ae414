import type { StaffLanguage } from './language.ts';

type Words = { reason: string; remedy: string };

/** Why a bank gave no money, in words, and what helps. Codes are those of the payment vendor; one nobody has words for says the least. */
export function debitFailureWords(code: string | null, language: StaffLanguage): Words {
  return families[familyOf(code)][language];
}

type Family = 'noFunds' | 'closed' | 'wrongAccount' | 'notAuthorized' | 'returned' | 'limit' | 'passing' | 'unknown';

const familyByCode: Record<string, Family> = {
  insufficient_funds: 'noFunds',
  account_closed: 'closed',
  bank_account_closed: 'closed',
  no_account: 'wrongAccount',
  invalid_account_number: 'wrongAccount',
  incorrect_account_holder_name: 'wrongAccount',
  bank_account_unusable: 'wrongAccount',
  bank_account_restricted: 'wrongAccount',
  bank_ownership_changed: 'wrongAccount',
  debit_not_authorized: 'notAuthorized',
  mandate_invalid: 'notAuthorized',
  payment_method_bank_account_blocked: 'notAuthorized',
  debit_disputed: 'returned',
  disputed: 'returned',
  debit_returned: 'returned',
  charge_exceeds_source_limit: 'limit',
  charge_exceeds_transaction_limit: 'limit',
  could_not_process: 'passing',
  generic_could_not_process: 'passing',
  processing_error: 'passing',
  gateway_timeout: 'passing',
};

/** Vendors hand the bank's code on with words of their own around it. */
function familyOf(code: string | null): Family {
  const known = code?.toLowerCase();
  return (known !== undefined && (familyByCode[known] ?? Object.entries(familyByCode).find(([name]) => known.includes(name))?.[1])) || 'unknown';
}

const otherAccount = {
  de: 'Bitte hinterlegen Sie im Abrechnungsportal ein anderes Konto. Wir buchen den Betrag dann neu ab.',
  en: 'Please give another account in the billing portal. We then debit the amount anew.',
};

const families: Record<Family, Record<StaffLanguage, Words>> = {
  noFunds: {
    de: { reason: 'Das Konto war nicht ausreichend gedeckt.', remedy: 'Bitte sorgen Sie für Deckung; wir versuchen es in den nächsten Tagen noch einmal. Oder hinterlegen Sie im Abrechnungsportal ein anderes Konto.' },
    en: { reason: 'There was not enough money in the account.', remedy: 'Please provide for it; we try again within the next days. Or give another account in the billing portal.' },
  },
  closed: {
    de: { reason: 'Das Konto gibt es nicht mehr.', remedy: otherAccount.de },
    en: { reason: 'The account no longer exists.', remedy: otherAccount.en },
  },
  wrongAccount: {
    de: { reason: 'Von diesem Konto kann nicht abgebucht werden.', remedy: otherAccount.de },
    en: { reason: 'This account cannot be debited.', remedy: otherAccount.en },
  },
  notAuthorized: {
    de: { reason: 'Die Bank erkennt das Lastschriftmandat nicht an.', remedy: 'Bitte erteilen Sie im Abrechnungsportal ein neues Lastschriftmandat, oder sprechen Sie mit Ihrer Bank.' },
    en: { reason: 'The bank does not accept the mandate.', remedy: 'Please give a new mandate in the billing portal, or talk to your bank.' },
  },
  returned: {
    de: { reason: 'Der Betrag wurde zurückgebucht.', remedy: 'Stimmt mit der Rechnung etwas nicht, antworten Sie bitte auf diese Nachricht. Sonst hinterlegen Sie im Abrechnungsportal das Konto, von dem wir abbuchen dürfen.' },
    en: { reason: 'The amount was taken back.', remedy: 'If something is wrong with the invoice, please reply to this message. Otherwise give the account we may debit in the billing portal.' },
  },
  limit: {
    de: { reason: 'Der Betrag liegt über dem Limit für Lastschriften.', remedy: 'Wir versuchen es in den nächsten Tagen noch einmal. Sie müssen nichts tun.' },
    en: { reason: 'The amount is above the limit for debits.', remedy: 'We try again within the next days. There is nothing to do.' },
  },
  passing: {
    de: { reason: 'Die Bank konnte die Lastschrift nicht verarbeiten.', remedy: 'Wir versuchen es in den nächsten Tagen noch einmal. Sie müssen nichts tun.' },
    en: { reason: 'The bank could not process the debit.', remedy: 'We try again within the next days. There is nothing to do.' },
  },
  unknown: {
    de: { reason: 'Die Bank hat keinen Grund genannt.', remedy: 'Bitte prüfen Sie das Konto im Abrechnungsportal, oder fragen Sie Ihre Bank.' },
    en: { reason: 'The bank gave no reason.', remedy: 'Please check the account in the billing portal, or ask your bank.' },
  },
};
