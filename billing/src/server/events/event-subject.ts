import * as v from 'valibot';

// The vendor's client leaves slashes as they are: what climbs up in a path would ask for something else.
const idOf = v.pipe(v.string(), v.minLength(1), v.maxLength(100), v.check((id) => !id.split('/').some((part) => part === '.' || part === '..')));
const owned = v.optional(v.looseObject({ id: idOf, customer_id: v.optional(idOf) }));
const contentSchema = v.looseObject({
  customer: v.optional(v.looseObject({ id: idOf })),
  subscription: owned,
  invoice: owned,
  transaction: owned,
  payment_source: owned,
  credit_note: v.optional(v.looseObject({ customer_id: v.optional(idOf), reference_invoice_id: v.optional(idOf) })),
});

/** What an event says it is about, by ids: everything else about it is asked of Chargebee. */
export type EventSubject = { customerId: string | null; customer: boolean; subscriptionIds: string[]; invoiceIds: string[]; transactionIds: string[]; paymentSourceIds: string[] };

/** The events that change what we keep. Others are kept and do nothing. */
const heard = /^(customer_(created|changed|deleted)|subscription_|invoice_|pending_invoice_|payment_(?!intent)|transaction_|credit_note_|dunning_updated|card_)/;

/** Reads what an event is about; null for one that concerns nothing we keep, or whose content is of no known shape. */
export function eventSubject(eventType: string, content: unknown): EventSubject | null {
  const parsed = v.safeParse(contentSchema, content);
  if (!parsed.success || !heard.test(eventType)) return null;
  const { customer, subscription, invoice, transaction, payment_source: source, credit_note: note } = parsed.output;
  const subject = {
    customerId: customerOf(content),
    customer: customer !== undefined,
    subscriptionIds: idsOf(subscription?.id),
    invoiceIds: idsOf(invoice?.id, note?.reference_invoice_id),
    transactionIds: idsOf(transaction?.id),
    paymentSourceIds: idsOf(source?.id),
  };
  const nothing = !subject.customer && [subject.subscriptionIds, subject.invoiceIds, subject.transactionIds, subject.paymentSourceIds].every((ids) => ids.length === 0);
  return nothing ? null : subject;
}

/** Whose an event says it is, of whatever kind it is. */
export function customerOf(content: unknown): string | null {
  const parsed = v.safeParse(contentSchema, content);
  if (!parsed.success) return null;
  const { customer, subscription, invoice, transaction, payment_source: source, credit_note: note } = parsed.output;
  return customer?.id ?? [subscription, invoice, transaction, source, note].find((resource) => resource?.customer_id)?.customer_id ?? null;
}

function idsOf(...ids: (string | undefined)[]): string[] {
  return ids.filter((id) => id !== undefined);
}
