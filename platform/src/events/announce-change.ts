import type { ReportMessage } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { sql } from 'drizzle-orm';

/** Tells open portals, once the transaction is through, that a report is not what it was. */
export async function announceChange(tx: Transaction, tenantId: string, reportId: string, kind: ReportMessage['kind'] = 'reportChanged'): Promise<void> {
  await tx.execute(sql`select pg_notify('report_changes', ${JSON.stringify({ tenantId, kind, reportId })})`);
}
