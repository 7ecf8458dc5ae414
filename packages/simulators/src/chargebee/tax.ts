import type { Customer } from 'chargebee';

const union = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** The VAT of a seller in Germany: prices are without it. How a site is set up is its owner's choice; this is ours. */
export function vatOf({ billing_address: address, vat_number: vatNumber }: Pick<Customer, 'billing_address' | 'vat_number'>): { percent: number; name: string; exempt?: 'reverse_charge' | 'export' } {
  const country = address?.country ?? 'DE';
  if (country === 'DE') return { percent: 19, name: 'USt.' };
  if (!union.has(country)) return { percent: 0, name: 'USt.', exempt: 'export' };
  return vatNumber ? { percent: 0, name: 'USt.', exempt: 'reverse_charge' } : { percent: 19, name: 'USt.' };
}
