import type { Customer, Invoice, Subscription } from 'chargebee';
import type { Site } from './site.ts';
import { getItemPrice } from './subscription-items.ts';
import { vatOf } from './tax.ts';

export type Lines = { line_items: Invoice.LineItem[]; line_item_taxes: Invoice.LineItemTax[]; taxes: Invoice.Tax[]; sub_total: number; tax: number; total: number };

/** What the items cost from one instant to another, with VAT. `share`: as much of it as is left of a term. */
export function chargeFor(site: Site, { customer, subscriptionId, items, from, to, share = 1 }: { customer: Customer; subscriptionId: string; items: Subscription.SubscriptionItem[]; from: number; to: number; share?: number }): Lines {
  const vat = vatOf(customer);
  const line_items = items.map((item) => {
    const price = getItemPrice(site, item.item_price_id);
    const amount = Math.round((item.amount ?? 0) * share);
    return {
      id: site.newId('li_'),
      subscription_id: subscriptionId,
      customer_id: customer.id,
      date_from: from,
      date_to: to,
      unit_amount: item.unit_price ?? 0,
      quantity: item.quantity ?? 1,
      amount,
      pricing_model: 'per_unit',
      is_taxed: vat.percent > 0,
      tax_rate: vat.percent,
      tax_amount: Math.round((amount * vat.percent) / 100),
      ...(vat.exempt && { tax_exempt_reason: vat.exempt }),
      description: price.external_name ?? price.name,
      entity_type: 'plan_item_price',
      entity_id: price.id,
    } satisfies Invoice.LineItem;
  });
  const sub_total = line_items.reduce((sum, line) => sum + line.amount, 0);
  const tax = line_items.reduce((sum, line) => sum + line.tax_amount, 0);
  const line_item_taxes = vat.percent === 0 ? [] : line_items.map((line) => ({ line_item_id: line.id, tax_name: vat.name, tax_rate: vat.percent, taxable_amount: line.amount, tax_amount: line.tax_amount, tax_juris_type: 'country', tax_juris_name: 'Deutschland', tax_juris_code: 'DE' }) satisfies Invoice.LineItemTax);
  return { line_items, line_item_taxes, taxes: vat.percent === 0 ? [] : [{ name: vat.name, amount: tax, description: `${vat.name} ${vat.percent} %` }], sub_total, tax, total: sub_total + tax };
}
