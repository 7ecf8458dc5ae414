import type { Transaction } from '@meldewerk/db/client';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

/**
 * Who uploads a photo chooses its id, and pictures that go with messages and questions lie in the same place under ids that
 * their readers know. Nobody puts a photo where such a picture is.
 */
export async function assertNoOtherFile({ tenant }: Scope, tx: Transaction, photoId: string): Promise<void> {
  const [other] = await tx.select({ id: messageFiles.id }).from(messageFiles).where(and(eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, photoId)));
  if (other) throw new ProblemError('uploadConflict');
}
