import { joinedImportFields, type changeImportSchema, type Import } from '@meldewerk/contract/import';
import { reportImports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { checkAgain } from './check-again.ts';
import { describeImport } from './describe-import.ts';
import { findRows, lockImport } from './find-import.ts';
import { loadRules } from './workshop-rules.ts';

/** Reads the columns otherwise or leaves rows out, and looks at every row anew. Not once sending has begun. */
export async function changeImport(scope: StaffScope, id: string, change: v.InferOutput<typeof changeImportSchema>): Promise<Import> {
  const { services, tenant } = scope;
  const check = await loadRules(scope);
  return inTenant(services.db, tenant.id, async (tx) => {
    const stored = await lockImport(scope, tx, id);
    if (stored.startedAt) throw new ProblemError('alreadySubmitted');
    const fields = change.columns;
    const twice = fields.some((field, index) => field !== null && !joinedImportFields.includes(field) && fields.indexOf(field) !== index);
    if (fields.length !== stored.columns.length || twice) throw new ProblemError('validationFailed');

    const columns = stored.columns.map((column, index) => ({ ...column, field: fields[index] ?? null }));
    const leftOut = new Set(change.leftOut);
    const rows = (await findRows(scope, tx, id)).map((row) => ({ ...row, leftOut: leftOut.has(row.number) }));
    await tx.update(reportImports).set({ columns }).where(and(eq(reportImports.tenantId, tenant.id), eq(reportImports.id, id)));
    await checkAgain(scope, tx, { id, columns }, rows, check);
    return describeImport(scope, { ...stored, columns }, await findRows(scope, tx, id));
  });
}
