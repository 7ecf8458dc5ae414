import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number in E.164 as people read it: `+49 171 2345678`. */
export function displayPhone(phoneE164: string): string {
  return parsePhoneNumberFromString(phoneE164)?.formatInternational() ?? phoneE164;
}
