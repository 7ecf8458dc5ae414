import Chargebee from 'chargebee';
import { testIbans, type BankBehaviour } from '../bank/test-ibans.ts';
import { type Simulators, startSimulators } from '../start.ts';

export type ToldEvent = { id: string; event_type: string; occurred_at: number; webhook_status: string; content: Record<string, Record<string, unknown>> };

/** The simulated vendor with its own client, a clock that stands still, and an endpoint that notes what it is told. */
export async function rentSite({ stateFile, endpoint = () => 200 }: { stateFile?: string; endpoint?: (event: ToldEvent) => number | null } = {}) {
  const clock = { at: new Date('2026-11-20T10:00:00Z') };
  const told: ToldEvent[] = [];
  const posts: { url: string; headers: Record<string, string> }[] = [];
  const simulators: Simulators = await startSimulators({
    ...(stateFile !== undefined && { stateFile }),
    now: () => clock.at,
    chargebeeWebhook: { url: 'http://localhost:3000/api/webhooks/chargebee', user: 'chargebee', password: 'secret' },
    async callBack({ url, headers, body }) {
      const event = JSON.parse(body) as ToldEvent;
      told.push(event);
      posts.push({ url, headers });
      return endpoint(event);
    },
  });
  return { clock, told, posts, simulators, simulator: simulators.chargebee, chargebee: clientOf(simulators.chargebeeUrl) };
}
export type RentedSite = Awaited<ReturnType<typeof rentSite>>;

export function clientOf(url: string, apiKey = 'test_key'): Chargebee {
  return new Chargebee({
    site: 'meldewerk-test', apiKey, enableValidation: true, sdkTelemetryEnabled: false,
    httpClient: {
      async makeApiRequest(request: Request) {
        const { pathname, search } = new URL(request.url);
        return fetch(`${url}${pathname}${search}`, { method: request.method, headers: request.headers, ...(request.method === 'POST' && { body: await request.text() }) });
      },
    },
  });
}

/** Lists of things as the client's schemas want them; its types want rows. The wire is the same. */
export function plan(item_price_id = 'werkstatt-EUR-monthly', quantity = 1): { item_price_id: string; quantity: number }[] {
  return { item_price_id: [item_price_id], quantity: [quantity] } as never;
}

let customerCount = 0;

/** A customer in Cologne. */
export async function createCustomer({ chargebee }: RentedSite): Promise<string> {
  const id = `customer-${++customerCount}`;
  await chargebee.customer.create({ id, company: 'Karosserie Muster GmbH', email: 'rechnung@muster.example', vat_number: 'DE136695976', locale: 'de', billing_address: { line1: 'Ringstraße 1', zip: '50667', city: 'Köln', country: 'DE' } });
  return id;
}

/** Gives the customer a bank account by way of Stripe, with the test IBAN of this behaviour. */
export async function giveAccount({ chargebee, simulators }: RentedSite, customerId: string, behaviour: BankBehaviour = 'pays') {
  const iban = testIbans.find((test) => test.behaviour === behaviour)?.iban ?? '';
  const given = simulators.stripe.giveMandate({ holder: 'Karosserie Muster GmbH', email: 'rechnung@muster.example', iban, ipAddress: '192.0.2.1', userAgent: 'Test' });
  if (!('account' in given)) throw new Error(given.fault);
  const reference_id = `${given.account.customerId}/${given.account.paymentMethodId}`;
  const { payment_source, customer } = await chargebee.paymentSource.createUsingPermanentToken({ customer_id: customerId, type: 'direct_debit', gateway_account_id: 'gw_simulated', reference_id, replace_primary_payment_source: true });
  return { source: payment_source, customer, account: given.account };
}

/** A customer with a bank account, thirty days of trial behind it and the first debit under way. */
export async function subscribe(site: RentedSite, behaviour: BankBehaviour = 'pays') {
  const customerId = await createCustomer(site);
  const { source } = await giveAccount(site, customerId, behaviour);
  const { subscription } = await site.chargebee.subscription.createWithItems(customerId, { subscription_items: plan(), auto_collection: 'on' });
  await site.simulator.travel({ days: 30 });
  return { customerId, source, subscriptionId: subscription.id };
}

export async function invoicesOf({ chargebee }: RentedSite, customerId: string) {
  const { list } = await chargebee.invoice.list({ customer_id: { is: customerId }, 'sort_by[desc]': 'date' });
  return list.map(({ invoice }) => invoice);
}

/** What the client throws: a plain object. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(() => 'went well', (thrown: unknown) => thrown);
}
