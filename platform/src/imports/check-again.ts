import type { Transaction } from '@meldewerk/db/client';
import { sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import type { StoredImport, StoredImportRow } from './find-import.ts';
import type { loadRules } from './workshop-rules.ts';

type Check = Awaited<ReturnType<typeof loadRules>>;

/** Looks at every row anew, with what the workshop knows by now, and keeps what is the matter with each. */
export async function checkAgain({ tenant }: Scope, tx: Transaction, { id, columns }: Pick<StoredImport, 'id' | 'columns'>, rows: StoredImportRow[], check: Check): Promise<void> {
  const leftOut = new Set(rows.filter((row) => row.leftOut).map(({ number }) => number));
  const checked = check(rows, columns.map(({ field }) => field)).map((row) => ({ ...row, leftOut: leftOut.has(row.number) }));
  await tx.execute(sql`
    update report_import_rows row set left_out = checked."leftOut", preparation = checked.preparation, issues = checked.issues, channel = checked.channel
    from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb) as checked (number integer, "leftOut" boolean, preparation jsonb, issues jsonb, channel text)
    where row.tenant_id = ${tenant.id}::uuid and row.import_id = ${id}::uuid and row.number = checked.number`);
}
