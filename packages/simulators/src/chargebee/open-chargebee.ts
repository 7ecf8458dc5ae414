import { Hono } from 'hono';
import type { BankBehaviour } from '../bank/test-ibans.ts';
import type { SendCallBack } from '../call-back.ts';
import type { Faults } from '../faults.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { seedCatalogue } from './catalogue.ts';
import { catchUp } from './catch-up.ts';
import { returnDebit } from './debits.ts';
import { createDownloads } from './downloads.ts';
import { chargebeeApi } from './routes.ts';
import { openSite, type Site } from './site.ts';
import { travelTo } from './time-machine.ts';
import { type ChargebeeWebhook, createWebhooks, type Webhooks } from './webhook-delivery.ts';

export type Chargebee = {
  site: Site;
  webhooks: Webhooks;
  /** The vendor's API below `/api/v2`, and the files it hands out. */
  routes: Hono;
  /** Works off what is due by now, and resolves once the endpoint was told. */
  catchUp(): Promise<void>;
  /** The time machine goes ahead, from event to event. */
  travel(by: { days?: number; hours?: number; minutes?: number }): Promise<void>;
  /** What the bank makes of the next debit of a customer, whatever the account's number says. */
  setNextDebit(customerId: string, behaviour: BankBehaviour): void;
  /** The bank takes back the last debit that went well; false when there was none. */
  returnLastDebit(customerId: string): Promise<boolean>;
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
  return {
    site,
    webhooks,
    routes: new Hono().route('/api/v2', chargebeeApi({ site, webhooks, faults, downloads, pagesUrl })).route('/downloads', downloads.routes),
    catchUp: workOff,
    travel: ({ days = 0, hours = 0, minutes = 0 }) => travelTo(site, webhooks, site.seconds() + ((days * 24 + hours) * 60 + minutes) * 60),
    setNextDebit: (customerId, behaviour) => void site.store.nextDebits.put({ id: customerId, behaviour }),
    async returnLastDebit(customerId) {
      const last = site.store.transactions.all().findLast(({ customer_id, status }) => customer_id === customerId && status === 'success');
      if (last) site.store.atomically(() => returnDebit(site, last.id));
      await workOff();
      return last !== undefined;
    },
  };
}
