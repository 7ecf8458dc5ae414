import type { BillingAccount } from '@meldewerk/contract/billing';
import { tenants } from '@meldewerk/db/schema';
import { billingAccounts, billingSignIns } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { suspendsAt } from '../billing-state.ts';
import type { Billing } from '../billing.ts';
import { readStanding, type CurrentSubscription } from '../read-standing.ts';
import { readMandates } from './describe-mandate.ts';
import type { Account } from './find-account.ts';

/** Everything the account holder sees first, from our own books: no vendor is asked. */
export async function readAccount(billing: Billing, { tenantId }: Pick<Account, 'tenantId'>): Promise<BillingAccount> {
  const { db, config, now } = billing;
  return inTenant(db, tenantId, async (tx) => {
    const [row] = await tx
      .select({ account: billingAccounts, name: sql<string>`${tenants.settings} ->> 'name'`, slug: tenants.slug })
      .from(billingAccounts)
      .innerJoin(tenants, eq(tenants.id, billingAccounts.tenantId))
      .where(eq(billingAccounts.tenantId, tenantId));
    if (!row) throw new Error('an account that was found is never gone');
    const { account, name, slug } = row;
    const standing = await readStanding(billing, tx, tenantId);
    const [mandate] = await readMandates(tx, tenantId, 1);
    const [change] = await tx
      .select({ email: billingSignIns.email })
      .from(billingSignIns)
      .where(and(eq(billingSignIns.workshopId, tenantId), eq(billingSignIns.purpose, 'emailChange'), isNull(billingSignIns.usedAt), gt(billingSignIns.expiresAt, now())))
      .orderBy(desc(billingSignIns.createdAt))
      .limit(1);
    const { company, address, vatNumber, chosenItemPriceId, chosenQuantity, pastDueSince } = account;
    return {
      tenantId,
      workshop: { name, slug },
      email: account.email,
      pendingEmail: change?.email ?? null,
      language: account.language,
      profile: company !== null && address ? { company, address, vatNumber } : null,
      choice: chosenItemPriceId !== null && chosenQuantity !== null ? { itemPriceId: chosenItemPriceId, quantity: chosenQuantity } : null,
      state: account.state,
      stateSince: account.stateSince.toISOString(),
      suspendsAt: pastDueSince && suspendsAt(pastDueSince, config.graceDays).toISOString(),
      openAmountCents: standing.openCents,
      isCollecting: standing.isCollecting,
      currency: standing.subscription?.currency ?? 'EUR',
      subscription: standing.subscription && describeSubscription(standing.subscription),
      mandate: mandate ?? null,
      routes: config.routes,
      simulated: config.chargebee.baseUrl !== undefined,
    };
  });
}

function describeSubscription({ itemPriceId, planName, quantity, unitAmountCents, currency, period, ...row }: CurrentSubscription): BillingAccount['subscription'] {
  return {
    itemPriceId, planName, quantity, unitAmountCents, currency, period,
    // Chargebee's own words, copied as they come.
    status: row.status as NonNullable<BillingAccount['subscription']>['status'],
    periodUnit: row.periodUnit as NonNullable<BillingAccount['subscription']>['periodUnit'],
    trialEndsAt: row.trialEndsAt?.toISOString() ?? null,
    nextBillingAt: row.nextBillingAt?.toISOString() ?? null,
    cancelsAt: row.cancelsAt?.toISOString() ?? null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
  };
}
