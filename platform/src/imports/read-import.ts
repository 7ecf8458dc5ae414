import type { Import, ImportList } from '@meldewerk/contract/import';
import { reportImportRows, reportImports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { describeImport } from './describe-import.ts';
import { findImport, findRows } from './find-import.ts';

const shownAtOnce = 20;

export async function readImport(scope: StaffScope, id: string): Promise<Import> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => describeImport(scope, await findImport(scope, tx, id), await findRows(scope, tx, id)));
}

export async function listImports({ services, tenant }: StaffScope): Promise<ImportList> {
  const ofImport = and(eq(reportImportRows.tenantId, reportImports.tenantId), eq(reportImportRows.importId, reportImports.id));
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({
        id: reportImports.id, fileName: reportImports.fileName, createdAt: reportImports.createdAt, startedAt: reportImports.startedAt, finishedAt: reportImports.finishedAt,
        rowCount: sql<number>`count(*)::integer`, sentCount: sql<number>`count(${reportImportRows.sentAt})::integer`, failedCount: sql<number>`count(${reportImportRows.errorCode})::integer`,
      })
      .from(reportImports)
      .innerJoin(reportImportRows, ofImport)
      .where(eq(reportImports.tenantId, tenant.id))
      .groupBy(reportImports.tenantId, reportImports.id)
      .orderBy(desc(reportImports.createdAt))
      .limit(shownAtOnce),
  );
  return {
    imports: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), startedAt: row.startedAt?.toISOString() ?? null, finishedAt: row.finishedAt?.toISOString() ?? null })),
  };
}
