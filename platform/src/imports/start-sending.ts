import { reportImportRows, reportImports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { assertLinksGo } from '../links/links-stopped.ts';
import { checkAgain } from './check-again.ts';
import { findRows, lockImport } from './find-import.ts';
import { loadRules } from './workshop-rules.ts';

/** "Senden": a job prepares and sends every good row. Pressed again it sends nothing twice, and tries once more what failed. */
export async function startSending(scope: StaffScope, id: string): Promise<void> {
  const { services, tenant, staff } = scope;
  const check = await loadRules(scope);
  const ofImport = and(eq(reportImports.tenantId, tenant.id), eq(reportImports.id, id));
  await inTenant(services.db, tenant.id, async (tx) => {
    const stored = await lockImport(scope, tx, id);
    await assertLinksGo(scope, tx);
    if (stored.startedAt) {
      const unsent = and(eq(reportImportRows.tenantId, tenant.id), eq(reportImportRows.importId, id), isNull(reportImportRows.sentAt), isNotNull(reportImportRows.errorCode));
      const again = await tx.update(reportImportRows).set({ errorCode: null }).where(unsent).returning({ number: reportImportRows.number });
      if (again.length > 0) await tx.update(reportImports).set({ finishedAt: null }).where(ofImport);
    } else {
      // A colleague may have written to the same customers since this list was looked at.
      await checkAgain(scope, tx, stored, await findRows(scope, tx, id), check);
      await tx.update(reportImports).set({ startedAt: services.clock.now(), startedBy: staff.id }).where(ofImport);
    }
    await tx.execute(sql`select enqueue_job('send-import', ${JSON.stringify({ tenantId: tenant.id, importId: id })}::json, ${`import/${id}`})`);
  });
}
