import type { Message, MessageList } from '@meldewerk/contract/message';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportMessages, staffUsers } from '@meldewerk/db/schema';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope, StaffScope } from '../http/scope.ts';
import { countUnread } from './unread.ts';

type Side = 'staff' | 'customer';
const pageSize = 100;

/** A report's conversation with all notes, and how much of it this staff member has not seen. Throws notFound. */
export async function readConversation(scope: StaffScope, reportId: string, before?: string): Promise<MessageList> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    const [report] = await tx.select({ id: damageReports.id }).from(damageReports).where(and(eq(damageReports.tenantId, scope.tenant.id), eq(damageReports.id, reportId)));
    if (!report) throw new ProblemError('notFound');
    const page = await readPage(scope, tx, { reportId, side: 'staff', before });
    return { ...page, unread: await countUnread(scope, tx, reportId) };
  });
}

/** What workshop and customer wrote to each other, and nothing else. */
export async function readCustomerConversation(scope: CustomerScope, before?: string): Promise<MessageList> {
  const page = await inTenant(scope.services.db, scope.tenant.id, (tx) => readPage(scope, tx, { reportId: scope.reportId, side: 'customer', before }));
  return { ...page, unread: 0 };
}

export async function readMessage(scope: Scope, tx: Transaction, { id, reportId, side }: { id: string; reportId: string; side: Side }): Promise<Message> {
  const [message] = await select(scope, tx, { reportId, side, where: eq(reportMessages.id, id), limit: 1 });
  if (!message) throw new ProblemError('notFound');
  return message;
}

async function readPage(scope: Scope, tx: Transaction, { reportId, side, before }: { reportId: string; side: Side; before: string | undefined }): Promise<Pick<MessageList, 'messages' | 'earlier'>> {
  const older = before && sql`(${reportMessages.createdAt}, ${reportMessages.id}) < (select created_at, id from report_messages where tenant_id = ${scope.tenant.id} and report_id = ${reportId} and id = ${before})`;
  const newestFirst = await select(scope, tx, { reportId, side, where: older || undefined, limit: pageSize + 1 });
  return { messages: newestFirst.slice(0, pageSize).toReversed(), earlier: newestFirst.length > pageSize };
}

/** The one place that decides what of a conversation a side may see. */
async function select({ tenant }: Scope, tx: Transaction, { reportId, side, where, limit }: { reportId: string; side: Side; where: SQL | undefined; limit: number }): Promise<Message[]> {
  const rows = await tx
    .select({ message: reportMessages, staffName: staffUsers.name })
    .from(reportMessages)
    .leftJoin(staffUsers, and(eq(staffUsers.tenantId, reportMessages.tenantId), eq(staffUsers.id, reportMessages.staffUserId)))
    .where(and(eq(reportMessages.tenantId, tenant.id), eq(reportMessages.reportId, reportId), side === 'customer' ? eq(reportMessages.audience, 'customer') : undefined, where))
    .orderBy(desc(reportMessages.createdAt), desc(reportMessages.id))
    .limit(limit);
  const ids = rows.map(({ message }) => message.id);
  const files = ids.length === 0 ? [] : await tx.select().from(messageFiles).where(and(eq(messageFiles.tenantId, tenant.id), inArray(messageFiles.messageId, ids))).orderBy(asc(messageFiles.position));
  return rows.map(({ message: { id, author, audience, body, createdAt, mentions, readAt }, staffName }) => ({
    id,
    author,
    staffName: side === 'staff' ? staffName : null,
    audience,
    body,
    at: createdAt.toISOString(),
    files: files.filter(({ messageId }) => messageId === id).map(({ id: fileId, kind, fileName, byteSize, redactionId }) => ({ id: fileId, kind, fileName, byteSize, ...(redactionId && { redactionId }) })),
    mentions: side === 'staff' ? mentions : [],
    readAt: readAt?.toISOString() ?? null,
  }));
}
