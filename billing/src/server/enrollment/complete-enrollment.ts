import type { EnrollmentResult } from '@meldewerk/contract/billing';
import { billingAccounts, billingMandates, billingPaymentSources } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Customer, PaymentSource } from 'chargebee';
import { and, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { describeMandate, type Mandate } from '../account/describe-mandate.ts';
import type { Account } from '../account/find-account.ts';
import { putCustomer } from '../account/put-customer.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';
import { mandateReferenceOf } from '../copies/copy-payment-source.ts';
import { recordAudit } from '../record-audit.ts';
import { refreshAccount } from '../refresh-account.ts';
import { refuse } from '../refuse.ts';
import { lockAccount } from '../settle-account.ts';
import { ensureSubscription } from './ensure-subscription.ts';
import { findMandate } from './find-mandate.ts';
import { enrollmentRoutes } from './start-enrollment.ts';

/**
 * Asks the vendor how an attempt stands and, once the mandate is given, does all that follows: customer, bank account and
 * subscription at Chargebee, then our own books. Every step looks first whether it was done, so this may be cut off anywhere and
 * called again. Throws mandateFailed or enrollmentExpired for an attempt that came to nothing.
 */
export async function completeEnrollment(billing: Billing, account: Account, id: string): Promise<EnrollmentResult> {
  const { tenantId } = account;
  const mandate = await findMandate(billing, account, id);
  if (mandate.completedAt) return describe(billing, 'completed', mandate);
  if (mandate.failedAt) throw new BillingFault(mandate.failureCode === 'expired' ? 'enrollmentExpired' : 'mandateFailed');
  const { vendorReference, acceptedAt } = mandate;
  if (vendorReference === null || !acceptedAt) return refuse(billing, 'setupIncomplete', { workshopId: tenantId, type: 'enrollmentRefused', data: { mandateId: id } });

  const standing = await enrollmentRoutes[mandate.route].check({ billing, account, mandate, vendorReference });
  if (standing.kind === 'waiting') return describe(billing, 'waiting', mandate);
  if (standing.kind === 'expired') return giveUp(billing, mandate, 'expired');
  if (standing.kind === 'failed') return giveUp(billing, mandate, standing.code);
  if (standing.kind === 'foreign') return giveUp(billing, mandate, 'foreignCustomer');

  const customer = await putCustomer(billing, account);
  const source = await standing.take();
  await makePrimary(billing, customer, source);
  // After the end a bank account may be given to pay what is open; nothing begins anew by itself.
  if (account.state !== 'cancelled' || account.chosenItemPriceId !== null) await ensureSubscription(billing, account);
  await refreshAccount(billing, tenantId);
  const reference = mandateReferenceOf(source) ?? (await standing.reference());
  return describe(billing, 'completed', await keepMandate(billing, mandate, source.id, reference));
}

async function giveUp(billing: Billing, { tenantId, id, vendorReference }: Mandate, failureCode: string): Promise<never> {
  const { failedAt, completedAt } = billingMandates;
  await inTenant(billing.db, tenantId, (tx) => tx.update(billingMandates).set({ failedAt: billing.businessNow(), failureCode }).where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, id), isNull(failedAt), isNull(completedAt))));
  return refuse(billing, failureCode === 'expired' ? 'enrollmentExpired' : 'mandateFailed', { workshopId: tenantId, type: 'enrollmentRefused', data: { mandateId: id, vendorReference, failureCode } });
}

async function makePrimary({ chargebee }: Billing, { id, primary_payment_source_id: before }: Customer, source: PaymentSource): Promise<void> {
  if (before === source.id) return;
  await askChargebee(() => chargebee.customer.assignPaymentRole(id, { payment_source_id: source.id, role: 'primary' }));
}

/** From now on this mandate is the one in force, and those before it are over. */
async function keepMandate(billing: Billing, { tenantId, id, acceptedAt }: Mandate, paymentSourceId: string, mandateReference: string | null): Promise<Mandate> {
  const ofThis = and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, id));
  return inTenant(billing.db, tenantId, async (tx) => {
    await lockAccount(tx, tenantId);
    const [source] = await tx.select().from(billingPaymentSources).where(and(eq(billingPaymentSources.tenantId, tenantId), eq(billingPaymentSources.id, paymentSourceId)));
    const [kept] = await tx
      .update(billingMandates)
      .set({ completedAt: billing.businessNow(), paymentSourceId, mandateReference, maskedIban: source?.maskedIban ?? null, holder: source?.holder ?? null })
      .where(and(ofThis, isNull(billingMandates.completedAt)))
      .returning();
    if (!kept) {
      const [before] = await tx.select().from(billingMandates).where(ofThis);
      if (!before) throw new Error('a mandate is never gone');
      return before;
    }
    const { completedAt, endedAt } = billingMandates;
    const replaced = await tx
      .update(billingMandates)
      .set({ endedAt: billing.businessNow() })
      .where(and(eq(billingMandates.tenantId, tenantId), ne(billingMandates.id, id), isNotNull(completedAt), isNull(endedAt)))
      .returning({ id: billingMandates.id });
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: replaced.length > 0 ? 'mandateChanged' : 'mandateGiven', data: { mandateId: id, paymentSourceId, acceptedAt: acceptedAt?.toISOString() ?? null } });
    await tx.execute(sql`select enqueue_job('make-mandate-document', ${JSON.stringify({ tenantId, mandateId: id })}::json, ${`make-mandate-document/${id}`})`);
    await tx.execute(sql`select enqueue_job('collect-open-invoices', ${JSON.stringify({ tenantId, mandateId: id })}::json, ${`collect-open-invoices/${id}`})`);
    for (const { id: over } of replaced) await tx.execute(sql`select enqueue_job('retire-bank-account', ${JSON.stringify({ tenantId, mandateId: over })}::json, ${`retire-bank-account/${over}`})`);
    return kept;
  });
}

async function describe({ db }: Billing, state: EnrollmentResult['state'], mandate: Mandate): Promise<EnrollmentResult> {
  const { tenantId, paymentSourceId } = mandate;
  const [source] = paymentSourceId === null ? [] : await inTenant(db, tenantId, (tx) => tx.select().from(billingPaymentSources).where(and(eq(billingPaymentSources.tenantId, tenantId), eq(billingPaymentSources.id, paymentSourceId))));
  return { state, mandate: describeMandate(mandate, source ?? null) };
}

/** The job that looks after an attempt whose page was closed. False: it waits still, and is to be looked at again. */
export async function followEnrollment(billing: Billing, tenantId: string, mandateId: string): Promise<boolean> {
  const [row] = await inTenant(billing.db, tenantId, (tx) =>
    tx
      .select({ account: billingAccounts, mandate: billingMandates })
      .from(billingMandates)
      .innerJoin(billingAccounts, eq(billingAccounts.tenantId, billingMandates.tenantId))
      .where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.id, mandateId))),
  );
  if (!row || row.mandate.completedAt || row.mandate.failedAt) return true;
  try {
    // Nobody looks on, and another was given since: the later will counts.
    if (await isSuperseded(billing, row.mandate)) return await giveUp(billing, row.mandate, 'superseded');
    return (await completeEnrollment(billing, row.account, mandateId)).state === 'completed';
  } catch (fault) {
    if (fault instanceof BillingFault && (fault.code === 'mandateFailed' || fault.code === 'enrollmentExpired')) return true;
    throw fault;
  }
}

async function isSuperseded({ db }: Billing, { tenantId, acceptedAt: since }: Mandate): Promise<boolean> {
  const { id, acceptedAt, completedAt, endedAt } = billingMandates;
  if (!since) return false;
  const [later] = await inTenant(db, tenantId, (tx) => tx.select({ id }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), isNotNull(completedAt), isNull(endedAt), gt(acceptedAt, since))).limit(1));
  return later !== undefined;
}
