import type { Invoice } from 'chargebee';
import { schedule, unschedule } from './agenda.ts';
import { emit } from './emit.ts';
import { saveInvoice } from './invoice-records.ts';
import type { Site } from './site.ts';

// A site's owner sets the days, and whether the subscription is cancelled or, as here, goes on once they are over. Source:
// chargebee.com/docs, "Subscription status as active when payment failed on renewal".
const retryAfterDays = [3, 4, 7];

/** An invoice that could not be collected is tried again some days later, and given up after the last time. */
export function awaitRetry(site: Site, invoice: Invoice, failed: { transactionId?: string; amount: number }): Invoice {
  const earlier = invoice.dunning_attempts ?? [];
  const attempt = {
    attempt: earlier.length + 1,
    ...(failed.transactionId !== undefined && { transaction_id: failed.transactionId, txn_status: 'failure' as const }),
    dunning_type: 'direct_debit',
    created_at: site.seconds(),
    txn_amount: failed.amount,
    retry_engine: 'chargebee',
  } satisfies Invoice.DunningAttempt;
  // A debit after dunning is over was asked for by somebody; its failure starts nothing.
  const days = invoice.dunning_status === 'exhausted' ? undefined : retryAfterDays[earlier.length];
  const next_retry_at = days === undefined ? undefined : site.seconds() + days * 86_400;
  if (next_retry_at !== undefined) schedule(site, { id: `dunning/${invoice.id}`, at: next_retry_at, kind: 'dunning', about: invoice.id });
  const open = saveInvoice(site, { ...invoice, dunning_attempts: [...earlier, attempt], next_retry_at, status: days === undefined ? 'not_paid' : 'payment_due', dunning_status: days === undefined ? 'exhausted' : 'in_progress' });
  emit(site, 'invoice_updated', { invoice: open });
  emit(site, 'dunning_updated', { invoice: open });
  return open;
}

/** Nothing to do where dunning never began. */
export function endDunning(site: Site, invoice: Invoice, dunning_status: 'success' | 'stopped'): Invoice {
  unschedule(site, `dunning/${invoice.id}`);
  if (invoice.dunning_status === undefined || invoice.dunning_status === dunning_status) return invoice;
  const ended = saveInvoice(site, { ...invoice, dunning_status, next_retry_at: undefined });
  emit(site, 'dunning_updated', { invoice: ended });
  return ended;
}
