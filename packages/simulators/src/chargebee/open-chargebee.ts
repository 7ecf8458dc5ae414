import { Hono } from 'hono';
import type { BankBehaviour } from '../bank/test-ibans.ts';
import type { SendCallBack } from '../call-back.ts';
import type { Faults } from '../faults.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { seedCatalogue } from './catalogue.ts';
import { catchUp, nextEntry } from './catch-up.ts';
import { returnDebit } from './debits.ts';
import { controlRoutes } from './control-routes.ts';
import { createDownloads } from './downloads.ts';
import { markMandate } from './mandates.ts';
import { chargebeeApi } from './routes.ts';
import { openSite, type Site } from './site.ts';
import { travelTo } from './time-machine.ts';
import { type ChargebeeWebhook, createWebhooks, nextDeliveryAt, type Webhooks } from './webhook-delivery.ts';

export type TimeSpan = { days?: number; hours?: number; minutes?: number };

export type Chargebee = {
  site: Site;
  webhooks: Webhooks;
  /** The vendor's API below `/api/v2`, and the files it hands out. */
  routes: Hono;
  /** Works off what is due by now, and resolves once the endpoint was told. */
  catchUp(): Promise<void>;
  /** When something happens next, by the clock that the simulators were started with. */
  nextAt(): Date | undefined;
  /** The time machine goes ahead, from event to event. */
  travel(by: TimeSpan): Promise<void>;
  /** What the bank makes of the next debit of a customer, whatever the account's number says. */
  setNextDebit(customerId: string, behaviour: BankBehaviour): void;
  /** The bank takes back the last debit that went well; false when there was none. */
  returnLastDebit(customerId: string): Promise<boolean>;
  /** The mandate that is debited is about to lapse, or has; false when there is none. */
  lapseMandate(customerId: string, status: 'expiring' | 'expired'): Promise<boolean>;
};

/**
 * A test site of Chargebee's whose gateway is the simulated Stripe account. Without a file nothing is kept. `pagesUrl` is where
 * browsers find its hosted pages and portal; without one, where the API is.
 */
export function openChargebee({ file, now, stripe, webhook, callBack, faults, pagesUrl, tickMs, closing }: {
  file: string | undefined;
  now: () => Date;
  stripe: StripeAccounts;
  webhook: ChargebeeWebhook | undefined;
  callBack: SendCallBack;
  faults: Faults;
  pagesUrl: string | undefined;
  tickMs: number | undefined;
  closing: AbortSignal;
}): Chargebee {
  const site = openSite({ file, now, stripe, hasWebhook: webhook !== undefined });
  if (site.store.itemPrices.all().length === 0) seedCatalogue(site);
  const webhooks = createWebhooks({ site, webhook, callBack, closing });
  const downloads = createDownloads(site);
  const workOff = () => {
    catchUp(site);
    return webhooks.deliver();
  };
  if (tickMs !== undefined) {
    const timer = setInterval(() => void workOff(), tickMs).unref();
    closing.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
  const controls = {
    site,
    webhooks,
    nextAt() {
      const next = Math.min(nextEntry(site)?.at ?? Infinity, nextDeliveryAt(site) ?? Infinity);
      return next === Infinity ? undefined : new Date(next * 1000 - site.state().offsetMs);
    },
    travel: ({ days = 0, hours = 0, minutes = 0 }: TimeSpan) => travelTo(site, webhooks, site.seconds() + ((days * 24 + hours) * 60 + minutes) * 60),
    setNextDebit: (customerId: string, behaviour: BankBehaviour) => void site.store.nextDebits.put({ id: customerId, behaviour }),
    async returnLastDebit(customerId: string) {
      const last = site.store.transactions.all().findLast(({ customer_id, status }) => customer_id === customerId && status === 'success');
      if (last) site.store.atomically(() => returnDebit(site, last.id));
      await workOff();
      return last !== undefined;
    },
    async lapseMandate(customerId: string, status: 'expiring' | 'expired') {
      const source = site.store.paymentSources.get(site.store.customers.get(customerId)?.primary_payment_source_id ?? '');
      if (source) site.store.atomically(() => markMandate(site, source, status));
      await workOff();
      return source !== undefined;
    },
  };
  const routes = new Hono()
    .route('/api/v2', chargebeeApi({ site, webhooks, faults, downloads, pagesUrl }))
    .route('/downloads', downloads.routes)
    .route('/control', controlRoutes(controls));
  return { ...controls, routes, catchUp: workOff };
}
