import type { BankBehaviour } from '../bank/test-ibans.ts';
import { bankNameOf } from '../bank/test-ibans.ts';
import { settleSetupIntent } from './settle-setup-intent.ts';
import type { StripeStore } from './store.ts';

/** A bank account with a mandate, for whoever debits it through Stripe. Stripe shows nobody the IBAN; here it decides what becomes of debits. */
export type StripeAccount = {
  paymentMethodId: string;
  customerId: string;
  holder: string;
  email: string;
  iban: string;
  last4: string;
  country: string;
  bankCode: string;
  bankName: string;
  fingerprint: string;
  /** What the bank does with debits. */
  behaviour: BankBehaviour;
  mandate: { id: string; reference: string; acceptedAt: string; ipAddress: string; userAgent: string };
};

export type StripeAccounts = {
  /** For `cus_…/pm_…`: only an account that belongs to this customer and whose mandate the bank took. */
  findPaymentMethod(customerId: string, paymentMethodId: string): StripeAccount | undefined;
};

/** The bank accounts of the simulated Stripe account, for a billing system that debits through it. */
export function stripeAccounts(store: StripeStore, now: () => Date): StripeAccounts {
  return {
    findPaymentMethod(customerId, paymentMethodId) {
      for (const intent of store.setupIntents.values()) if (intent.paymentMethodId === paymentMethodId) settleSetupIntent(store, intent, now());
      const method = store.paymentMethods.get(paymentMethodId);
      const mandate = [...store.mandates.values()].find((found) => found.paymentMethodId === paymentMethodId && found.status === 'active');
      if (!method || !mandate || method.customerId !== customerId) return undefined;
      const { holder, email, iban, last4, country, bankCode, fingerprint, behaviour } = method;
      const { id, reference, acceptedAt, ipAddress, userAgent } = mandate;
      return { paymentMethodId, customerId, holder, email, iban, last4, country, bankCode, bankName: bankNameOf(method), fingerprint, behaviour, mandate: { id, reference, acceptedAt, ipAddress, userAgent } };
    },
  };
}
