import { randomUUID } from 'node:crypto';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { openStore, type SiteState, type Store } from './store.ts';

/** A test site at Chargebee: what it knows, and the time it believes it is. */
export type Site = {
  store: Store;
  stripe: StripeAccounts;
  /** Whether events have an endpoint to go to. */
  hasWebhook: boolean;
  /** Whoever lives by this site's time: awaited wherever the time machine halts. */
  companion: (() => Promise<void>) | undefined;
  now(): Date;
  /** Seconds since 1970, as Chargebee counts. */
  seconds(): number;
  /** Lets `work` happen at an instant that has passed already. */
  at<T>(seconds: number, work: () => T): T;
  state(): SiteState;
  /** Later than every version before, and near to the milliseconds of the time. */
  nextVersion(): number;
  newId(prefix: string): string;
};

/** Opens the site. `now` is the clock the time machine starts from. */
export function openSite({ file, now, stripe, hasWebhook }: { file: string | undefined; now: () => Date; stripe: StripeAccounts; hasWebhook: boolean }): Site {
  const store = openStore(file);
  let pinned: number | null = null;
  const site: Site = {
    store, stripe, hasWebhook,
    companion: undefined,
    now: () => (pinned === null ? new Date(now().getTime() + site.state().offsetMs) : new Date(pinned * 1000)),
    seconds: () => Math.floor(site.now().getTime() / 1000),
    at(seconds, work) {
      const before = pinned;
      pinned = seconds;
      try {
        return work();
      } finally {
        pinned = before;
      }
    },
    state: () => store.site.get('site') ?? { id: 'site', offsetMs: 0, genesisTime: Math.floor(now().getTime() / 1000), lastVersion: 0, lastInvoiceNumber: 0, lastCreditNoteNumber: 0, lastEventSequence: 0 },
    nextVersion() {
      const state = site.state();
      const lastVersion = Math.max(state.lastVersion + 1, site.now().getTime());
      store.site.put({ ...state, lastVersion });
      return lastVersion;
    },
    newId: (prefix) => `${prefix}${randomUUID().replaceAll('-', '').slice(0, 20)}`,
  };
  return site;
}

/** What every change of a resource carries: a newer version than any before. */
export function stamp(site: Site): { resource_version: number; updated_at: number } {
  return { resource_version: site.nextVersion(), updated_at: site.seconds() };
}
