import type { Transaction } from '@meldewerk/db/client';
import { reportMessages } from '@meldewerk/db/schema';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';

/** Messages as a mail tells them, oldest first: the words, and the names of what goes with them. */
export async function findWritten(tx: Transaction, tenantId: string, ids: string[], where?: SQL): Promise<{ body: string; fileNames: string[] }[]> {
  const rows = await tx
    .select({ id: reportMessages.id, body: reportMessages.body })
    .from(reportMessages)
    .where(and(eq(reportMessages.tenantId, tenantId), inArray(reportMessages.id, ids), where))
    .orderBy(asc(reportMessages.createdAt), asc(reportMessages.id));
  const files = await tx
    .select({ messageId: messageFiles.messageId, fileName: messageFiles.fileName })
    .from(messageFiles)
    .where(and(eq(messageFiles.tenantId, tenantId), inArray(messageFiles.messageId, ids)))
    .orderBy(asc(messageFiles.position));
  return rows.map(({ id, body }) => ({ body, fileNames: files.filter(({ messageId }) => messageId === id).map(({ fileName }) => fileName) }));
}
