import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportLinks, type deliveries } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import { markedGeneration } from '../links/link-in-message.ts';
import type { Services } from '../services.ts';
import { bringsDeadStatusLink } from '../status-pages/status-link.ts';
import type { MailContent, SmsContent } from './message.ts';

/** Whether the link in a message was replaced, taken back, used or run out before the message left: a vendor was away, or staff repeat an old one. */
export async function bringsDeadLink({ clock }: Services, tx: Transaction, { tenantId, reportId, target, purpose, message }: typeof deliveries.$inferSelect): Promise<boolean> {
  if (reportId !== null && (purpose === 'statusLink' || (purpose === 'rule' && target !== 'staffEmail'))) return bringsDeadStatusLink(tx, { tenantId, reportId }, (message as MailContent | SmsContent).text);
  if (reportId === null || (purpose !== 'link' && purpose !== 'reminder')) return false;
  const [newest] = await tx
    .select({ generation: reportLinks.generation, withdrawnAt: reportLinks.withdrawnAt, expiresAt: reportLinks.expiresAt, submittedAt: damageReports.submittedAt })
    .from(reportLinks)
    .innerJoin(damageReports, and(eq(damageReports.tenantId, reportLinks.tenantId), eq(damageReports.id, reportLinks.reportId)))
    .where(and(eq(reportLinks.tenantId, tenantId), eq(reportLinks.reportId, reportId)))
    .orderBy(desc(reportLinks.generation))
    .limit(1);
  const generation = markedGeneration((message as MailContent | SmsContent).text);
  return !newest || generation !== newest.generation || newest.withdrawnAt !== null || newest.submittedAt !== null || newest.expiresAt <= clock.now();
}
