import type { Transaction } from '@meldewerk/db/client';
import { billingSubscriptions } from '@meldewerk/db/schema-billing';
import type { Subscription } from 'chargebee';
import { and, eq, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { changeOf, fromSeconds, mustBeOf, versionOf, type Change } from './change-of.ts';

/** Copies a subscription unless a newer version is there. `planName` is what people call the item price; without it a name known before stays. */
export async function copySubscription(_: Billing, tx: Transaction, tenantId: string, resource: Subscription, planName?: string): Promise<Change> {
  mustBeOf(tenantId, resource.customer_id);
  const plan = planOf(resource);
  const cancelled = resource.deleted || resource.status === 'cancelled';
  const endsAt = fromSeconds(resource.cancelled_at);
  const values = {
    tenantId,
    id: resource.id,
    status: resource.deleted ? 'cancelled' : resource.status,
    itemPriceId: plan.itemPriceId,
    planName: planName ?? (await knownName(tx, tenantId, plan.itemPriceId)) ?? plan.itemPriceId,
    quantity: plan.quantity,
    unitAmountCents: plan.unitAmountCents,
    currency: resource.currency_code,
    period: plan.period,
    periodUnit: plan.periodUnit,
    mrrCents: resource.mrr ?? monthly(plan),
    trialEndsAt: fromSeconds(resource.trial_end),
    termEndsAt: fromSeconds(resource.current_term_end),
    nextBillingAt: fromSeconds(resource.next_billing_at),
    // Of one that still runs, `cancelled_at` lies ahead.
    cancelsAt: cancelled ? null : endsAt,
    cancelledAt: cancelled ? (endsAt ?? fromSeconds(resource.updated_at)) : null,
    resourceVersion: versionOf(resource),
  };
  return changeOf(
    await tx
      .insert(billingSubscriptions)
      .values(values)
      .onConflictDoUpdate({ target: [billingSubscriptions.tenantId, billingSubscriptions.id], set: values, setWhere: sql`${billingSubscriptions.resourceVersion} < ${values.resourceVersion}` })
      .returning({ isNew: sql<boolean>`xmax = 0` }),
  );
}

type PlanItem = { itemPriceId: string; quantity: number; unitAmountCents: number; period: number; periodUnit: 'day' | 'week' | 'month' | 'year' };

function planOf(resource: Subscription): PlanItem {
  const item = resource.subscription_items?.find(({ item_type: type }) => type === 'plan');
  return {
    itemPriceId: item?.item_price_id ?? resource.plan_id ?? '',
    quantity: item?.quantity ?? resource.plan_quantity ?? 1,
    unitAmountCents: item?.unit_price ?? resource.plan_unit_price ?? 0,
    period: item?.billing_period ?? resource.billing_period ?? 1,
    periodUnit: item?.billing_period_unit ?? resource.billing_period_unit ?? 'month',
  };
}

const perMonth = { day: 365 / 12, week: 365 / 12 / 7, month: 1, year: 1 / 12 };

function monthly({ quantity, unitAmountCents, period, periodUnit }: PlanItem): number {
  return Math.round((quantity * unitAmountCents * perMonth[periodUnit]) / period);
}

async function knownName(tx: Transaction, tenantId: string, itemPriceId: string): Promise<string | undefined> {
  const [known] = await tx
    .select({ planName: billingSubscriptions.planName })
    .from(billingSubscriptions)
    .where(and(eq(billingSubscriptions.tenantId, tenantId), eq(billingSubscriptions.itemPriceId, itemPriceId)))
    .limit(1);
  return known?.planName;
}
