import type { Transaction } from '@meldewerk/db/client';
import { reportMessages } from '@meldewerk/db/schema';
import { messageReadings } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { announceChange } from '../events/announce-change.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope, StaffScope } from '../http/scope.ts';

/** A staff member has the conversation before them, up to this message. The first of them to see what the customer wrote is noted on it. */
export async function markReadByStaff(scope: StaffScope, reportId: string, messageId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const readThrough = await writtenAt(scope, tx, reportId, messageId, 'staff');
    await tx
      .insert(messageReadings)
      .values({ tenantId: tenant.id, staffUserId: staff.id, reportId, readThrough })
      .onConflictDoUpdate({ target: [messageReadings.tenantId, messageReadings.staffUserId, messageReadings.reportId], set: { readThrough: sql`greatest(${messageReadings.readThrough}, excluded.read_through)` } });
    await noteReading(scope, tx, reportId, 'customer', readThrough);
  });
}

/** The customer has it before them, up to this message. */
export async function markReadByCustomer(scope: CustomerScope, messageId: string): Promise<void> {
  await inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    await noteReading(scope, tx, scope.reportId, 'staff', await writtenAt(scope, tx, scope.reportId, messageId, 'customer'));
  });
}

async function writtenAt({ tenant }: Scope, tx: Transaction, reportId: string, messageId: string, side: 'staff' | 'customer'): Promise<Date> {
  const [message] = await tx
    .select({ createdAt: reportMessages.createdAt })
    .from(reportMessages)
    .where(and(eq(reportMessages.tenantId, tenant.id), eq(reportMessages.reportId, reportId), eq(reportMessages.id, messageId), side === 'customer' ? eq(reportMessages.audience, 'customer') : undefined));
  if (!message) throw new ProblemError('notFound');
  return message.createdAt;
}

async function noteReading({ services, tenant }: Scope, tx: Transaction, reportId: string, author: 'customer' | 'staff', through: Date): Promise<void> {
  const read = await tx
    .update(reportMessages)
    .set({ readAt: services.clock.now() })
    .where(and(
      eq(reportMessages.tenantId, tenant.id), eq(reportMessages.reportId, reportId), eq(reportMessages.author, author), eq(reportMessages.audience, 'customer'),
      lte(reportMessages.createdAt, through), isNull(reportMessages.readAt),
    ))
    .returning({ id: reportMessages.id });
  if (read.length > 0) await announceChange(tx, tenant.id, reportId);
}
