/* What the field says, by language. Codes are Stripe's. */
export const texts = {
  de: {
    label: 'IBAN',
    invalid_iban: 'Die IBAN ist ungültig. Bitte prüfen Sie die Ziffern.',
    incomplete_iban: 'Die IBAN ist unvollständig.',
    invalid_iban_start: 'Eine IBAN beginnt mit zwei Buchstaben für das Land, etwa DE.',
    invalid_iban_country_code: (country) => `Die IBAN ist ungültig: „${country}“ wird nicht unterstützt.`,
    unreachable: 'Der Zahlungsdienst ist nicht erreichbar. Bitte versuchen Sie es noch einmal.',
  },
  en: {
    label: 'IBAN',
    invalid_iban: 'The IBAN you entered is invalid. Please check the digits.',
    incomplete_iban: 'The IBAN you entered is incomplete.',
    invalid_iban_start: 'Your IBAN should start with a two-letter country code, such as DE.',
    invalid_iban_country_code: (country) => `The IBAN you entered is invalid: “${country}” is not a supported country code.`,
    unreachable: 'The payment service cannot be reached. Please try again.',
  },
};
