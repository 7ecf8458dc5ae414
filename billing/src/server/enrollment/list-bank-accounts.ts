import type { PaymentSource } from 'chargebee';
import type { Billing } from '../billing.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';

/** The workshop's bank accounts in Chargebee's books that may be debited or soon may, the newest first. */
export async function listBankAccounts({ chargebee }: Pick<Billing, 'chargebee'>, tenantId: string): Promise<PaymentSource[]> {
  const { list } = await askChargebee(() => chargebee.paymentSource.list({ limit: 100, customer_id: { is: tenantId }, type: { is: 'direct_debit' } }));
  return list
    .map(({ payment_source: source }) => source)
    .filter(({ customer_id: customerId, deleted }) => customerId === tenantId && !deleted)
    .sort((a, b) => b.created_at - a.created_at);
}
