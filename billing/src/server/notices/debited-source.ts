import type { Transaction } from '@meldewerk/db/client';
import { billingMandates, billingPaymentSources, billingTransactions } from '@meldewerk/db/schema-billing';
import { and, eq, isNull, ne, notInArray, sql } from 'drizzle-orm';

type Source = typeof billingPaymentSources.$inferSelect;
export type DebitedSource = { source: Source; usedAt: Date | null; isEnrolled: boolean };

const lapseMonths = 36;

/** The bank account that is debited, when it was last, and whether its mandate was given here. Null when there is none to debit. */
export async function readDebitedSource(tx: Transaction, tenantId: string): Promise<DebitedSource | null> {
  const { isPrimary, deletedAt, status, type } = billingPaymentSources;
  const [source] = await tx
    .select()
    .from(billingPaymentSources)
    .where(and(eq(billingPaymentSources.tenantId, tenantId), eq(isPrimary, true), isNull(deletedAt), ne(type, 'card'), notInArray(status, ['expired', 'invalid'])));
  if (!source) return null;
  const [used] = await tx
    .select({ at: sql<Date | null>`max(${billingTransactions.at})`.mapWith(billingTransactions.at) })
    .from(billingTransactions)
    .where(and(eq(billingTransactions.tenantId, tenantId), eq(billingTransactions.paymentSourceId, source.id), eq(billingTransactions.status, 'success')));
  const [given] = await tx.select({ id: billingMandates.id }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), eq(billingMandates.paymentSourceId, source.id))).limit(1);
  return { source, usedAt: used?.at ?? null, isEnrolled: given !== undefined };
}

/** A SEPA mandate lapses 36 months after it was last used. */
export function lapsesAt({ createdAt }: Pick<Source, 'createdAt'>, usedAt: Date | null): Date {
  const lapse = new Date(usedAt ?? createdAt);
  lapse.setUTCMonth(lapse.getUTCMonth() + lapseMonths);
  return lapse;
}
