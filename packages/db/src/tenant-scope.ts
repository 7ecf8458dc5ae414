import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';

/**
 * The only door to tenant rows: runs `work` in one transaction in which `app.tenant_id` is set, so that row-level
 * security shows and takes the rows of this tenant and no others. Rolls back when `work` throws.
 * The setting travels in the same packet as the first statement of `work` and costs no round trip of its own.
 */
export async function inTenant<Result>(
  db: Database,
  tenantId: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    // A drizzle query starts when somebody waits for it: `then` puts this one in front of all that `work` asks.
    const scoped = tx.execute(sql`select set_config('app.tenant_id', ${tenantId}::uuid::text, true)`).then((rows) => rows);
    const [result] = await Promise.all([work(tx), scoped]);
    return result;
  });
}
