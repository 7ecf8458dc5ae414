import type { MandateRoute } from '@meldewerk/contract/billing';
import type { Database } from '@meldewerk/db/client';
import type Chargebee from 'chargebee';
import type Stripe from 'stripe';
import { createChargebee, type ChargebeeConfig } from './chargebee/create-chargebee.ts';
import { createStripe, type StripeConfig } from './stripe/create-stripe.ts';

export type BillingConfig = {
  chargebee: ChargebeeConfig;
  /** Null where mandates are given on the vendor's page alone. */
  stripe: StripeConfig | null;
  /** The ways in which a mandate can be given, the first by default. */
  routes: MandateRoute[];
  creditor: { name: string; id: string };
  /** Days between the first failed debit and the stop of new links. */
  graceDays: number;
  /** Keys the short codes of signing in. */
  secret: string;
  /** Where the billing portal is, `https://billing.example.de`. */
  portalUrl: string;
};

/** What every billing verb gets first. Clients are the vendors' own. */
export type Billing = {
  db: Database;
  config: BillingConfig;
  chargebee: Chargebee;
  stripe: Stripe | null;
  now(): Date;
  /** The time that money and mandates go by: ours, except beside a simulated vendor whose time machine went ahead. */
  businessNow(): Date;
  newId(): string;
};

/** Wires what billing needs. `validate` has every request to Chargebee checked against the vendor's own schemas before it leaves. */
export function createBilling(config: BillingConfig, context: { db: Database; now(): Date; businessNow?: () => Date; newId(): string; timeoutMs: number; validate: boolean }): Billing {
  const { db, now, businessNow = now, newId, timeoutMs, validate } = context;
  return {
    db, config, now, businessNow, newId,
    chargebee: createChargebee(config.chargebee, { timeoutMs, validate }),
    stripe: config.stripe && createStripe(config.stripe, { timeoutMs }),
  };
}
