import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCustomer, giveAccount, invoicesOf, plan, refusalOf, type RentedSite, rentSite, subscribe } from './rented-site.fixture.ts';

let site: RentedSite;
beforeEach(async () => void (site = await rentSite()));
afterEach(() => site.simulators.close());

const names = () => site.told.map(({ event_type }) => event_type);
const daysAfter = (from: number, days: number) => from + days * 86_400;

test('a trial ends in a term that is invoiced with VAT, debited and paid, and renews', async () => {
  const customerId = await createCustomer(site);
  const { customer, source } = await giveAccount(site, customerId);
  expect(customer).toMatchObject({ primary_payment_source_id: source.id, payment_method: { type: 'direct_debit', gateway: 'stripe', status: 'valid' } });
  expect(source).toMatchObject({ status: 'valid', bank_account: { last4: '3000', direct_debit_scheme: 'sepa_core', mandate_id: expect.stringMatching(/\w{5,}/) } });

  const { subscription: trial } = await site.chargebee.subscription.createWithItems(customerId, { subscription_items: plan('werkstatt-EUR-monthly', 2), auto_collection: 'on' });
  expect(trial).toMatchObject({ status: 'in_trial', mrr: 0, trial_end: daysAfter(trial.created_at ?? 0, 30), next_billing_at: trial.trial_end });
  await site.simulator.travel({ days: 30 });
  const { subscription: active } = await site.chargebee.subscription.retrieve(trial.id);
  expect(active).toMatchObject({ status: 'active', activated_at: trial.trial_end, current_term_start: trial.trial_end, mrr: 9800, total_dues: 11662, due_invoices_count: 1 });
  const [invoice] = await invoicesOf(site, customerId);
  expect(invoice).toMatchObject({ status: 'payment_due', sub_total: 9800, tax: 1862, total: 11662, amount_due: 11662, amount_to_collect: 0, date: trial.trial_end, linked_payments: [{ txn_status: 'in_progress' }] });

  await site.simulator.travel({ minutes: 2 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid', amount_due: 0, amount_paid: 11662, linked_payments: [{ txn_status: 'success' }] });
  const { list } = await site.chargebee.transaction.list({ customer_id: { is: customerId } });
  expect(list.map(({ transaction }) => transaction)).toMatchObject([{ status: 'success', amount: 11662, payment_source_id: source.id, last4: '3000', linked_invoices: [{ invoice_id: invoice?.id, invoice_status: 'paid' }] }]);

  await site.simulator.travel({ days: 31 });
  expect((await invoicesOf(site, customerId)).map(({ status }) => status)).toEqual(['paid', 'paid']);
  expect(names()).toEqual([
    'customer_created', 'customer_changed', 'payment_source_added', 'subscription_created', 'subscription_trial_end_reminder',
    'invoice_generated', 'payment_initiated', 'subscription_activated', 'transaction_updated', 'invoice_updated', 'payment_succeeded',
    'subscription_renewal_reminder', 'invoice_generated', 'payment_initiated', 'subscription_renewed', 'transaction_updated', 'invoice_updated', 'payment_succeeded',
  ]);
});

test('what happened while nobody asked happened at its own time and in order', async () => {
  const { customerId, subscriptionId } = await subscribe(site);
  site.told.splice(0);
  const before = site.clock.at;
  site.clock.at = new Date(before.getTime() + 95 * 86_400_000);
  await site.simulator.catchUp();
  const [latest, ...earlier] = await invoicesOf(site, customerId);
  expect(earlier).toHaveLength(3);
  expect(latest?.date).toBe(earlier[0]?.line_items?.[0]?.date_to);
  const times = site.told.map(({ occurred_at }) => occurred_at);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  const versions = site.told.flatMap(({ content }) => (content.invoice ? [content.invoice] : [])).map(({ id, resource_version }) => `${String(id)} ${String(resource_version)}`);
  expect(versions).toEqual(versions.toSorted());
  expect((await site.chargebee.subscription.retrieve(subscriptionId)).subscription.current_term_end).toBe(latest?.line_items?.[0]?.date_to);
});

test('a trial without a bank account ends in a cancellation that names the reason, and can be taken up again', async () => {
  const customerId = await createCustomer(site);
  const { subscription } = await site.chargebee.subscription.createWithItems(customerId, { subscription_items: plan() });
  await site.simulator.travel({ days: 30 });
  expect((await site.chargebee.subscription.retrieve(subscription.id)).subscription).toMatchObject({ status: 'cancelled', cancel_reason: 'no_card' });
  await giveAccount(site, customerId);
  const again = await site.chargebee.subscription.reactivate(subscription.id);
  expect(again).toMatchObject({ subscription: { status: 'active' }, invoice: { status: 'payment_due', total: 5831 } });
  expect(again.subscription.cancel_reason).toBeUndefined();
  expect(names()).toEqual(expect.arrayContaining(['subscription_cancelled', 'subscription_reactivated']));
});

test('a cancellation at the end of the term can be taken back until then', async () => {
  const { subscriptionId } = await subscribe(site);
  const scheduled = await site.chargebee.subscription.cancelForItems(subscriptionId, { end_of_term: true, cancel_reason_code: 'too expensive' });
  expect(scheduled.subscription).toMatchObject({ status: 'non_renewing', cancelled_at: scheduled.subscription.current_term_end });
  expect(scheduled.subscription.next_billing_at).toBeUndefined();
  const back = await site.chargebee.subscription.removeScheduledCancellation(subscriptionId);
  expect(back.subscription).toMatchObject({ status: 'active', next_billing_at: back.subscription.current_term_end });
  expect(await refusalOf(site.chargebee.subscription.removeScheduledCancellation(subscriptionId))).toMatchObject({ api_error_code: 'invalid_state_for_request' });
  await site.chargebee.subscription.cancelForItems(subscriptionId, { end_of_term: true });
  await site.simulator.travel({ days: 31 });
  expect((await site.chargebee.subscription.retrieve(subscriptionId)).subscription).toMatchObject({ status: 'cancelled', mrr: 0 });
  expect(names().filter((name) => name.includes('cancel'))).toEqual(['subscription_cancellation_scheduled', 'subscription_scheduled_cancellation_removed', 'subscription_cancellation_scheduled', 'subscription_cancelled']);
});

test('a larger plan in the middle of a term costs what it was estimated to cost', async () => {
  const { customerId, subscriptionId } = await subscribe(site);
  await site.simulator.travel({ days: 15 });
  const change = { subscription_items: plan('betrieb-EUR-monthly') };
  const { estimate } = await site.chargebee.estimate.updateSubscriptionForItems({ subscription: { id: subscriptionId }, ...change });
  const { invoice, credit_notes, subscription } = await site.chargebee.subscription.updateForItems(subscriptionId, change);
  expect(invoice).toMatchObject({ total: estimate.invoice_estimate?.total, credits_applied: estimate.credit_note_estimates?.[0]?.total, amount_due: estimate.invoice_estimate?.amount_due, status: 'payment_due' });
  expect(invoice?.amount_due).toBeGreaterThan(0);
  expect(credit_notes).toMatchObject([{ type: 'refundable', reason_code: 'subscription_change' }]);
  expect(subscription).toMatchObject({ mrr: 9900, next_billing_at: estimate.subscription_estimate?.next_billing_at });
  expect((await site.chargebee.customer.retrieve(customerId)).customer.refundable_credits).toBe(0);
  const renewal = await site.chargebee.estimate.renewalEstimate(subscriptionId);
  expect(renewal.estimate.invoice_estimate).toMatchObject({ total: 11781, amount_due: 11781 });
});

test('a smaller plan leaves credit, which the next invoice uses up', async () => {
  const customerId = await createCustomer(site);
  await giveAccount(site, customerId);
  const { subscription } = await site.chargebee.subscription.createWithItems(customerId, { subscription_items: plan('betrieb-EUR-monthly', 3) });
  await site.simulator.travel({ days: 31 });
  await site.chargebee.subscription.updateForItems(subscription.id, { subscription_items: plan('werkstatt-EUR-monthly') });
  const { refundable_credits: credit } = (await site.chargebee.customer.retrieve(customerId)).customer;
  expect(credit).toBeGreaterThan(5831);
  await site.simulator.travel({ days: 31 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid', total: 5831, credits_applied: 5831, amount_due: 0, linked_payments: [] });
  expect((await site.chargebee.customer.retrieve(customerId)).customer.refundable_credits).toBe(credit - 5831);
});

test('a change for the end of the term waits for it, and can be taken back', async () => {
  const { customerId, subscriptionId } = await subscribe(site);
  const later = { subscription_items: plan('werkstatt-EUR-yearly'), end_of_term: true };
  expect((await site.chargebee.subscription.updateForItems(subscriptionId, later)).subscription).toMatchObject({ has_scheduled_changes: true, billing_period_unit: 'month' });
  expect((await site.chargebee.subscription.retrieveWithScheduledChanges(subscriptionId)).subscription.subscription_items).toMatchObject([{ item_price_id: 'werkstatt-EUR-yearly' }]);
  await site.chargebee.subscription.removeScheduledChanges(subscriptionId);
  await site.chargebee.subscription.updateForItems(subscriptionId, later);
  await site.simulator.travel({ days: 31 });
  expect((await site.chargebee.subscription.retrieve(subscriptionId)).subscription).toMatchObject({ has_scheduled_changes: false, billing_period_unit: 'year', mrr: 4083 });
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ total: 58310 });
});

test('the invoice is a file at an address that runs out', async () => {
  const { customerId } = await subscribe(site);
  const [invoice] = await invoicesOf(site, customerId);
  const { download } = await site.chargebee.invoice.pdf(invoice?.id ?? '');
  const file = await fetch(download.download_url);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-1\.4[^]*Rechnung INV-[^]*%%EOF\n$/);
  await site.simulator.travel({ hours: 2 });
  expect((await fetch(download.download_url)).status).toBe(403);
});

test('nobody is served in the name of another customer', async () => {
  const { source } = await subscribe(site);
  const other = await createCustomer(site);
  expect(await refusalOf(site.chargebee.customer.assignPaymentRole(other, { payment_source_id: source.id, role: 'primary' }))).toMatchObject({ http_status_code: 404 });
  expect(await refusalOf(site.chargebee.paymentSource.createUsingPermanentToken({ customer_id: other, type: 'direct_debit', reference_id: 'cus_unknown/pm_unknown' }))).toMatchObject({ http_status_code: 400, api_error_code: 'payment_method_verification_failed' });
});
