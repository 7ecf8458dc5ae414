import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';

/** Runs `work` in one transaction that sees the billing tables of every workshop, and changes none: changes go through `inTenant`. For the operator's console and for jobs that look for what is due. */
export async function asOperator<Result>(db: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return scoped(db, 'app.operator', 'yes', work);
}

/** Runs `work` in one transaction that sees the billing accounts of this accounting e-mail (in lower case), whatever workshops they are of, and changes none. */
export async function asAccountHolder<Result>(db: Database, email: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return scoped(db, 'app.billing_email', email, work);
}

async function scoped<Result>(db: Database, setting: string, value: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config(${setting}, ${value}, true)`);
    return work(tx);
  });
}
