import { workshopStates, type WorkshopPage, type WorkshopQuery, type WorkshopRow } from '@meldewerk/contract/operator';
import { asOperator } from '@meldewerk/db/billing-scope';
import type { Transaction } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { billingAccounts, billingInvoices, billingSubscriptions } from '@meldewerk/db/schema-billing';
import { and, asc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { OperatorScope } from '../http/scope.ts';

const perPage = 50;

/** Workshops by their address' label, with how they pay; and how many there are of each state. */
export async function listWorkshops({ services }: OperatorScope, { state, search, after }: WorkshopQuery): Promise<WorkshopPage> {
  return asOperator(services.db, async (tx) => {
    const rows = await readRows(tx, and(state && inState(state), search ? matches(search) : undefined, after ? gt(tenants.slug, after) : undefined), perPage + 1);
    const shown = rows.slice(0, perPage);
    const found = await tx
      .select({ state: sql<WorkshopRow['state']>`coalesce(${billingAccounts.state}, 'none')`, count: sql<number>`count(*)::integer` })
      .from(tenants)
      .leftJoin(billingAccounts, eq(billingAccounts.tenantId, tenants.id))
      .groupBy(sql`1`);
    const counts = workshopStates.map((one) => ({ state: one, count: found.find((row) => row.state === one)?.count ?? 0 }));
    return { workshops: shown, next: rows.length > perPage ? (shown.at(-1)?.slug ?? null) : null, counts };
  });
}

/** One workshop as the list shows it, or null. */
export async function readWorkshopRow(tx: Transaction, tenantId: string): Promise<WorkshopRow | null> {
  const [row] = await readRows(tx, eq(tenants.id, tenantId), 1);
  return row ?? null;
}

async function readRows(tx: Transaction, where: SQL | undefined, limit: number): Promise<WorkshopRow[]> {
  const rows = await tx
    .select({ tenant: { id: tenants.id, slug: tenants.slug, name: sql<string>`${tenants.settings} ->> 'name'`, linksStoppedAt: tenants.linksStoppedAt, suspendedAt: tenants.suspendedAt }, account: billingAccounts })
    .from(tenants)
    .leftJoin(billingAccounts, eq(billingAccounts.tenantId, tenants.id))
    .where(where)
    .orderBy(asc(tenants.slug))
    .limit(limit);
  const ids = rows.map(({ tenant }) => tenant.id);
  const subscriptions = await currentSubscriptions(tx, ids);
  const open = await openAmounts(tx, ids);
  return rows.map(({ tenant, account }) => {
    const subscription = subscriptions.get(tenant.id);
    return {
      tenantId: tenant.id,
      slug: tenant.slug,
      name: tenant.name,
      state: account?.state ?? 'none',
      stateSince: account?.stateSince.toISOString() ?? null,
      billingEmail: account?.email ?? null,
      invitedAt: account?.invitedAt?.toISOString() ?? null,
      planName: subscription?.planName ?? null,
      quantity: subscription?.quantity ?? null,
      mrrCents: subscription?.mrrCents ?? 0,
      openCents: open.get(tenant.id) ?? 0,
      trialEndsAt: subscription?.trialEndsAt?.toISOString() ?? null,
      nextBillingAt: subscription?.nextBillingAt?.toISOString() ?? null,
      linksStopped: tenant.linksStoppedAt !== null,
      offline: tenant.suspendedAt !== null,
    };
  });
}

/** The subscription that counts of each: one that runs before one that is over, else the newest. */
async function currentSubscriptions(tx: Transaction, ids: string[]): Promise<Map<string, typeof billingSubscriptions.$inferSelect>> {
  if (ids.length === 0) return new Map();
  const { tenantId, status, cancelledAt, id } = billingSubscriptions;
  const rows = await tx.select().from(billingSubscriptions).where(inArray(tenantId, ids)).orderBy(sql`${status} in ('cancelled', 'transferred') desc`, asc(cancelledAt), asc(id));
  return new Map(rows.map((row) => [row.tenantId, row]));
}

async function openAmounts(tx: Transaction, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { tenantId, amountDueCents, status } = billingInvoices;
  const rows = await tx
    .select({ tenantId, cents: sql<number>`sum(${amountDueCents})::integer` })
    .from(billingInvoices)
    .where(and(inArray(tenantId, ids), inArray(status, ['payment_due', 'not_paid', 'posted'])))
    .groupBy(tenantId);
  return new Map(rows.map((row) => [row.tenantId, row.cents]));
}

function inState(state: WorkshopRow['state']): SQL | undefined {
  return state === 'none' ? isNull(billingAccounts.state) : eq(billingAccounts.state, state);
}

/** The operator's workshops are counted in hundreds, not millions: read through, without an index. */
function matches(search: string): SQL | undefined {
  const like = `%${search.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(sql`${tenants.slug} like ${like}`, sql`lower(${tenants.settings} ->> 'name') like ${like}`, sql`${billingAccounts.email} like ${like}`);
}
