import { type Context, Hono } from 'hono';
import type { BankBehaviour } from '../bank/test-ibans.ts';
import { invoicePdf } from '../chargebee/documents.ts';
import type { Chargebee } from '../chargebee/open-chargebee.ts';
import { travelTo } from '../chargebee/time-machine.ts';
import { type Destination, destinations, nextStop } from './next-stop.ts';
import { paymentsView } from './payments-view.ts';
import { readPayments } from './read-payments.ts';

const debits: BankBehaviour[] = ['pays', 'refuses', 'returns'];

/** The payment account: what Chargebee knows of each customer, and what can be made to happen there. Lies below the simulators' page. */
export function createPaymentsPage(chargebee: Chargebee, { policy, answerAction }: { policy: string; answerAction: (c: Context, back: unknown) => Response }): Hono {
  const { site, webhooks } = chargebee;
  return new Hono()
    .get('/', (c) => {
      const { lang, customer, events } = c.req.query();
      c.header('content-security-policy', policy);
      return c.html(paymentsView(readPayments(chargebee, { language: lang === 'en' ? 'en' : 'de', customerId: customer, allEvents: events === 'all' })));
    })
    .get('/invoices/:id', (c) => {
      const invoice = site.store.invoices.get(c.req.param('id'));
      const customer = invoice && site.store.customers.get(invoice.customer_id);
      if (!customer) return c.notFound();
      return c.body(invoicePdf(invoice, customer), 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${invoice.id}.pdf"` });
    })
    .post('/travel', async (c) => {
      const { to, customer, back } = await c.req.parseBody();
      if (!isDestination(to)) return c.json({ message: `to: ${destinations.join(', ')}` }, 422);
      const at = nextStop(site, typeof customer === 'string' ? customer : '', to);
      if (at !== undefined) await travelTo(site, webhooks, at);
      return answerAction(c, back);
    })
    .post('/debits', async (c) => {
      const { behaviour, customer, back } = await c.req.parseBody();
      const known = debits.find((one) => one === behaviour);
      if (!known || typeof customer !== 'string' || !site.store.customers.get(customer)) return c.json({ message: `behaviour: ${debits.join(', ')}; customer` }, 422);
      chargebee.setNextDebit(customer, known);
      return answerAction(c, back);
    })
    .post('/returns', async (c) => {
      const { customer, back } = await c.req.parseBody();
      if (typeof customer === 'string') await chargebee.returnLastDebit(customer);
      return answerAction(c, back);
    })
    .post('/lapses', async (c) => {
      const { status, customer, back } = await c.req.parseBody();
      if (typeof customer === 'string') await chargebee.lapseMandate(customer, status === 'expired' ? 'expired' : 'expiring');
      return answerAction(c, back);
    })
    .post('/webhooks', async (c) => {
      const { twice, shuffled, half, endpointDown, back } = await c.req.parseBody();
      webhooks.setTrouble({
        ...(twice !== undefined && { twice: twice === 'on' }),
        ...(shuffled !== undefined && { shuffled: shuffled === 'on' }),
        ...(half !== undefined && { lostShare: half === 'on' ? 0.5 : 0 }),
        ...(endpointDown !== undefined && { endpointDown: endpointDown === 'on' }),
      });
      return answerAction(c, back);
    })
    .post('/events/:id/deliveries', async (c) => {
      const delivery = site.store.deliveries.get(c.req.param('id'));
      if (!delivery) return c.notFound();
      site.store.deliveries.put({ ...delivery, nextAt: site.seconds() });
      await webhooks.deliver();
      return answerAction(c, (await c.req.parseBody()).back);
    });
}

function isDestination(value: unknown): value is Destination {
  return destinations.some((known) => known === value);
}
