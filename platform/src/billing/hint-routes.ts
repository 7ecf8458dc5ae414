import { billingHintSchema, type BillingHint } from '@meldewerk/contract/billing';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { suspendsAt } from '@meldewerk/billing/billing-state';
import { readSubscription } from '@meldewerk/billing/read-standing';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { AppEnv, StaffScope } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';

/** What staff may know of the workshop's subscription: how it stands, what that stops, and who can mend it. */
export const billingHints = new Hono<AppEnv>().get(
  '/api/billing-hint',
  describeRoute({
    tags: ['Billing'],
    summary: 'How the workshop’s subscription stands, and who can mend it',
    responses: { 200: { description: 'How it stands', content: { 'application/json': { schema: resolver(billingHintSchema) } } }, 204: { description: 'Nothing is billed here' } },
  }),
  staffOnly,
  async (c) => {
    const hint = await readHint(c.var.staffScope);
    return hint ? c.json(hint) : c.body(null, 204);
  },
);

async function readHint({ services, tenant }: StaffScope): Promise<BillingHint | null> {
  const { billing } = services;
  if (!billing) return null;
  return inTenant(services.db, tenant.id, async (tx) => {
    const [found] = await tx.select({ account: billingAccounts, stoppedAt: tenants.linksStoppedAt }).from(billingAccounts).innerJoin(tenants, eq(tenants.id, billingAccounts.tenantId)).where(eq(billingAccounts.tenantId, tenant.id));
    if (!found) return null;
    const { account, stoppedAt } = found;
    const subscription = await readSubscription(tx, tenant.id);
    return {
      state: account.state,
      linksStopped: stoppedAt !== null,
      suspendsAt: account.pastDueSince && account.state !== 'cancelled' ? suspendsAt(account.pastDueSince, billing.config.graceDays).toISOString() : null,
      // Of one that was cancelled nothing follows the trial.
      trialEndsAt: account.state === 'trial' && !subscription?.cancelsAt ? (subscription?.trialEndsAt?.toISOString() ?? null) : null,
      billingUrl: billing.config.portalUrl,
      maskedEmail: masked(account.email),
    };
  });
}

/** Enough to know whom to ask, too little to write to: `bu•••@werkstatt.example`. */
function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(2, Math.max(at - 1, 1)))}•••${email.slice(at)}`;
}
