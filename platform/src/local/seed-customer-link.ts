import { reportEvents } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import { answerApproval } from '../approvals/answer-approval.ts';
import { askApproval } from '../approvals/ask-approval.ts';
import type { StaffScope } from '../http/scope.ts';
import { ensureStatusLink, readStatusToken, statusToken } from '../status-pages/status-link.ts';
import { withdrawStatusLink } from '../status-pages/staff-link.ts';
import { unlockStatusPage } from '../status-pages/unlock.ts';
import { dayIn } from '../time-zone.ts';
import type { Past } from './seed.ts';
import { settleMessages } from './settle-messages.ts';

/** What became of the customer's link to a seeded report. Hours count from when it was sent. */
export type SeedCustomerLink = {
  openedAfterHours?: number;
  asked?: { hoursAfter: number; kind: 'extraWork' | 'delay'; reason: string; cents: number | null; readyInDays: number; answer?: { hoursAfter: number; answer: 'yes' | 'no'; comment?: string } };
  withdrawnAfterHours?: number;
};

type Seeded = { reportId: string; sentAt: Date; link: SeedCustomerLink; plate: string; customerName: string; now: Date };

/** Opened, asked and answered by the same verbs as real ones. */
export async function seedCustomerLink({ services, travelTo }: Past, scope: StaffScope, { reportId, sentAt, link, plate, customerName, now }: Seeded): Promise<void> {
  const { tenant } = scope;
  const at = (hours: number) => travelTo(new Date(sentAt.getTime() + hours * 60 * 60_000));
  if (link.openedAfterHours !== undefined) {
    at(link.openedAfterHours);
    const { generation } = await inTenant(services.db, tenant.id, (tx) => ensureStatusLink(scope, tx, reportId));
    await unlockStatusPage(scope, readStatusToken(`Bearer ${statusToken(services.config, { tenantId: tenant.id, reportId, generation })}`), plate, reportId);
  }
  if (link.asked) {
    const { hoursAfter, kind, reason, cents, readyInDays, answer } = link.asked;
    at(hoursAfter);
    const id = services.newId();
    const readyOn = dayIn(tenant.settings.timeZone, new Date(now.getTime() + readyInDays * 24 * 60 * 60_000));
    await askApproval(scope, reportId, { id, kind, reason, amount: cents === null ? null : { cents, includesVat: true }, readyOn, photoIds: [] });
    await settle();
    if (answer) {
      at(answer.hoursAfter);
      const said = { id: services.newId(), answer: answer.answer, comment: answer.comment, name: customerName, signature: { method: 'typed' as const, typedName: customerName } };
      await answerApproval({ ...scope, reportId }, id, said, { clientAddress: '', userAgent: undefined });
      await settle();
    }
  }
  if (link.withdrawnAfterHours !== undefined) {
    at(link.withdrawnAfterHours);
    await withdrawStatusLink(scope, reportId);
  }

  async function settle(): Promise<void> {
    const [newest] = await services.db.select({ sequence: reportEvents.sequence }).from(reportEvents).where(and(eq(reportEvents.tenantId, tenant.id), eq(reportEvents.reportId, reportId))).orderBy(desc(reportEvents.sequence)).limit(1);
    if (newest) await settleMessages(services, { tenantId: tenant.id, reportId, sequence: newest.sequence });
  }
}
