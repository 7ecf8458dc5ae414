import { countryName } from '../../format.ts';

// Where a SEPA debit works: https://www.europeanpaymentscouncil.eu/document-library/other/epc-list-sepa-scheme-countries
const nearest = ['DE', 'AT', 'CH'];
const others = ['AD', 'BE', 'BG', 'CY', 'CZ', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'SM'];

/** Those around us first, then by name. */
export function countries(): { value: string; label: string }[] {
  const named = (codes: string[]) => codes.map((value) => ({ value, label: countryName(value) }));
  return [...named(nearest), ...named(others).toSorted((one, other) => one.label.localeCompare(other.label, document.documentElement.lang))];
}
