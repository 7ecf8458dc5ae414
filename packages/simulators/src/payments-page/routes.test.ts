import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCustomer, giveAccount, invoicesOf, plan, type RentedSite, rentSite, subscribe } from '../chargebee/rented-site.fixture.ts';

let site: RentedSite;

beforeEach(async () => void (site = await rentSite()));
afterEach(() => site.simulators.close());

const visit = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
  site.simulators.fetch(new Request(`http://simulators.localhost${path}`, { redirect: 'manual', headers, ...(form && { method: 'POST', body: new URLSearchParams(form) }) }));
const text = async (path: string) => (await visit(path)).text();
const travel = async (customer: string, to: string) => void (await visit('/payments/travel', { customer, to }));

test('the page shows a customer’s accounts, subscription, invoices with their PDF, and what became of each debit', async () => {
  const { customerId } = await subscribe(site, 'refuses');
  await travel(customerId, 'nextDebit');
  const page = await text(`/payments?customer=${customerId}`);
  for (const part of ['Karosserie Muster GmbH', 'DE•• •••• 3001', 'Lastschriften schlagen fehl', 'Werkstatt', 'INV-', 'fehlgeschlagen', 'insufficient_funds', 'es fließt kein Geld']) expect(page).toContain(part);
  expect(await text(`/payments?lang=en&customer=${customerId}`)).toContain('Debits fail');
  const [invoice] = await invoicesOf(site, customerId);
  const pdf = await visit(`/payments/invoices/${invoice!.id}`);
  expect([pdf.headers.get('content-type'), (await pdf.text()).slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
});

test('time goes to the end of the trial, then to where the debit is settled, and to nowhere when nothing lies ahead', async () => {
  const customerId = await createCustomer(site);
  await giveAccount(site, customerId);
  const { subscription } = await site.chargebee.subscription.createWithItems(customerId, { subscription_items: plan(), auto_collection: 'on' });
  await travel(customerId, 'trialEnd');
  expect(site.simulator.site.seconds()).toBe(subscription.trial_end);
  await travel(customerId, 'nextDebit');
  expect((await invoicesOf(site, customerId))[0]).toMatchObject({ status: 'paid' });
  const now = site.simulator.site.seconds();
  await travel(customerId, 'trialEnd');
  await travel('nobody', 'nextDebit');
  expect(site.simulator.site.seconds()).toBe(now);
  await travel(customerId, 'month');
  expect(await invoicesOf(site, customerId)).toHaveLength(2);
});

test('the next debit fails, the last one comes back, and a mandate lapses, at the push of a button', async () => {
  const { customerId: customer } = await subscribe(site);
  await travel(customer, 'nextDebit');
  await visit('/payments/returns', { customer });
  expect((await invoicesOf(site, customer))[0]).toMatchObject({ status: 'not_paid', linked_payments: [{ txn_status: 'late_failure' }] });
  await visit('/payments/debits', { customer, behaviour: 'refuses' });
  expect(await text('/payments')).toContain('name="behaviour" value="refuses" aria-pressed="true"');
  await visit('/payments/lapses', { customer, status: 'expiring' });
  expect(site.told.map(({ event_type: type }) => type)).toContain('payment_source_expiring');
  expect((await visit('/payments/debits', { customer, behaviour: 'vanishes' })).status).toBe(422);
});

test('webhooks are disturbed until the switch is turned back, and an event is sent again under its own id', async () => {
  const { customerId } = await subscribe(site);
  await visit('/payments/webhooks', { twice: 'on', half: 'on' });
  await visit('/payments/webhooks', { half: 'off' });
  expect(site.simulator.webhooks.trouble()).toEqual({ twice: true, shuffled: false, lostShare: 0, endpointDown: false });
  await visit('/payments/webhooks', { twice: 'off' });
  const [first] = site.told;
  const before = site.told.length;
  const answer = await visit(`/payments/events/${first!.id}/deliveries`, { back: `/payments?customer=${customerId}` });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/payments?customer=${customerId}`]);
  expect(site.told.slice(before).map(({ id }) => id)).toEqual([first!.id]);
  expect(await text('/payments')).toContain('payment_initiated');
});

test('another website can press none of the buttons', async () => {
  const answer = await visit('/payments/webhooks', { endpointDown: 'on' }, { 'sec-fetch-site': 'cross-site' });
  expect([answer.status, site.simulator.webhooks.trouble().endpointDown]).toEqual([403, false]);
});
