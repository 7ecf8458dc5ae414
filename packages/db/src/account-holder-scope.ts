import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';

/** Runs `work` in one transaction that sees the billing accounts of this accounting e-mail (in lower case), whatever workshops they are of, and changes none. */
export async function asAccountHolder<Result>(db: Database, email: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.billing_email', ${email}, true)`);
    return work(tx);
  });
}
