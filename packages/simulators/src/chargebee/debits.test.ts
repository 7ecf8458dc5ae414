import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveAccount, invoicesOf, refusalOf, type RentedSite, rentSite, subscribe } from './rented-site.fixture.ts';

let site: RentedSite;
beforeEach(async () => void (site = await rentSite()));
afterEach(() => site.simulators.close());

const debitOf = async (customerId: string) => (await site.chargebee.transaction.list({ customer_id: { is: customerId }, 'sort_by[desc]': 'date' })).list[0]?.transaction;

test.each([
  ['pays', 1, { status: 'success' }, { status: 'paid' }],
  ['paysLate', 3, { status: 'success' }, { status: 'paid' }],
  ['refuses', 1, { status: 'failure', error_code: 'insufficient_funds' }, { status: 'payment_due', dunning_status: 'in_progress' }],
  ['refusesLate', 3, { status: 'failure', error_code: 'insufficient_funds' }, { status: 'payment_due', dunning_status: 'in_progress' }],
  ['overLimit', 1, { status: 'failure', error_code: 'charge_exceeds_source_limit' }, { status: 'payment_due' }],
] as const)('a debit from the account that %s comes to its end after %i minutes and no sooner', async (behaviour, minutes, debit, invoice) => {
  const { customerId } = await subscribe(site, behaviour);
  site.clock.at = new Date(site.clock.at.getTime() + minutes * 60_000 - 1000);
  expect(await debitOf(customerId)).toMatchObject({ status: 'in_progress' });
  site.clock.at = new Date(site.clock.at.getTime() + 1000);
  expect(await debitOf(customerId)).toMatchObject(debit);
  expect((await invoicesOf(site, customerId))[0]).toMatchObject(invoice);
});

test('a debit that went well is returned two days later, and the invoice is open again until it is collected', async () => {
  const { customerId, subscriptionId } = await subscribe(site, 'returns');
  await site.simulator.travel({ days: 1 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid' });
  await site.simulator.travel({ days: 2 });
  const [open] = await invoicesOf(site, customerId);
  expect(await debitOf(customerId)).toMatchObject({ status: 'late_failure' });
  expect(open).toMatchObject({ status: 'not_paid', amount_due: 5831, amount_paid: 0, linked_payments: [{ txn_status: 'late_failure' }] });
  expect(open?.paid_at).toBeUndefined();
  expect((await site.chargebee.subscription.retrieve(subscriptionId)).subscription).toMatchObject({ status: 'active', total_dues: 5831 });
  expect(site.told.map(({ event_type }) => event_type).slice(-2)).toEqual(['transaction_updated', 'invoice_updated']);

  const { source } = await giveAccount(site, customerId, 'pays');
  const collected = await site.chargebee.invoice.collectPayment(open?.id ?? '', { payment_source_id: source.id });
  expect(collected.transaction).toMatchObject({ status: 'in_progress', amount: 5831, payment_source_id: source.id });
  expect(await refusalOf(site.chargebee.invoice.collectPayment(open?.id ?? ''))).toMatchObject({ api_error_code: 'invalid_state_for_request' });
  await site.simulator.travel({ minutes: 2 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid', linked_payments: [{ txn_status: 'late_failure' }, { txn_status: 'success' }] });
});

test('a debit that keeps failing is tried four times in two weeks and then given up; the subscription goes on', async () => {
  const { customerId, subscriptionId } = await subscribe(site, 'refuses');
  await site.simulator.travel({ days: 15 });
  const [invoice] = await invoicesOf(site, customerId);
  expect(invoice).toMatchObject({ status: 'not_paid', dunning_status: 'exhausted', amount_due: 5831 });
  expect(invoice?.dunning_attempts).toHaveLength(4);
  expect(invoice?.next_retry_at).toBeUndefined();
  expect(site.told.filter(({ event_type }) => event_type === 'payment_failed')).toHaveLength(4);
  expect(site.told.findLast(({ event_type }) => event_type === 'dunning_updated')?.content.invoice).toMatchObject({ dunning_status: 'exhausted' });
  expect((await site.chargebee.subscription.retrieve(subscriptionId)).subscription.status).toBe('active');
});

test('the next debit of a customer can be made to fail, and the one after goes well again', async () => {
  const { customerId } = await subscribe(site);
  await site.simulator.travel({ days: 1 });
  site.simulator.setNextDebit(customerId, 'refuses');
  await site.simulator.travel({ days: 31 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'payment_due', dunning_status: 'in_progress' });
  await site.simulator.travel({ days: 4 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid', dunning_status: 'success' });
  expect(await site.simulator.returnLastDebit(customerId)).toBe(true);
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'not_paid', amount_due: 5831 });
});

test('an account that is taken away is not debited: the invoice waits for another', async () => {
  const { customerId, source } = await subscribe(site);
  const { customer } = await site.chargebee.paymentSource.delete(source.id);
  expect(customer.primary_payment_source_id).toBeUndefined();
  await site.simulator.travel({ days: 31 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'payment_due', linked_payments: [], dunning_attempts: [{ attempt: 1 }] });
  await giveAccount(site, customerId);
  await site.simulator.travel({ days: 3, minutes: 2 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid' });
});

test('a mandate that is not used for three years lapses, and is announced a month before', async () => {
  const { customerId, source, subscriptionId } = await subscribe(site);
  await site.chargebee.subscription.cancelForItems(subscriptionId, { end_of_term: false });
  await site.simulator.travel({ days: 3 * 365 + 1 - 20 });
  expect((await site.chargebee.paymentSource.retrieve(source.id)).payment_source.status).toBe('expiring');
  await site.simulator.travel({ days: 20 });
  expect((await site.chargebee.paymentSource.retrieve(source.id)).payment_source.status).toBe('expired');
  expect((await site.chargebee.customer.retrieve(customerId)).customer.payment_method?.status).toBe('expired');
  expect(site.told.map(({ event_type }) => event_type).filter((name) => name.startsWith('payment_source_exp'))).toEqual(['payment_source_expiring', 'payment_source_expired']);
});

test('a mandate about to lapse is good again once it was debited', async () => {
  const { customerId, source } = await subscribe(site);
  expect(await site.simulator.lapseMandate(customerId, 'expiring')).toBe(true);
  expect((await site.chargebee.paymentSource.retrieve(source.id)).payment_source.status).toBe('expiring');
  await site.simulator.travel({ days: 31 });
  expect((await site.chargebee.paymentSource.retrieve(source.id)).payment_source.status).toBe('valid');
  expect(site.told.filter(({ event_type }) => event_type.startsWith('payment_source_')).map(({ event_type }) => event_type)).toEqual(['payment_source_added', 'payment_source_expiring', 'payment_source_updated']);
});

test('an invoice that is voided is owed no more; one with a payment cannot be', async () => {
  const { customerId, subscriptionId } = await subscribe(site, 'refuses');
  const [running] = await invoicesOf(site, customerId);
  expect(await refusalOf(site.chargebee.invoice.voidInvoice(running?.id ?? ''))).toMatchObject({ api_error_code: 'invalid_state_for_request' });
  await site.simulator.travel({ minutes: 2 });
  expect((await site.chargebee.invoice.voidInvoice(running?.id ?? '')).invoice).toMatchObject({ status: 'voided', amount_due: 0, dunning_status: 'stopped' });
  await site.simulator.travel({ days: 4 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'voided', linked_payments: [{ txn_status: 'failure' }] });
  expect((await site.chargebee.subscription.retrieve(subscriptionId)).subscription.total_dues).toBe(0);
});

test('a debit that is refused has changed nothing', async () => {
  const { customerId } = await subscribe(site, 'refuses');
  await site.simulator.travel({ minutes: 2 });
  await site.simulator.lapseMandate(customerId, 'expired');
  const [before] = await invoicesOf(site, customerId);
  const heard = site.simulator.site.store.events.all().length;
  expect(await refusalOf(site.chargebee.invoice.collectPayment(before?.id ?? ''))).toMatchObject({ api_error_code: 'payment_processing_failed', type: 'payment' });
  expect((await invoicesOf(site, customerId))[0]).toEqual(before);
  expect(site.simulator.site.store.events.all()).toHaveLength(heard);
});
