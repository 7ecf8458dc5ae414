import { createHash, randomBytes } from 'node:crypto';
import type { BankAccount } from '../bank/iban.ts';
import { behaviourOf } from '../bank/test-ibans.ts';
import { newStripeId, type StripeMandate, type StripePaymentMethod } from './store.ts';

/** A bank account that nobody has given a mandate for yet, and that belongs to no customer. */
export function newPaymentMethod(bank: BankAccount, { holder, email }: { holder: string; email: string }, now: Date): StripePaymentMethod {
  const { iban, country, bankCode, branchCode, last4 } = bank;
  const fingerprint = createHash('sha256').update(`fingerprint ${iban}`).digest('base64url').replace(/[-_]/g, '').slice(0, 16);
  return { id: newStripeId('pm'), createdAt: now.toISOString(), customerId: null, holder, email, country, bankCode, branchCode, last4, fingerprint, behaviour: behaviourOf(iban) };
}

export function newMandate(method: StripePaymentMethod, { ipAddress, userAgent, status }: Pick<StripeMandate, 'ipAddress' | 'userAgent' | 'status'>, now: Date): StripeMandate {
  return { id: newStripeId('mandate'), paymentMethodId: method.id, reference: randomBytes(8).toString('hex').toUpperCase(), acceptedAt: now.toISOString(), ipAddress, userAgent, status };
}
