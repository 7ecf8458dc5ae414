import type { CreditNote, Customer, Event, Invoice, ItemPrice, PaymentSource, PortalSession, Subscription, Transaction } from 'chargebee';
import type { BankBehaviour } from '../bank/test-ibans.ts';
import { openJournal } from '../journal.ts';
import type { HostedPageOrder, KnownHostedPage } from './hosted-pages.ts';
import type { IdempotentAnswer } from './idempotency.ts';
import type { ItemWanted } from './subscription-items.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

/** What debits from a payment source come to; `id` is the payment source's. */
export type BankAccount = { id: string; country: string; bankCode: string; behaviour: BankBehaviour; mandateReference: string; mandateUsedAt: number };
/** What the bank makes of a debit that runs; `id` is the transaction's. */
export type DebitOrder = { id: string; behaviour: BankBehaviour };
/** What was switched for the next debit of a customer; `id` is the customer's. */
export type NextDebit = { id: string; behaviour: BankBehaviour };
export type ScheduledItems = { id: string; items: ItemWanted[] };
/** Something that happens by itself at an instant, in seconds since 1970. */
export type AgendaEntry = { id: string; at: number; kind: AgendaKind; about: string };
export type AgendaKind = 'trialEnd' | 'termEnd' | 'trialEndReminder' | 'renewalReminder' | 'debitSettles' | 'debitReturns' | 'dunning' | 'mandateExpiring' | 'mandateExpired';
/** `offsetMs`: how far the time machine is ahead of the clock it was started with. */
export type SiteState = { id: 'site'; offsetMs: number; genesisTime: number; lastVersion: number; lastInvoiceNumber: number; lastCreditNoteNumber: number; lastEventSequence: number };

type Contents = {
  site: SiteState;
  customers: Customer;
  itemPrices: ItemPrice;
  subscriptions: Subscription;
  /** Deleted ones stay, marked. */
  paymentSources: PaymentSource;
  bankAccounts: BankAccount;
  invoices: Invoice;
  creditNotes: CreditNote;
  transactions: Transaction;
  debitOrders: DebitOrder;
  nextDebits: NextDebit;
  /** Items a subscription gets with its next term; `id` is the subscription's. */
  scheduledItems: ScheduledItems;
  hostedPages: KnownHostedPage;
  hostedPageOrders: HostedPageOrder;
  portalSessions: PortalSession;
  events: Event;
  deliveries: WebhookDelivery;
  agenda: AgendaEntry;
  answers: IdempotentAnswer;
};
type Name = keyof Contents;
const names = ['site', 'customers', 'itemPrices', 'subscriptions', 'paymentSources', 'bankAccounts', 'invoices', 'creditNotes', 'transactions', 'debitOrders', 'nextDebits', 'scheduledItems', 'hostedPages', 'hostedPageOrders', 'portalSessions', 'events', 'deliveries', 'agenda', 'answers'] as const satisfies Name[];

export type Collection<T> = {
  get(id: string): T | undefined;
  /** In the order in which they were first put. */
  all(): T[];
  /** Adds or replaces; what was handed out before never changes. */
  put(value: T): T;
  remove(id: string): void;
};
export type Store = { [N in Name]: Collection<Contents[N]> } & {
  /** All or nothing is kept of what `work` puts: nothing when it throws. */
  atomically<T>(work: () => T): T;
  onChange(listener: () => void): () => void;
  /** Takes everything away but the site itself and its price list. */
  clear(): void;
};

type Change = [Name, { id: string } | string];

/** Everything Chargebee knows. With a file, what was put is on it before anybody is answered. */
export function openStore(file?: string): Store {
  const maps = Object.fromEntries(names.map((name) => [name, new Map<string, { id: string }>()])) as Record<Name, Map<string, { id: string }>>;
  const listeners = new Set<() => void>();
  let pending: Change[] | null = null;
  let undo: (() => void)[] = [];
  const journal = openJournal<Change[]>(file);
  for (const change of journal.lines.flat()) apply(change);

  function apply([name, value]: Change) {
    // A collection of an older version may have gone.
    if (typeof value === 'string') maps[name]?.delete(value);
    else maps[name]?.set(value.id, value);
  }
  function record(change: Change) {
    if (pending) {
      undo.push(undoing(maps[change[0]], change));
      pending.push(change);
      apply(change);
    } else {
      apply(change);
      write([change]);
    }
  }
  function write(changes: Change[]) {
    if (changes.length === 0) return;
    journal.append(changes);
    for (const listener of listeners) listener();
  }
  const collection = (name: Name) => ({
    get: (id: string) => maps[name].get(id),
    all: () => [...maps[name].values()],
    put: (value: { id: string }) => (record([name, value]), value),
    remove: (id: string) => maps[name].has(id) && record([name, id]),
  });
  return {
    ...(Object.fromEntries(names.map((name) => [name, collection(name)])) as unknown as { [N in Name]: Collection<Contents[N]> }),
    atomically(work) {
      if (pending) return work();
      pending = [];
      undo = [];
      let changes: Change[] = [];
      try {
        const result = work();
        changes = pending;
        return result;
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      } finally {
        pending = null;
        write(changes);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      const { site, itemPrices } = maps;
      const kept: Change[] = [...[...site.values()].map((value): Change => ['site', value]), ...[...itemPrices.values()].map((value): Change => ['itemPrices', value])];
      for (const map of Object.values(maps)) map.clear();
      journal.clear();
      for (const change of kept) apply(change);
      write(kept);
    },
  };
}

function undoing(map: Map<string, { id: string }>, [, value]: Change): () => void {
  const id = typeof value === 'string' ? value : value.id;
  const before = map.get(id);
  return () => void (before ? map.set(id, before) : map.delete(id));
}
