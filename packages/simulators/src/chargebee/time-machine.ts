import type { TimeMachine } from 'chargebee';
import { catchUp, nextEntry } from './catch-up.ts';
import { wrongValue } from './failure.ts';
import type { Site } from './site.ts';
import { nextDeliveryAt, type Webhooks } from './webhook-delivery.ts';

/** The time machine of a test site has this name and no other. */
export const timeMachineName = 'delorean';
const daySeconds = 86_400;

export function timeMachineOf(site: Site): TimeMachine {
  return { name: timeMachineName, time_travel_status: 'succeeded', genesis_time: site.state().genesisTime, destination_time: site.seconds() };
}

/**
 * Goes ahead to an instant, from one thing that happens to the next. At each the endpoint is told before time goes on, so that
 * what it does about it is done then. Who goes along (`site.companion`) is waited for as well, and each day.
 */
export async function travelTo(site: Site, webhooks: Webhooks, destination: number): Promise<void> {
  if (destination < site.seconds()) throw wrongValue('destination_time', 'lies in the past');
  for (;;) {
    catchUp(site);
    await webhooks.deliver();
    await site.companion?.();
    const nextDay = site.companion ? site.seconds() + daySeconds : Infinity;
    const next = Math.min(nextEntry(site)?.at ?? Infinity, nextDeliveryAt(site) ?? Infinity, nextDay, destination);
    // Somebody else may have travelled meanwhile.
    if (next > site.seconds()) setTime(site, next);
    if (next === destination) break;
  }
  catchUp(site);
  await webhooks.deliver();
  await site.companion?.();
}

/** Takes everything away but the price list and begins at an instant that has passed. */
export function startAfresh(site: Site, genesisTime: number): void {
  if (genesisTime > site.seconds()) throw wrongValue('genesis_time', 'lies in the future');
  site.store.clear();
  setTime(site, genesisTime);
  site.store.site.put({ ...site.state(), genesisTime });
}

function setTime(site: Site, seconds: number): void {
  const ahead = seconds * 1000 - site.now().getTime();
  site.store.site.put({ ...site.state(), offsetMs: site.state().offsetMs + ahead });
}
