import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AddressInfo } from 'node:net';
import { callLoopback, type SendCallBack } from './call-back.ts';
import { type Chargebee, openChargebee } from './chargebee/open-chargebee.ts';
import { createChargebeePages } from './chargebee-pages/create-chargebee-pages.ts';
import type { ChargebeeWebhook } from './chargebee/webhook-delivery.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { createPage } from './page/routes.ts';
import { createResend } from './resend/routes.ts';
import type { ResendWebhook } from './resend/webhook.ts';
import { type StripeAccounts, stripeAccounts } from './stripe/accounts.ts';
import { createStripe } from './stripe/routes.ts';
import { openStripeStore } from './stripe/store.ts';
import { createStripeJs } from './stripe-js/create-stripe-js.ts';
import { createTwilio } from './twilio/routes.ts';

export type Simulators = {
  port: number;
  /** Base URLs to hand to the vendors' SDKs. */
  resendUrl: string;
  twilioUrl: string;
  chargebeeUrl: string;
  stripeUrl: string;
  /** What browsers ask, the page with phone and mailbox among it: to be mounted at the root of a host of its own. */
  fetch: (request: Request) => Response | Promise<Response>;
  inbox: Inbox;
  faults: Faults;
  chargebee: Chargebee;
  stripe: StripeAccounts;
  close(): Promise<void>;
};

// Resend takes mails of 40 MB, as base64 in JSON.
const maxBodyBytes = 48 * 1024 * 1024;

/**
 * Stand-ins for Resend, Twilio, Chargebee and Stripe on a real socket of 127.0.0.1, and a page that shows what they were given.
 * Nothing leaves the machine. Without `port` a free one is taken; without `stateFile` messages live in memory only.
 * What became of a message is told to the SMS's StatusCallback and to `resendWebhook`, what happened to money to
 * `chargebeeWebhook`, by way of `callBack`. With `tickMs` time passes at Chargebee even while nobody asks it anything.
 * `pagesUrl` is where browsers find the vendors' pages; without one, on the simulators' own port.
 */
export async function startSimulators(options: {
  port?: number;
  stateFile?: string;
  now: () => Date;
  resendWebhook?: ResendWebhook;
  chargebeeWebhook?: ChargebeeWebhook;
  callBack?: SendCallBack;
  tickMs?: number;
  pagesUrl?: string;
}): Promise<Simulators> {
  const closing = new AbortController();
  const inbox = openInbox(options.stateFile);
  const faults = createFaults(closing.signal);
  const vendor = { inbox, faults, now: options.now, callBack: options.callBack ?? callLoopback };
  const stripeStore = openStripeStore(options.stateFile?.replace(/(\.jsonl)?$/, '.stripe$1'));
  const stripe = stripeAccounts(stripeStore, options.now);
  const chargebee = openChargebee({
    file: options.stateFile?.replace(/(\.jsonl)?$/, '.chargebee$1'),
    now: options.now, stripe, faults, callBack: vendor.callBack, webhook: options.chargebeeWebhook,
    pagesUrl: options.pagesUrl, tickMs: options.tickMs, closing: closing.signal,
  });
  const page = createPage({ inbox, faults, chargebee, closing: closing.signal });
  const host = new Hono()
    .route('/stripe', createStripe({ store: stripeStore, faults, now: options.now }))
    .route('/', createStripeJs())
    .route('/chargebee', createChargebeePages(chargebee, stripe))
    .route('/', page);
  const app = new Hono()
    .use(bodyLimit({ maxSize: maxBodyBytes }))
    .route('/resend', createResend({ ...vendor, webhook: options.resendWebhook }))
    .route('/twilio', createTwilio(vendor))
    .route('/chargebee', chargebee.routes)
    .route('/', host);

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    resendUrl: `http://127.0.0.1:${port}/resend`,
    twilioUrl: `http://127.0.0.1:${port}/twilio`,
    chargebeeUrl: `http://127.0.0.1:${port}/chargebee`,
    stripeUrl: `http://127.0.0.1:${port}/stripe`,
    fetch: (request) => host.fetch(request),
    inbox,
    faults,
    chargebee,
    stripe,
    async close() {
      closing.abort();
      await chargebee.webhooks.settled();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
