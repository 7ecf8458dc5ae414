import type { ItemPrice } from 'chargebee';
import { stamp, type Site } from './site.ts';

/** Which an item price belongs to by default. */
export const itemFamilyId = 'meldewerk';

const plans = [
  { id: 'werkstatt-EUR-monthly', name: 'Werkstatt EUR Monthly', external_name: 'Werkstatt', item_id: 'werkstatt', price: 4900, period_unit: 'month', trial_period: 30, description: 'Schadenmeldungen ohne Begrenzung für einen Standort' },
  { id: 'werkstatt-EUR-yearly', name: 'Werkstatt EUR Yearly', external_name: 'Werkstatt, jährlich', item_id: 'werkstatt', price: 49000, period_unit: 'year', trial_period: 30, description: 'Zwölf Monate zum Preis von zehn' },
  { id: 'betrieb-EUR-monthly', name: 'Betrieb EUR Monthly', external_name: 'Betrieb', item_id: 'betrieb', price: 9900, period_unit: 'month', trial_period: 30, description: 'Mehrere Standorte, Partner und eigene Regeln' },
] as const;

/** A site has its price list before the first customer. */
export function seedCatalogue(site: Site): void {
  site.store.atomically(() => {
    for (const { trial_period, ...plan } of plans) {
      site.store.itemPrices.put({
        ...plan,
        item_family_id: itemFamilyId,
        item_type: 'plan',
        status: 'active',
        pricing_model: 'per_unit',
        period: 1,
        currency_code: 'EUR',
        trial_period,
        trial_period_unit: 'day',
        free_quantity: 0,
        channel: 'web',
        created_at: site.seconds(),
        is_taxable: true,
        deleted: false,
        ...stamp(site),
      } satisfies ItemPrice);
    }
  });
}
