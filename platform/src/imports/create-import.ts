import type { Import } from '@meldewerk/contract/import';
import { reportImportRows, reportImports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';
import { describeImport } from './describe-import.ts';
import { findImport, findRows } from './find-import.ts';
import { recognizeColumns } from './recognize-columns.ts';
import { loadRules } from './workshop-rules.ts';

const perTenant = limit('import-by-tenant', 30, 60);

/** Takes in a table and says what each row would become. Nothing is prepared or sent yet. */
export async function createImport(scope: StaffScope, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): Promise<Import> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perTenant, tenant.id);
  const table = await services.tables.read(bytes);
  const columns = recognizeColumns(table);
  const rows = table.slice(1).map((row) => ({ ...row, leftOut: false }));
  const check = await loadRules(scope);
  const checked = check(rows, columns.map(({ field }) => field));

  const id = services.newId();
  return inTenant(services.db, tenant.id, async (tx) => {
    await tx.insert(reportImports).values({ tenantId: tenant.id, id, fileName, createdAt: services.clock.now(), createdBy: staff.id, columns });
    await tx.insert(reportImportRows).values(
      rows.map((row, index) => {
        const { preparation = null, issues = [], channel = null } = checked[index] ?? {};
        return { ...row, tenantId: tenant.id, importId: id, preparation, issues, channel, reportId: services.newId(), messageId: services.newId() };
      }),
    );
    return describeImport(scope, await findImport(scope, tx, id), await findRows(scope, tx, id));
  });
}
