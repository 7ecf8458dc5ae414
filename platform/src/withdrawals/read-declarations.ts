import type { withdrawalDeclarationListSchema } from '@meldewerk/contract/withdrawal';
import { damageReports, withdrawalDeclarations } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import type { Scope, StaffScope } from '../http/scope.ts';

const shown = 200;

/** The newest declarations, also those that fit no report. */
export async function listDeclarations({ services, tenant }: StaffScope): Promise<InferOutput<typeof withdrawalDeclarationListSchema>> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ declaration: withdrawalDeclarations, reference: damageReports.reference })
      .from(withdrawalDeclarations)
      .leftJoin(damageReports, and(eq(damageReports.tenantId, withdrawalDeclarations.tenantId), eq(damageReports.id, withdrawalDeclarations.reportId)))
      .where(eq(withdrawalDeclarations.tenantId, tenant.id))
      .orderBy(desc(withdrawalDeclarations.declaredAt), desc(withdrawalDeclarations.id))
      .limit(shown),
  );
  return {
    declarations: rows.map(({ declaration: { id, declaredAt, name, email, contract, statement, reportId }, reference }) => ({ id, declaredAt: declaredAt.toISOString(), name, email, contract, statement, reportId, reference })),
  };
}

export type StoredDeclaration = typeof withdrawalDeclarations.$inferSelect & { reference: string | null };

export async function readDeclaration({ services, tenant }: Scope, id: string): Promise<StoredDeclaration | null> {
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ declaration: withdrawalDeclarations, reference: damageReports.reference })
      .from(withdrawalDeclarations)
      .leftJoin(damageReports, and(eq(damageReports.tenantId, withdrawalDeclarations.tenantId), eq(damageReports.id, withdrawalDeclarations.reportId)))
      .where(and(eq(withdrawalDeclarations.tenantId, tenant.id), eq(withdrawalDeclarations.id, id))),
  );
  return row ? { ...row.declaration, reference: row.reference } : null;
}
