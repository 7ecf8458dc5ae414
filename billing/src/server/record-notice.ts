import type { BillingNoticeKind } from '@meldewerk/contract/billing';
import type { Transaction } from '@meldewerk/db/client';
import { billingNotices } from '@meldewerk/db/schema-billing';
import { sql } from 'drizzle-orm';
import type { Billing } from './billing.ts';

export type Notice = {
  kind: BillingNoticeKind;
  /** What it is about: an invoice's, debit's or mandate's id, or a date. Of one kind about one subject there is one mail. */
  subject: string;
  /** What the mail needs and may have changed by the time it is written. */
  data?: Record<string, string | number | boolean | null>;
};

/** Orders a mail to the accounting address in the transaction of what it tells, with the job that writes it. A second time about the same it does nothing. */
export async function recordNotice({ now, newId }: Pick<Billing, 'now' | 'newId'>, tx: Transaction, tenantId: string, { kind, subject, data = {} }: Notice): Promise<void> {
  const [created] = await tx.insert(billingNotices).values({ tenantId, id: newId(), kind, subject, data, createdAt: now() }).onConflictDoNothing().returning({ id: billingNotices.id });
  if (!created) return;
  await tx.execute(sql`select enqueue_job('announce-billing', ${JSON.stringify({ tenantId, noticeId: created.id })}::json, ${`announce-billing/${created.id}`})`);
}
