/** How far an event has come on its way to the endpoint; `id` is the event's. `nextAt` in seconds, null once it is over. */
export type WebhookDelivery = { id: string; sequence: number; attempts: { at: number; status: number | null }[]; nextAt: number | null };
