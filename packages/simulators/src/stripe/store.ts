import { randomBytes } from 'node:crypto';
import type { BankBehaviour } from '../bank/test-ibans.ts';
import { openJournal } from '../journal.ts';

export type StripeCustomer = { id: string; createdAt: string; name: string | null; email: string | null; description: string | null; metadata: Record<string, string> };

/** The IBAN itself is not kept: what a debit needs of it is. */
export type StripePaymentMethod = {
  id: string;
  createdAt: string;
  customerId: string | null;
  holder: string;
  email: string;
  last4: string;
  country: string;
  bankCode: string;
  branchCode: string | null;
  fingerprint: string;
  behaviour: BankBehaviour;
};

export type StripeMandate = { id: string; paymentMethodId: string; reference: string; acceptedAt: string; ipAddress: string; userAgent: string; status: 'active' | 'pending' | 'inactive' };

export type StripeSetupIntent = {
  id: string;
  clientSecret: string;
  createdAt: string;
  customerId: string | null;
  description: string | null;
  metadata: Record<string, string>;
  usage: 'off_session' | 'on_session';
  allowedTypes: string[];
  status: 'requires_payment_method' | 'requires_confirmation' | 'processing' | 'succeeded' | 'canceled';
  cancellationReason: string | null;
  paymentMethodId: string | null;
  mandateId: string | null;
  lastError: { code: string; message: string; paymentMethodId: string } | null;
  /** The bank answers then. */
  processingUntil: string | null;
};

/** The first answer to an idempotency key. */
export type StripeReplay = { id: string; at: string; requestHash: string; status: number; body: unknown };

type Resources = { customers: StripeCustomer; paymentMethods: StripePaymentMethod; mandates: StripeMandate; setupIntents: StripeSetupIntent; replays: StripeReplay };
type Line = { [Kind in keyof Resources]: { kind: Kind; value: Resources[Kind] } }[keyof Resources];

export type StripeStore = { [Kind in keyof Resources]: ReadonlyMap<string, Resources[Kind]> } & {
  put<Kind extends keyof Resources>(kind: Kind, value: Resources[Kind]): void;
};

/** What the simulated Stripe account holds. With a file, each change is on it before it is answered. */
export function openStripeStore(stateFile?: string): StripeStore {
  const maps: { [Kind in keyof Resources]: Map<string, Resources[Kind]> } = { customers: new Map(), paymentMethods: new Map(), mandates: new Map(), setupIntents: new Map(), replays: new Map() };
  const journal = openJournal<Line>(stateFile);
  const keep = ({ kind, value }: Line) => void (maps[kind] as Map<string, typeof value>).set(value.id, value);
  for (const line of journal.lines) keep(line);
  return {
    ...maps,
    put(kind, value) {
      const line = { kind, value } as Line;
      journal.append(line);
      keep(line);
    },
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as Stripe words it: `cus_` and letters that tell nothing. */
export function newStripeId(prefix: string, length = 24): string {
  return `${prefix}_${[...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')}`;
}
