import type { Subscription } from 'chargebee';
import type { Account } from '../account/find-account.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { askChargebee, once } from '../chargebee/ask-chargebee.ts';
import { isRunning, subscriptionItems } from '../plans/choose-plan.ts';

/**
 * Subscribes to what was chosen unless a subscription runs. Its id is ours and counts those before it, so that two who do this at
 * once, or one again after being cut off, come to the same one. Who had one before gets no second trial.
 */
export async function ensureSubscription(billing: Billing, account: Account): Promise<Subscription> {
  const { tenantId, chosenItemPriceId: itemPriceId, chosenQuantity: quantity } = account;
  const before = await subscriptionsOf(billing, tenantId);
  const running = before.find(isRunning);
  if (running) return running;
  if (itemPriceId === null || quantity === null) throw new BillingFault('setupIncomplete');
  const id = `sub-${tenantId}-${before.length + 1}`;
  const items = await subscriptionItems(billing, { itemPriceId, quantity });
  try {
    // Without a payment source of its own it follows the customer's primary one, also when that is replaced.
    const { subscription } = await askChargebee(() =>
      billing.chargebee.subscription.createWithItems(tenantId, { id, subscription_items: items, auto_collection: 'on', ...(before.length > 0 && { trial_end: 0 }) }, once('subscribe', id)),
    );
    return subscription;
  } catch (fault) {
    const made = (await subscriptionsOf(billing, tenantId)).find(isRunning);
    if (made) return made;
    throw fault;
  }
}

async function subscriptionsOf({ chargebee }: Billing, tenantId: string): Promise<Subscription[]> {
  const { list } = await askChargebee(() => chargebee.subscription.list({ limit: 100, customer_id: { is: tenantId } }));
  return list.map(({ subscription }) => subscription).filter(({ customer_id: customerId }) => customerId === tenantId);
}
