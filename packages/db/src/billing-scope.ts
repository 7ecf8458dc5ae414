import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';

/** Runs `work` in one transaction that sees the billing tables of every workshop, and changes none: changes go through `inTenant`. For the operator's console and for jobs that look for what is due. */
export async function asOperator<Result>(db: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.operator', 'yes', true)`);
    return work(tx);
  });
}
