import type { Hono } from 'hono';
import type { Faults } from '../faults.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { chargebeeApi } from './routes.ts';
import { openSite, type Site } from './site.ts';

/** Where events go, with the user and password of its Basic auth. */
export type ChargebeeWebhook = { url: string; user: string; password: string };

export type Chargebee = {
  site: Site;
  /** The vendor's API, below `/api/v2`. */
  api: Hono;
};

/** A test site of Chargebee's whose gateway is the simulated Stripe account. Without a file nothing is kept. */
export function openChargebee(options: { file: string | undefined; now: () => Date; stripe: StripeAccounts; webhook: ChargebeeWebhook | undefined; faults: Faults }): Chargebee {
  const site = openSite({ file: options.file, now: options.now, stripe: options.stripe, hasWebhook: options.webhook !== undefined });
  return { site, api: chargebeeApi({ site, faults: options.faults }) };
}
