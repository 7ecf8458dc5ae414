import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { askStripe } from './ask-stripe.ts';

/** What our server has to know of a SetupIntent, in Stripe's own words. */
export type IntentStanding = {
  status: Stripe.SetupIntent['status'];
  customerId: string | null;
  tenantId: string | null;
  paymentMethodId: string | null;
  mandateId: string | null;
  /** Why the last try came to nothing, such as `bank_account_declined`. */
  failureCode: string | null;
};

/** The workshop's customer at Stripe, made once. It carries nothing but the workshop's id, so that a repeated call is the same to the letter. */
export async function ensureStripeCustomer(billing: Billing, account: { tenantId: string; stripeCustomerId: string | null }): Promise<string> {
  if (account.stripeCustomerId !== null) return account.stripeCustomerId;
  const { tenantId } = account;
  const customer = await askStripe(() => stripeOf(billing).customers.create({ metadata: { tenant_id: tenantId } }, { idempotencyKey: `meldewerk/customer/${tenantId}` }));
  if (!customer) throw new Error('what was made is never missing');
  await inTenant(billing.db, tenantId, (tx) => tx.update(billingAccounts).set({ stripeCustomerId: customer.id }).where(eq(billingAccounts.tenantId, tenantId)));
  return customer.id;
}

/** Begins a mandate whose bank account Stripe's own field asks for: the IBAN goes from the browser to Stripe and never through here. */
export async function createSetupIntent(billing: Billing, { tenantId, customerId, enrollmentId }: { tenantId: string; customerId: string; enrollmentId: string }): Promise<{ id: string; clientSecret: string }> {
  const intent = await askStripe(() =>
    stripeOf(billing).setupIntents.create(
      { customer: customerId, allowed_payment_method_types: ['sepa_debit'], usage: 'off_session', metadata: { tenant_id: tenantId, enrollment_id: enrollmentId } },
      { idempotencyKey: `meldewerk/enrollment/${enrollmentId}` },
    ),
  );
  if (!intent?.client_secret) throw new Error('a new intent has its secret');
  return { id: intent.id, clientSecret: intent.client_secret };
}

/** How it stands, from Stripe itself and never from the browser; null where there is no such intent. */
export async function readSetupIntent(billing: Billing, id: string): Promise<IntentStanding | null> {
  const intent = await askStripe(() => stripeOf(billing).setupIntents.retrieve(id));
  return intent && {
    status: intent.status,
    customerId: idOf(intent.customer),
    tenantId: intent.metadata?.['tenant_id'] ?? null,
    paymentMethodId: idOf(intent.payment_method),
    mandateId: idOf(intent.mandate),
    failureCode: intent.last_setup_error ? (intent.last_setup_error.code ?? 'refused') : null,
  };
}

/** Ends an intent that nobody confirmed, so that nothing can come of it later; false when the bank has it already. */
export async function cancelSetupIntent(billing: Billing, id: string): Promise<boolean> {
  try {
    return (await askStripe(() => stripeOf(billing).setupIntents.cancel(id, { cancellation_reason: 'abandoned' }))) !== null;
  } catch (fault) {
    if (fault instanceof BillingFault && fault.code === 'paymentVendorRefused') return false;
    throw fault;
  }
}

/** The reference that stands on bank statements, as Stripe has it; null where the key may not read mandates. */
export async function readMandateReference(billing: Billing, mandateId: string): Promise<string | null> {
  try {
    const mandate = await stripeOf(billing).mandates.retrieve(mandateId);
    return mandate.payment_method_details.sepa_debit?.reference ?? null;
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeError) return null;
    throw thrown;
  }
}

function stripeOf({ stripe }: Billing): Stripe {
  if (!stripe) throw new Error('the inline route is only configured with Stripe');
  return stripe;
}

function idOf(resource: string | { id: string } | null): string | null {
  return typeof resource === 'string' ? resource : (resource?.id ?? null);
}
