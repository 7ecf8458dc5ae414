import type { BillingMandate } from '@meldewerk/contract/billing';
import type { Transaction } from '@meldewerk/db/client';
import { billingMandates, billingPaymentSources } from '@meldewerk/db/schema-billing';
import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm';

export type Mandate = typeof billingMandates.$inferSelect;
type Source = typeof billingPaymentSources.$inferSelect;

/** The newest mandates that were given or tried; what was begun and left is none, nor what another was given instead of. */
export async function readMandates(tx: Transaction, tenantId: string, limit: number): Promise<BillingMandate[]> {
  const { completedAt, acceptedAt, failedAt, endedAt, startedAt, id } = billingMandates;
  const isNotSuperseded = sql`not exists (select from billing_mandates instead where instead.tenant_id = ${tenantId} and instead.started_at > ${startedAt} and instead.completed_at is not null)`;
  const rows = await tx
    .select({ mandate: billingMandates, source: billingPaymentSources })
    .from(billingMandates)
    .leftJoin(billingPaymentSources, and(eq(billingPaymentSources.tenantId, billingMandates.tenantId), eq(billingPaymentSources.id, billingMandates.paymentSourceId)))
    .where(and(eq(billingMandates.tenantId, tenantId), or(isNotNull(completedAt), isNotNull(failedAt), and(isNotNull(acceptedAt), isNotSuperseded))))
    // The one in force leads, whatever was tried after it.
    .orderBy(sql`(${completedAt} is not null and ${endedAt} is null) desc`, desc(startedAt), desc(id))
    .limit(limit);
  return rows.map(({ mandate, source }) => describeMandate(mandate, source));
}

export function describeMandate(mandate: Mandate, source: Source | null): BillingMandate {
  return {
    id: mandate.id,
    route: mandate.route,
    state: stateOf(mandate, source),
    reference: source?.mandateReference ?? mandate.mandateReference,
    maskedIban: source?.maskedIban ?? mandate.maskedIban,
    holder: source?.holder ?? mandate.holder,
    bankName: source?.bankName ?? null,
    givenAt: mandate.acceptedAt?.toISOString() ?? null,
    failureCode: mandate.failureCode,
    hasDocument: mandate.documentId !== null,
  };
}

function stateOf({ failedAt, failureCode, endedAt, completedAt }: Mandate, source: Source | null): BillingMandate['state'] {
  if (endedAt || failureCode === 'superseded') return 'replaced';
  if (failedAt) return 'failed';
  if (!completedAt || !source || source.status === 'pending_verification') return 'unconfirmed';
  if (source.deletedAt || source.status === 'expired' || source.status === 'invalid') return 'invalid';
  return source.status === 'expiring' ? 'expiring' : 'valid';
}
