import type { Event, WebhookContentMap, WebhookEventType } from 'chargebee';
import type { Site } from './site.ts';
import { withKinds } from './wire.ts';

type ContentByName = { [T in WebhookEventType as `${T}`]: WebhookContentMap[T] };
/** The client's types call these present always; for a site of direct debits they are there when there is something to tell. */
type Sometimes = 'card' | 'invoice' | 'subscription' | 'credit_note' | 'unbilled_charge' | 'advance_invoice_schedule';
type Told<Content> = Omit<Content, Sometimes> & Partial<Pick<Content, Sometimes & keyof Content>>;
export type EventName = keyof ContentByName;

/** Writes down that something happened, with how the resources look now; telling the endpoint comes afterwards. */
export function emit<Name extends EventName>(site: Site, name: Name, content: Told<ContentByName[Name]>, source: Event['source'] = 'system'): Event {
  const state = site.state();
  const sequence = state.lastEventSequence + 1;
  site.store.site.put({ ...state, lastEventSequence: sequence });
  const event: Event = {
    id: site.newId('ev_'),
    occurred_at: site.seconds(),
    source,
    webhook_status: site.hasWebhook ? 'scheduled' : 'not_configured',
    event_type: name as Event['event_type'],
    api_version: 'v2',
    content: withKinds(content) as Event['content'],
  };
  site.store.events.put(event);
  if (site.hasWebhook) site.store.deliveries.put({ id: event.id, sequence, attempts: [], nextAt: site.seconds() });
  return event;
}
