import { createAdaptorServer } from '@hono/node-server';
import type { Customer, Invoice, PaymentSource, Subscription, Transaction } from 'chargebee';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

/** One thing that happens at the vendor: which resources are different from then on, and the event that tells of it. */
export type Step = { at: Date; eventType: string; customer?: Customer; subscription?: Subscription; invoice?: Invoice; transaction?: Transaction; payment_source?: PaymentSource };
export type BooksEvent = { id: string; event_type: string; occurred_at: number; content: Record<string, unknown> };

const kinds = { customers: 'customer', subscriptions: 'subscription', invoices: 'invoice', transactions: 'transaction', payment_sources: 'payment_source' } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/**
 * Chargebee's books on a socket, as the test turns their pages: what is fetched is how things stand now, whatever an old event
 * said. Answers what billing asks to stay in step, and nothing else.
 */
export async function openBooks() {
  const books = new Map<Kind, Map<string, { id: string; deleted?: boolean; customer_id?: string; updated_at?: number; status?: string }>>(Object.values(kinds).map((kind) => [kind, new Map()]));
  const events: BooksEvent[] = [];
  let reachable = true;
  let pdfs = true;
  const app = new Hono()
    .use(async (c, next) => (reachable ? next() : c.json({ message: 'down', api_error_code: 'internal_error', http_status_code: 503 }, 503)))
    .get('/api/v2/item_prices/:id', (c) => c.json({ item_price: { id: c.req.param('id'), name: 'werkstatt', external_name: 'Werkstatt', object: 'item_price' } }))
    .post('/api/v2/invoices/:id/pdf', (c) => (pdfs ? c.json({ download: { download_url: `${new URL(c.req.url).origin}/files/${c.req.param('id')}.pdf`, valid_till: 1_780_000_000, object: 'download' } }) : c.json({ message: 'not yet', type: 'operation_failed', api_error_code: 'pdf_generation_failed', http_status_code: 500 }, 500)))
    .get('/files/:name', (c) => c.body(`%PDF-1.7 ${c.req.param('name')}`, 200, { 'content-type': 'application/pdf' }))
    .get('/api/v2/subscriptions/:id/renewal_estimate', (c) => c.json({ estimate: { object: 'estimate', created_at: 1, invoice_estimate: { object: 'invoice_estimate', recurring: true, price_type: 'tax_exclusive', sub_total: 4900, total: 5831, amount_due: 5831, currency_code: 'EUR' } } }))
    .get('/api/v2/events', (c) => {
      const after = Number(c.req.query('occurred_at[after]'));
      const offset = Number(c.req.query('offset') ?? 0);
      const found = events.filter(({ occurred_at: at }) => at > after);
      const page = found.slice(offset, offset + 7);
      return c.json({ list: page.map((event) => ({ event: { ...event, object: 'event' } })), ...(offset + 7 < found.length && { next_offset: String(offset + 7) }) });
    });
  for (const [path, kind] of Object.entries(kinds)) {
    app.get(`/api/v2/${path}/:id`, (c) => {
      const resource = books.get(kind)?.get(c.req.param('id'));
      return resource && !resource.deleted ? c.json({ [kind]: { ...resource, object: kind } }) : c.json({ message: 'gone', type: 'invalid_request', api_error_code: 'resource_not_found', http_status_code: 404 }, 404);
    });
    app.get(`/api/v2/${path}`, (c) => {
      const after = Number(c.req.query('updated_at[after]') ?? 0);
      const list = [...(books.get(kind)?.values() ?? [])].filter((resource) => !resource.deleted && resource.customer_id === c.req.query('customer_id[is]') && (resource.updated_at ?? 0) > after);
      return c.json({ list: list.map((resource) => ({ [kind]: resource })) });
    });
  }
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Turns the page: from now on it is so. Returns the event that tells of it. */
    happen({ at, eventType, ...resources }: Step): BooksEvent {
      const content: Record<string, unknown> = {};
      for (const [kind, resource] of Object.entries(resources)) {
        content[kind] = resource;
        books.get(kind as Kind)?.set(resource.id, resource);
      }
      const event = { id: `ev_${events.length}_${at.getTime()}`, event_type: eventType, occurred_at: Math.floor(at.getTime() / 1000), content };
      events.push(event);
      return event;
    },
    setReachable(now: boolean) {
      reachable = now;
    },
    /** Whether invoices have their PDF already. */
    setPdfs(there: boolean) {
      pdfs = there;
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
export type Books = Awaited<ReturnType<typeof openBooks>>;
