import { chargebeeWebhookPassword } from './harness.ts';
import type { RouteCase } from './route-cases.ts';

/** What Chargebee is let in by. */
export const asChargebee = { authorization: `Basic ${Buffer.from(`chargebee:${chargebeeWebhookPassword}`).toString('base64')}` };

/** Where Chargebee tells what happened, and what staff see of it. */
export const billingEventCases: RouteCase[] = [
  { route: 'GET /api/billing-hint', door: 'staff', path: () => '/api/billing-hint', honest: [200, 204] },
  {
    route: 'POST /api/webhooks/chargebee',
    door: 'vendor password',
    onApex: true,
    path: () => '/api/webhooks/chargebee',
    headers: () => ({ 'content-type': 'application/json', ...asChargebee }),
    body: () => ({ id: 'ev_battery', event_type: 'customer_changed', occurred_at: 1_780_000_000, content: { customer: { id: 'nobody-here' } } }),
    honest: [204],
  },
];
