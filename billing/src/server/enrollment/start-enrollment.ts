import type { Enrollment, MandateRoute } from '@meldewerk/contract/billing';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { billingMandates } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Account } from '../account/find-account.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { mandateText } from '../mandate-text.ts';
import { isRunning } from '../plans/choose-plan.ts';
import { readSubscription } from '../read-standing.ts';
import { recordAudit } from '../record-audit.ts';
import { hostedRoute } from './hosted-route.ts';
import { inlineRoute } from './inline-route.ts';
import type { EnrollmentRoute } from './route.ts';

export const enrollmentRoutes: Record<MandateRoute, EnrollmentRoute> = { inline: inlineRoute, hosted: hostedRoute };

/**
 * Begins an attempt to give a mandate, the first as well as one that takes another's place, by the route asked for or the first
 * this installation has. Throws setupIncomplete before there are company details and something to pay for.
 */
export async function startEnrollment(billing: Billing, account: Account, { route = billing.config.routes[0], language }: { route?: MandateRoute | undefined; language: StaffLanguage }): Promise<Enrollment> {
  if (!route || !billing.config.routes.includes(route)) throw new BillingFault('validationFailed', [{ path: 'route', code: 'unknown' }]);
  const { tenantId } = account;
  const text = mandateText(billing.config, language);
  const mandate = await inTenant(billing.db, tenantId, async (tx) => {
    const subscription = await readSubscription(tx, tenantId);
    if (account.company === null || !account.address || (account.chosenItemPriceId === null && account.state !== 'cancelled' && !isRunning(subscription))) throw new BillingFault('setupIncomplete');
    const [row] = await tx
      .insert(billingMandates)
      .values({ tenantId, id: billing.newId(), route, textVersion: text.version, textSha256: Buffer.from(text.sha256, 'hex'), textLanguage: language, textWords: { heading: text.heading, paragraphs: text.paragraphs }, startedAt: billing.businessNow() })
      .returning();
    if (!row) throw new Error('an insert returns its row');
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'enrollmentStarted', data: { mandateId: row.id, route, textSha256: text.sha256 } });
    return row;
  });
  const { vendorReference, ...begun } = await enrollmentRoutes[route].begin({ billing, account, mandate });
  await inTenant(billing.db, tenantId, (tx) => tx.update(billingMandates).set({ vendorReference }).where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, mandate.id))));
  return { id: mandate.id, text, ...begun };
}
