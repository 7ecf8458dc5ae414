import type { Customer } from 'chargebee';
import type { Billing } from '../billing.ts';
import { toChargebeeFailure } from '../chargebee/to-chargebee-failure.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';
import type { Account } from './find-account.ts';

/**
 * Makes Chargebee's customer be as the account is, whether or not there was one: its id is the workshop's, so a second one
 * cannot come of it, and what is done twice changes nothing.
 */
export async function putCustomer({ chargebee }: Pick<Billing, 'chargebee'>, account: Pick<Account, 'tenantId' | 'email' | 'language' | 'company' | 'address' | 'vatNumber'>): Promise<Customer> {
  const { tenantId } = account;
  const found = await askChargebee(() => orNull(chargebee.customer.retrieve(tenantId)));
  if (!found) return askChargebee(async () => (await chargebee.customer.create({ id: tenantId, ...ofPerson(account), ...ofInvoice(account) })).customer);
  await askChargebee(() => chargebee.customer.update(tenantId, ofPerson(account)));
  return askChargebee(async () => (await chargebee.customer.updateBillingInfo(tenantId, ofInvoice(account))).customer);
}

/** The accounting e-mail alone. A workshop that is no customer yet gets it with everything else. */
export async function putCustomerEmail({ chargebee }: Pick<Billing, 'chargebee'>, { tenantId, email }: Pick<Account, 'tenantId' | 'email'>): Promise<void> {
  await orNull(chargebee.customer.update(tenantId, { email }));
}

function ofPerson({ email, language, company }: Pick<Account, 'email' | 'language' | 'company'>) {
  return { email, locale: language, auto_collection: 'on' as const, ...(company !== null && { company }) };
}

function ofInvoice({ company, address, vatNumber, email }: Pick<Account, 'company' | 'address' | 'vatNumber' | 'email'>) {
  return {
    // An empty number takes away the one that stood there.
    vat_number: vatNumber ?? '',
    ...(address && { billing_address: { ...(company !== null && { company }), email, line1: address.street, zip: address.postalCode, city: address.city, country: address.country } }),
  };
}

async function orNull<Answer extends object>(answer: Promise<Answer>): Promise<(Answer & { customer: Customer }) | null> {
  try {
    return (await answer) as Answer & { customer: Customer };
  } catch (thrown) {
    if (toChargebeeFailure(thrown).kind === 'missing') return null;
    throw thrown;
  }
}
