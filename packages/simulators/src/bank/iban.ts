export type BankAccount = { iban: string; country: string; bankCode: string; branchCode: string | null; last4: string };
/** `incomplete`: so far nothing is wrong with it. */
export type IbanFault = 'empty' | 'incomplete' | 'invalid' | 'unsupportedCountry';

/** Length of an IBAN and the digits of the bank in it, for every country of SEPA. Source: the SWIFT IBAN registry. */
const countries: Record<string, { length: number; bank: [number, number] }> = {
  AD: { length: 24, bank: [4, 8] }, AT: { length: 20, bank: [4, 9] }, BE: { length: 16, bank: [4, 7] }, BG: { length: 22, bank: [4, 8] }, CH: { length: 21, bank: [4, 9] },
  CY: { length: 28, bank: [4, 7] }, CZ: { length: 24, bank: [4, 8] }, DE: { length: 22, bank: [4, 12] }, DK: { length: 18, bank: [4, 8] }, EE: { length: 20, bank: [4, 6] },
  ES: { length: 24, bank: [4, 8] }, FI: { length: 18, bank: [4, 7] }, FR: { length: 27, bank: [4, 9] }, GB: { length: 22, bank: [4, 8] }, GI: { length: 23, bank: [4, 8] },
  GR: { length: 27, bank: [4, 7] }, HR: { length: 21, bank: [4, 11] }, HU: { length: 28, bank: [4, 7] }, IE: { length: 22, bank: [4, 8] }, IS: { length: 26, bank: [4, 8] },
  IT: { length: 27, bank: [5, 10] }, LI: { length: 21, bank: [4, 9] }, LT: { length: 20, bank: [4, 9] }, LU: { length: 20, bank: [4, 7] }, LV: { length: 21, bank: [4, 8] },
  MC: { length: 27, bank: [4, 9] }, MT: { length: 31, bank: [4, 8] }, NL: { length: 18, bank: [4, 8] }, NO: { length: 15, bank: [4, 8] }, PL: { length: 28, bank: [4, 12] },
  PT: { length: 25, bank: [4, 8] }, RO: { length: 24, bank: [4, 8] }, SE: { length: 24, bank: [4, 7] }, SI: { length: 19, bank: [4, 9] }, SK: { length: 24, bank: [4, 8] },
  SM: { length: 27, bank: [5, 10] }, VA: { length: 22, bank: [4, 7] },
};

export const ibanLengths: Record<string, number> = Object.fromEntries(Object.entries(countries).map(([country, { length }]) => [country, length]));

/** Reads an IBAN however it is grouped. Checks country, length and the check digits (ISO 7064, mod 97). */
export function readIban(typed: string): { account: BankAccount } | { fault: IbanFault } {
  const iban = typed.replace(/[\s.-]/g, '').toUpperCase();
  if (iban === '') return { fault: 'empty' };
  if (!/^[A-Z]{0,2}$|^[A-Z]{2}\d{0,2}$|^[A-Z]{2}\d{2}[A-Z0-9]*$/.test(iban)) return { fault: 'invalid' };
  if (iban.length < 2) return { fault: 'incomplete' };
  const country = countries[iban.slice(0, 2)];
  if (!country) return { fault: 'unsupportedCountry' };
  if (iban.length < country.length) return { fault: 'incomplete' };
  if (iban.length > country.length || remainderOf97(iban) !== 1) return { fault: 'invalid' };
  return { account: { iban, country: iban.slice(0, 2), bankCode: iban.slice(...country.bank), branchCode: null, last4: iban.slice(-4) } };
}

function remainderOf97(iban: string): number {
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((place) => parseInt(place, 36)).join('');
  return Number(BigInt(digits) % 97n);
}
