import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type PhoneLine = { e164: string; display: string; line: 'mobile' | 'landline' | 'unservedCountry' | 'unknown' };

/** Countries whose mobile numbers we send to; anywhere else an SMS would be paid for and might not arrive. */
const served = ['DE', 'AT', 'CH'];

/** A phone number as typed or in E.164: what it is, and whether it takes an SMS. Null when it is no number. */
export function readPhoneLine(typed: string): PhoneLine | null {
  const number = parsePhoneNumberFromString(typed, 'DE');
  if (!number?.isValid()) return null;
  return { e164: number.number, display: number.formatInternational(), line: lineOf(number.country, number.getType()) };
}

/** SMS goes to mobile numbers of the countries we serve. */
export function takesSms(phoneE164: string): boolean {
  return readPhoneLine(phoneE164)?.line === 'mobile';
}

function lineOf(country: string | undefined, type: string | undefined): PhoneLine['line'] {
  if (!served.includes(country ?? '')) return 'unservedCountry';
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return 'mobile';
  return type === 'FIXED_LINE' ? 'landline' : 'unknown';
}
