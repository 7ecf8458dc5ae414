import type { ProblemCode } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { BillingFault } from './billing-fault.ts';
import type { Billing } from './billing.ts';
import { recordAudit, type AuditEntry } from './record-audit.ts';

/** Turns something down and notes that it was. Not inside a transaction, which the fault would roll back. */
export async function refuse(billing: Pick<Billing, 'db' | 'now' | 'newId'>, code: ProblemCode, entry: Pick<AuditEntry, 'workshopId' | 'type' | 'data'>): Promise<never> {
  const write = (tx: Transaction) => recordAudit(billing, tx, { ...entry, actor: 'accountHolder', refused: true, data: { ...entry.data, problem: code } });
  if (entry.workshopId === null) await billing.db.transaction(write);
  else await inTenant(billing.db, entry.workshopId, write);
  throw new BillingFault(code);
}
