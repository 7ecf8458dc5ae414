import type { Transaction } from '@meldewerk/db/client';
import { sql } from 'drizzle-orm';

/** Until the end of the transaction no upload is swept while a form is saved that uses it, and the other way round. */
export async function lockUploads(tx: Transaction, tenantId: string, purpose: 'save' | 'sweep'): Promise<void> {
  const key = sql`hashtextextended(${`form-uploads ${tenantId}`}::text, 0)`;
  await tx.execute(purpose === 'save' ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`);
}
