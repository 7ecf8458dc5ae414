import { askChargebee, once } from '../chargebee/ask-chargebee.ts';
import { sessionIdleMs } from '../sign-in/validity.ts';
import { cancelSetupIntent, createSetupIntent, ensureStripeCustomer, readMandateReference, readSetupIntent } from '../stripe/setup-intent.ts';
import { listBankAccounts } from './list-bank-accounts.ts';
import type { Attempt, EnrollmentRoute } from './route.ts';

/** Stripe's IBAN field in our own page, then Stripe's payment method as a permanent token of Chargebee's. */
export const inlineRoute: EnrollmentRoute = {
  async begin({ billing, account, mandate }) {
    const { tenantId } = account;
    const customerId = await ensureStripeCustomer(billing, account);
    const { id, clientSecret } = await createSetupIntent(billing, { tenantId, customerId, enrollmentId: mandate.id });
    return { route: 'inline', vendorReference: id, clientSecret, publishableKey: billing.config.stripe?.publishableKey ?? '' };
  },

  async check({ billing, account, mandate, vendorReference }) {
    const intent = await readSetupIntent(billing, vendorReference);
    if (!intent || intent.status === 'canceled') return { kind: 'expired' };
    const { status, customerId, tenantId, paymentMethodId, mandateId, failureCode } = intent;
    if (customerId === null || customerId !== account.stripeCustomerId || tenantId !== account.tenantId) return { kind: 'foreign' };
    if (status === 'succeeded') {
      if (paymentMethodId === null || mandateId === null) return { kind: 'failed', code: 'noMandate' };
      return { kind: 'given', take: () => takePaymentMethod({ billing, account, mandate }, `${customerId}/${paymentMethodId}`), reference: () => readMandateReference(billing, mandateId) };
    }
    if (failureCode !== null) return { kind: 'failed', code: failureCode };
    // Stripe keeps an intent open for good. The page it was begun on is signed out by now: what is typed there leads nowhere.
    const isLeft = billing.businessNow().getTime() - mandate.startedAt.getTime() >= sessionIdleMs;
    return isLeft && (await cancelSetupIntent(billing, vendorReference)) ? { kind: 'expired' } : { kind: 'waiting' };
  },
};

/**
 * `cus_…/pm_…` is the form Chargebee documents for cards of Stripe. That it holds for SEPA too is likely and not confirmed by the
 * vendor: try it on a test site before this route is switched on (docs/billing.md).
 */
async function takePaymentMethod({ billing, account, mandate }: Attempt, reference: string) {
  const { tenantId } = account;
  const find = async () => (await listBankAccounts(billing, tenantId)).find(({ reference_id: known }) => known === reference);
  const there = await find();
  if (there) return there;
  try {
    const { payment_source: added } = await askChargebee(() =>
      billing.chargebee.paymentSource.createUsingPermanentToken(
        { customer_id: tenantId, type: 'direct_debit', gateway_account_id: billing.config.chargebee.gatewayAccountId, reference_id: reference, replace_primary_payment_source: true },
        once('mandate', mandate.id),
      ),
    );
    return added;
  } catch (fault) {
    // Somebody else may have brought it at this very moment.
    const brought = await find();
    if (brought) return brought;
    throw fault;
  }
}
