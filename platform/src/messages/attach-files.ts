import type { Transaction } from '@meldewerk/db/client';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { and, eq, isNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { messageTexts } from './texts.ts';

type Attaching = { messageId: string; reportId: string; /** Null: the customer. */ staffUserId: string | null; fileIds: string[] };

/** Gives a message the files its author has uploaded to this report, each of them to one message only. Returns what evidence names. */
export async function attachFiles({ tenant, language }: Scope, tx: Transaction, { messageId, reportId, staffUserId, fileIds }: Attaching): Promise<{ id: string; sha256: string }[]> {
  const attached: { id: string; sha256: string }[] = [];
  for (const [position, id] of fileIds.entries()) {
    const [file] = await tx
      .update(messageFiles)
      .set({ messageId, position })
      .where(and(
        eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, id), eq(messageFiles.reportId, reportId), isNull(messageFiles.messageId), isNull(messageFiles.approvalId),
        staffUserId === null ? isNull(messageFiles.staffUserId) : eq(messageFiles.staffUserId, staffUserId),
      ))
      .returning({ sha256: messageFiles.sha256 });
    if (!file) throw new ProblemError('validationFailed', { issues: [{ path: `fileIds.${position}`, code: 'gone', message: messageTexts[language].fileGone }] });
    attached.push({ id, sha256: Buffer.from(file.sha256).toString('hex') });
  }
  return attached;
}
