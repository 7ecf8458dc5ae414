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
  const retrieve = () => askChargebee(() => orNull(chargebee.customer.retrieve(tenantId)));
  if (!(await retrieve())) {
    try {
      return await askChargebee(async () => (await chargebee.customer.create({ id: tenantId, ...ofPerson(account), ...ofInvoice(account), ...vatNumberOf(account) })).customer);
    } catch (fault) {
      // Somebody else may have made it at this very moment.
      if (!(await retrieve())) throw fault;
    }
  }
  await askChargebee(() => chargebee.customer.update(tenantId, ofPerson(account)));
  // An empty number takes away the one that stood there.
  return askChargebee(async () => (await chargebee.customer.updateBillingInfo(tenantId, { ...ofInvoice(account), vat_number: account.vatNumber ?? '' })).customer);
}

/** The accounting e-mail alone. A workshop that is no customer yet gets it with everything else. */
export async function putCustomerEmail({ chargebee }: Pick<Billing, 'chargebee'>, { tenantId, email }: Pick<Account, 'tenantId' | 'email'>): Promise<void> {
  await orNull(chargebee.customer.update(tenantId, { email }));
}

function ofPerson({ email, language, company }: Pick<Account, 'email' | 'language' | 'company'>) {
  return { email, locale: language, auto_collection: 'on' as const, allow_direct_debit: true, ...(company !== null && { company }) };
}

function ofInvoice({ company, address }: Pick<Account, 'company' | 'address'>) {
  return { ...(address && { billing_address: { ...(company !== null && { company }), line1: address.street, zip: address.postalCode, city: address.city, country: address.country } }) };
}

function vatNumberOf({ vatNumber }: Pick<Account, 'vatNumber'>) {
  return vatNumber === null ? {} : { vat_number: vatNumber };
}

async function orNull<Answer extends object>(answer: Promise<Answer>): Promise<(Answer & { customer: Customer }) | null> {
  try {
    return (await answer) as Answer & { customer: Customer };
  } catch (thrown) {
    if (toChargebeeFailure(thrown).kind === 'missing') return null;
    throw thrown;
  }
}
