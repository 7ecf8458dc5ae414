import type { Event } from 'chargebee';
import type { SendCallBack } from '../call-back.ts';
import type { Site } from './site.ts';

/** Where events go, with the user and password of its Basic auth. */
export type ChargebeeWebhook = { url: string; user: string; password: string };

/** How far an event has come on its way to the endpoint; `id` is the event's. `nextAt` in seconds, null once it is over. */
export type WebhookDelivery = { id: string; sequence: number; attempts: { at: number; status: number | null }[]; nextAt: number | null };

/** What can be made to go wrong on the way. `lostShare` between 0 and 1 never arrives and is never tried again. */
export type WebhookTrouble = { twice: boolean; shuffled: boolean; lostShare: number; endpointDown: boolean };
export const noTrouble: WebhookTrouble = { twice: false, shuffled: false, lostShare: 0, endpointDown: false };

export type Webhooks = {
  trouble(): WebhookTrouble;
  /** `seed` makes what is shuffled and lost the same each time. */
  setTrouble(trouble: Partial<WebhookTrouble> & { seed?: number }): void;
  /** Tells the endpoint all that is due, and resolves once it was told. */
  deliver(): Promise<void>;
  /** Resolves once nothing is on its way. */
  settled(): Promise<void>;
};

/** Seven more tries after the first. Source: support.chargebee.com, article 257941. Any 2xx is success. */
const retryAfterSeconds = [2 * 60, 6 * 60, 30 * 60, 3600, 5 * 3600, 86_400, 2 * 86_400];

/** Tells an endpoint what happened: at least once if it lives, in about the order in which it happened. */
export function createWebhooks({ site, webhook, callBack, closing }: { site: Site; webhook: ChargebeeWebhook | undefined; callBack: SendCallBack; closing: AbortSignal }): Webhooks {
  let trouble = noTrouble;
  let random = randomFrom(1);
  let running: Promise<void> = Promise.resolve();

  async function deliverDue(endpoint: ChargebeeWebhook): Promise<void> {
    for (let batch = dueOf(site); batch.length > 0 && !closing.aborted; batch = dueOf(site)) {
      const lost = new Set(batch.filter(() => random() < trouble.lostShare).map(({ id }) => id));
      for (const { id } of batch.filter((delivery) => lost.has(delivery.id))) conclude(id, 'failed', 'Simulated loss');
      const posts = batch.filter(({ id }) => !lost.has(id)).flatMap((delivery) => (trouble.twice ? [delivery, delivery] : [delivery]));
      if (trouble.shuffled) shuffle(posts, random);
      // Of an event that is posted twice the first answer counts.
      for (const [at, { id }] of posts.entries()) await post(endpoint, id, posts.findIndex((delivery) => delivery.id === id) === at);
    }
  }

  async function post({ url, user, password }: ChargebeeWebhook, id: string, counts: boolean): Promise<void> {
    const event = site.store.events.get(id);
    const delivery = site.store.deliveries.get(id);
    // The simulators were emptied or stopped meanwhile.
    if (!event || !delivery || closing.aborted) return;
    const headers = { 'content-type': 'application/json;charset=UTF-8', 'user-agent': 'ChargeBee', authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
    const status = trouble.endpointDown ? null : await callBack({ url, headers, body: JSON.stringify({ ...event, object: 'event' }) });
    if (!counts) return;
    const attempts = [...delivery.attempts, { at: delivery.nextAt ?? site.seconds(), status }];
    const delay = retryAfterSeconds[attempts.length - 1];
    if (status !== null && status >= 200 && status < 300) conclude(id, 'succeeded', undefined, attempts);
    else if (delay === undefined) conclude(id, 'failed', `HTTP ${status ?? 'no answer'}`, attempts);
    else {
      site.store.atomically(() => {
        site.store.deliveries.put({ ...delivery, attempts, nextAt: (delivery.nextAt ?? site.seconds()) + delay });
        site.store.events.put({ ...event, webhook_status: 're_scheduled', webhook_failure_reason: `HTTP ${status ?? 'no answer'}` });
      });
    }
  }

  function conclude(id: string, webhook_status: Event['webhook_status'], reason?: string, attempts?: WebhookDelivery['attempts']): void {
    site.store.atomically(() => {
      const event = site.store.events.get(id);
      const delivery = site.store.deliveries.get(id);
      if (event) site.store.events.put({ ...event, webhook_status, webhook_failure_reason: reason });
      if (delivery) site.store.deliveries.put({ ...delivery, attempts: attempts ?? delivery.attempts, nextAt: null });
    });
  }

  return {
    trouble: () => trouble,
    setTrouble({ seed, ...changes }) {
      trouble = { ...trouble, ...changes };
      if (seed !== undefined) random = randomFrom(seed);
    },
    deliver() {
      if (webhook) running = running.then(() => deliverDue(webhook));
      return running;
    },
    settled: () => running,
  };
}

/** When the next delivery is to be tried. */
export function nextDeliveryAt(site: Site): number | undefined {
  return site.store.deliveries.all().reduce<number | undefined>((first, { nextAt }) => (nextAt === null || (first !== undefined && first <= nextAt) ? first : nextAt), undefined);
}

function dueOf(site: Site): WebhookDelivery[] {
  const now = site.seconds();
  const due = site.store.deliveries.all().filter(({ nextAt }) => nextAt !== null && nextAt <= now);
  return due.sort((one, other) => (one.nextAt ?? 0) - (other.nextAt ?? 0) || one.sequence - other.sequence);
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
