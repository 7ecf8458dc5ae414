import { stdnum } from 'stdnum';

/** By the letters in front of the number: the country as the library names it, and what a VAT number is called there. */
const checks: Record<string, [country: string, kind: string]> = {
  AT: ['AT', 'uid'], BE: ['BE', 'vat'], BG: ['BG', 'vat'], CY: ['CY', 'vat'], CZ: ['CZ', 'dic'], DE: ['DE', 'vat'], DK: ['DK', 'cvr'], EE: ['EE', 'kmkr'], EL: ['GR', 'vat'], ES: ['ES', 'nif'],
  FI: ['FI', 'alv'], FR: ['FR', 'tva'], HR: ['HR', 'oib'], HU: ['HU', 'anum'], IE: ['IE', 'vat'], IT: ['IT', 'iva'], LT: ['LT', 'pvm'], LU: ['LU', 'tva'], LV: ['LV', 'pvn'], MT: ['MT', 'vat'],
  NL: ['NL', 'btw'], PL: ['PL', 'nip'], PT: ['PT', 'nif'], RO: ['RO', 'cui'], SE: ['SE', 'vat'], SI: ['SI', 'ddv'], SK: ['SK', 'dph'], XI: ['GB', 'vat'],
};

/** Whether a VAT number (with its country in front, no blanks) can be one, by form and check digit. Of a country outside the EU's system nothing is known against it. */
export function mayBeVatNumber(vatNumber: string): boolean {
  const [country = '', kind = ''] = checks[vatNumber.slice(0, 2)] ?? [];
  // Without the letters, which the library does not know for Greece and Northern Ireland.
  return stdnum[country]?.[kind]?.validate(vatNumber.slice(2)).isValid ?? true;
}
