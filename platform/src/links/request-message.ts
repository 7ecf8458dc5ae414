import type { LinkChannel } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportLinks } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import type { Scope } from '../http/scope.ts';
import type { LinkRow } from './find-prepared.ts';

type Request = { link: LinkRow; channel: LinkChannel; messageId: string; actor: { kind: 'staff' | 'customer' | 'system'; id: string | null } };

/** Notes that a link goes out, in the transaction of whoever wants that; a job composes the message and sends it. */
export async function requestMessage({ services, tenant }: Scope, tx: Transaction, { link, channel, messageId, actor }: Request): Promise<void> {
  const { reportId, generation } = link;
  await tx
    .update(reportLinks)
    .set({ sentAt: services.clock.now() })
    .where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, reportId), eq(reportLinks.generation, generation)));
  await tx
    .update(damageReports)
    .set({ status: 'linkSent', statusSince: services.clock.now() })
    .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId), eq(damageReports.status, 'draft')));
  await recordEvent(services, tx, tenant.id, reportId, { type: 'linkRequested', actor, data: { channel, generation, messageId } });
}
