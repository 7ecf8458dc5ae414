import { liveMessageSchema, type LiveMessage } from '@meldewerk/contract/report';
import { idSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';
import type { Services } from '../services.ts';

/** One open portal. `send` must not wait; `end` closes it, and its client connects anew. */
export type Subscriber = { send(message: LiveMessage): void; end(): void };

export type LiveHub = {
  /** Hears of this tenant's changes until the returned function is called. */
  subscribe(tenantId: string, subscriber: Subscriber): () => void;
  close(): Promise<void>;
};

/** What a transaction that changes a report notifies, in PostgreSQL; with `slug`, that tenant's settings are others. */
const channel = 'report_changes';
const notificationSchema = v.intersect([v.object({ tenantId: idSchema, slug: v.optional(v.string()) }), liveMessageSchema]);

/**
 * Hands what PostgreSQL notifies to the open portals, over one connection per process. When that connection was lost,
 * changes may have been missed: every portal is ended, connects anew and asks for the current state. Settings that another
 * process saved are forgotten here before its portals hear of it.
 */
export async function createLiveHub({ sql, log, forgetTenant }: Pick<Services, 'sql' | 'log' | 'forgetTenant'>): Promise<LiveHub> {
  const subscribers = new Map<string, Set<Subscriber>>();
  const endAll = () => {
    const all = [...subscribers.values()].flatMap((ofTenant) => [...ofTenant]);
    subscribers.clear();
    for (const subscriber of all) subscriber.end();
  };

  let listened = false;
  const listening = await sql.listen(
    channel,
    (payload) => {
      const notification = readNotification(payload);
      if (!notification) return log.warn({ code: 'malformedNotification' }, 'live');
      const { tenantId, slug, ...message } = notification;
      if (slug !== undefined) forgetTenant(slug);
      for (const subscriber of subscribers.get(tenantId) ?? []) subscriber.send(message);
    },
    () => {
      if (listened) endAll();
      listened = true;
    },
  );

  return {
    subscribe(tenantId, subscriber) {
      const ofTenant = subscribers.get(tenantId) ?? new Set();
      subscribers.set(tenantId, ofTenant.add(subscriber));
      return () => {
        ofTenant.delete(subscriber);
        if (ofTenant.size === 0 && subscribers.get(tenantId) === ofTenant) subscribers.delete(tenantId);
      };
    },
    async close() {
      endAll();
      await listening.unlisten().catch(() => {});
    },
  };
}

function readNotification(payload: string): v.InferOutput<typeof notificationSchema> | null {
  try {
    return v.parse(notificationSchema, JSON.parse(payload));
  } catch {
    return null;
  }
}
