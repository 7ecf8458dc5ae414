import { type IbanFault, readIban } from '../bank/iban.ts';
import { type BankBehaviour, bankNameOf } from '../bank/test-ibans.ts';
import { newMandate, newPaymentMethod } from './new-account.ts';
import { settleSetupIntent } from './settle-setup-intent.ts';
import { newStripeId, type StripeStore } from './store.ts';

/** A bank account with a mandate, for whoever debits it through Stripe. The IBAN stays with Stripe. */
export type StripeAccount = {
  paymentMethodId: string;
  customerId: string;
  holder: string;
  email: string;
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
  /** A mandate that was given on a page of whoever debits through Stripe; `refused`: the bank does not take it. */
  giveMandate(given: { holder: string; email: string; iban: string; ipAddress: string; userAgent: string }): { account: StripeAccount } | { fault: IbanFault | 'refused' };
};

/** The bank accounts of the simulated Stripe account, for a billing system that debits through it. */
export function stripeAccounts(store: StripeStore, now: () => Date): StripeAccounts {
  const accounts: StripeAccounts = {
    findPaymentMethod(customerId, paymentMethodId) {
      for (const intent of store.setupIntents.values()) if (intent.paymentMethodId === paymentMethodId) settleSetupIntent(store, intent, now());
      const method = store.paymentMethods.get(paymentMethodId);
      const mandate = [...store.mandates.values()].find((found) => found.paymentMethodId === paymentMethodId && found.status === 'active');
      if (!method || !mandate || method.customerId !== customerId) return undefined;
      const { holder, email, last4, country, bankCode, fingerprint, behaviour } = method;
      const { id, reference, acceptedAt, ipAddress, userAgent } = mandate;
      return { paymentMethodId, customerId, holder, email, last4, country, bankCode, bankName: bankNameOf(method), fingerprint, behaviour, mandate: { id, reference, acceptedAt, ipAddress, userAgent } };
    },
    giveMandate({ holder, email, iban, ipAddress, userAgent }) {
      const read = readIban(iban);
      if (!('account' in read)) return read;
      const method = newPaymentMethod(read.account, { holder, email }, now());
      if (method.behaviour === 'noMandate' || method.behaviour === 'noMandateLate') return { fault: 'refused' };
      const customer = { id: newStripeId('cus', 14), createdAt: now().toISOString(), name: holder, email, description: null, metadata: {} };
      store.put('customers', customer);
      store.put('paymentMethods', { ...method, customerId: customer.id });
      store.put('mandates', newMandate(method, { ipAddress, userAgent, status: 'active' }, now()));
      const account = accounts.findPaymentMethod(customer.id, method.id);
      return account ? { account } : { fault: 'refused' };
    },
  };
  return accounts;
}
