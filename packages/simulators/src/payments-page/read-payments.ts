import type { Chargebee } from '../chargebee/open-chargebee.ts';
import type { PageLanguage } from '../page/texts.ts';
import { type PaymentsTexts, paymentsTexts } from './texts.ts';

const fewEvents = 20;

/** What the page shows: the customers, one of them in full, and what is told of it to the webhook. */
export function readPayments({ site, webhooks }: Chargebee, { language, customerId, allEvents }: { language: PageLanguage; customerId: string | undefined; allEvents: boolean }) {
  const { store } = site;
  const customers = store.customers.all().toReversed();
  const customer = customers.find(({ id }) => id === customerId) ?? customers[0];
  const mine = <T extends { customer_id?: string }>(all: T[]) => all.filter(({ customer_id: id }) => id !== undefined && id === customer?.id).toReversed();
  return {
    language,
    say: paymentsTexts[language] as PaymentsTexts,
    now: site.seconds(),
    aheadDays: Math.round(site.state().offsetMs / 86_400_000),
    customers: customers.map((one) => ({ customer: one, subscription: store.subscriptions.all().findLast(({ customer_id: id }) => id === one.id) })),
    customer,
    sources: mine(store.paymentSources.all()).map((source) => ({ source, behaviour: store.bankAccounts.get(source.id)?.behaviour })),
    subscriptions: mine(store.subscriptions.all()),
    invoices: mine(store.invoices.all()).map((invoice) => ({
      invoice,
      debits: (invoice.linked_payments ?? []).flatMap(({ txn_id: id }) => store.transactions.get(id) ?? []).toReversed(),
    })),
    nextDebit: customer && store.nextDebits.get(customer.id)?.behaviour,
    trouble: webhooks.trouble(),
    allEvents,
    hasMoreEvents: !allEvents && store.events.all().length > fewEvents,
    events: store.events.all().slice(allEvents ? 0 : -fewEvents).toReversed().map((event) => ({ event, delivery: store.deliveries.get(event.id) })),
    itemName: (itemPriceId: string) => store.itemPrices.get(itemPriceId)?.external_name ?? store.itemPrices.get(itemPriceId)?.name ?? itemPriceId,
  };
}

export type Payments = ReturnType<typeof readPayments>;
