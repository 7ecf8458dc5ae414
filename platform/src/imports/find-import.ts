import type { Transaction } from '@meldewerk/db/client';
import { reportImportRows, reportImports } from '@meldewerk/db/schema';
import { and, asc, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import type { RowIssue } from './check-rows.ts';
import type { ImportColumn } from './recognize-columns.ts';

export type StoredImport = Omit<typeof reportImports.$inferSelect, 'columns'> & { columns: ImportColumn[] };
export type StoredImportRow = Omit<typeof reportImportRows.$inferSelect, 'issues'> & { issues: RowIssue[] };

export async function findImport({ tenant }: Scope, tx: Transaction, id: string): Promise<StoredImport> {
  const [found] = await tx.select().from(reportImports).where(and(eq(reportImports.tenantId, tenant.id), eq(reportImports.id, id)));
  if (!found) throw new ProblemError('notFound');
  return found as StoredImport;
}

/** Held against everybody else who would change or start it, until the transaction ends. */
export async function lockImport({ tenant }: Scope, tx: Transaction, id: string): Promise<StoredImport> {
  const [found] = await tx.select().from(reportImports).where(and(eq(reportImports.tenantId, tenant.id), eq(reportImports.id, id))).for('update');
  if (!found) throw new ProblemError('notFound');
  return found as StoredImport;
}

/** In the order of the file. */
export async function findRows({ tenant }: Scope, tx: Transaction, importId: string): Promise<StoredImportRow[]> {
  const rows = await tx.select().from(reportImportRows).where(and(eq(reportImportRows.tenantId, tenant.id), eq(reportImportRows.importId, importId))).orderBy(asc(reportImportRows.number));
  return rows as StoredImportRow[];
}
