import { createHash } from 'node:crypto';
import { BillingFault } from '../billing-fault.ts';
import { toChargebeeFailure } from './to-chargebee-failure.ts';

const maxKeyLength = 100;

/** Asks Chargebee on behalf of a person: what goes wrong becomes a fault they may hear. A call that no schema of the vendor fits stays what it is, an error of ours. */
export async function askChargebee<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ChargebeeZodValidationError') throw thrown;
    const { kind, code, param } = toChargebeeFailure(thrown);
    if (kind === 'passing') throw new BillingFault('paymentVendorDown', [], `chargebee/${code}`);
    if (param !== null && param.startsWith('vat_number')) throw new BillingFault('validationFailed', [{ path: 'vatNumber', code: 'invalid' }]);
    throw new BillingFault('paymentVendorRefused', [], `chargebee/${code}${param === null ? '' : `/${param}`}`);
  }
}

/** Chargebee does the same only once within half an hour of it; beyond that our own rows and a look at the vendor's have to tell. */
export function once(...parts: string[]): { 'chargebee-idempotency-key': string } {
  const key = parts.join('/');
  return { 'chargebee-idempotency-key': key.length <= maxKeyLength ? key : createHash('sha256').update(key).digest('hex') };
}
