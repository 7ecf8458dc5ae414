import type { Customer, Event, PaymentSource } from 'chargebee';
import type { StripeAccount } from '../stripe/accounts.ts';
import { changeCustomer, getCustomer, primaryOf } from './customers.ts';
import { emit } from './emit.ts';
import { notFound, Refusal, wrongValue } from './failure.ts';
import { watchMandate } from './mandates.ts';
import { type Site, stamp } from './site.ts';

type Added = { customer: Customer; payment_source: PaymentSource };

export function getPaymentSource(site: Site, id: string): PaymentSource {
  const source = site.store.paymentSources.get(id);
  if (!source || source.deleted) throw notFound('PaymentSource', id);
  return source;
}

/**
 * `reference_id` is `cus_…/pm_…` of the Stripe account behind the gateway. That Chargebee takes this for SEPA too is documented
 * for cards only, and is to be confirmed on a test site.
 */
export function addByPermanentToken(site: Site, given: { customer_id: string; type: string; reference_id?: string; gateway_account_id?: string; replace_primary_payment_source?: boolean; mandate_id?: string }): Added {
  getCustomer(site, given.customer_id);
  if (given.type !== 'direct_debit') throw wrongValue('type', 'only direct_debit is enabled for this gateway account');
  const [customerId, paymentMethodId] = given.reference_id?.split('/') ?? [];
  if (!customerId || !paymentMethodId) throw wrongValue('reference_id', 'has to be <customer>/<payment method>');
  const account = site.stripe.findPaymentMethod(customerId, paymentMethodId);
  if (!account) throw new Refusal(400, 'payment_method_verification_failed', 'The payment method could not be retrieved from the gateway.', { type: 'payment', param: 'reference_id' });
  if (given.mandate_id !== undefined && given.mandate_id !== account.mandate.id && given.mandate_id !== account.mandate.reference) throw wrongValue('mandate_id', 'is not the mandate of this payment method');
  return addPaymentSource(site, { customerId: given.customer_id, account, gatewayAccountId: given.gateway_account_id, replacePrimary: given.replace_primary_payment_source ?? false, source: 'api' });
}

/** A bank account that may be debited from now on. The first one of a customer is the primary one. */
export function addPaymentSource(site: Site, { customerId, account, gatewayAccountId, replacePrimary, source }: { customerId: string; account: StripeAccount; gatewayAccountId?: string; replacePrimary: boolean; source: Event['source'] }): Added {
  return site.store.atomically(() => {
    const before = getCustomer(site, customerId);
    const payment_source = site.store.paymentSources.put({
      id: site.newId('pm_'),
      customer_id: customerId,
      type: 'direct_debit',
      reference_id: `${account.customerId}/${account.paymentMethodId}`,
      status: 'valid',
      gateway: 'stripe',
      gateway_account_id: gatewayAccountId ?? 'gw_simulated',
      issuing_country: account.country,
      bank_account: {
        last4: account.last4,
        name_on_account: account.holder,
        bank_name: account.bankName,
        // Stripe's id of the mandate or the reference on the bank statement: the vendor does not say. Here it is the reference.
        mandate_id: account.mandate.reference,
        direct_debit_scheme: 'sepa_core',
        email: account.email,
      },
      ip_address: account.mandate.ipAddress,
      created_at: site.seconds(),
      deleted: false,
      ...stamp(site),
    } satisfies PaymentSource);
    site.store.bankAccounts.put({ id: payment_source.id, country: account.country, bankCode: account.bankCode, behaviour: account.behaviour, mandateReference: account.mandate.reference, mandateUsedAt: site.seconds() });
    watchMandate(site, payment_source.id);
    const becomesPrimary = replacePrimary || before.primary_payment_source_id === undefined;
    const customer = becomesPrimary ? changeCustomer(site, customerId, { ...primaryOf(payment_source), allow_direct_debit: true }, source === 'portal' ? 'portal' : 'api') : before;
    emit(site, 'payment_source_added', { customer, payment_source }, source);
    return { customer, payment_source };
  });
}

/** Never debited again. The one that was primary leaves the customer without. */
export function deletePaymentSource(site: Site, id: string, { source = 'api', locally = false }: { source?: Event['source']; locally?: boolean } = {}): Added {
  return site.store.atomically(() => {
    const payment_source = site.store.paymentSources.put({ ...getPaymentSource(site, id), deleted: true, ...stamp(site) });
    const isPrimary = getCustomer(site, payment_source.customer_id).primary_payment_source_id === id;
    const customer = isPrimary
      ? changeCustomer(site, payment_source.customer_id, { primary_payment_source_id: undefined, payment_method: undefined, card_status: 'no_card' })
      : getCustomer(site, payment_source.customer_id);
    emit(site, locally ? 'payment_source_locally_deleted' : 'payment_source_deleted', { customer, payment_source }, source);
    return { customer, payment_source };
  });
}

export function assignPaymentRole(site: Site, customerId: string, { payment_source_id, role }: { payment_source_id: string; role: string }, source: 'api' | 'portal' = 'api'): Added {
  return site.store.atomically(() => {
    const payment_source = getPaymentSource(site, payment_source_id);
    if (payment_source.customer_id !== customerId) throw notFound('PaymentSource', payment_source_id, 'payment_source_id');
    const change: Partial<Customer> = role === 'primary' ? primaryOf(payment_source) : role === 'backup' ? { backup_payment_source_id: payment_source_id } : { backup_payment_source_id: undefined };
    return { customer: changeCustomer(site, customerId, change, source), payment_source };
  });
}
