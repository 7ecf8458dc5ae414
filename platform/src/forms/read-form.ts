import type { FormDetail } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { forms, formVersions } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { detailForm, type FormVersion } from './describe-form.ts';

/** A form of the library with its content, in its newest version or an older one. */
export async function readForm(scope: StaffScope, formId: string, version: number | null): Promise<FormDetail> {
  const found = await inTenant(scope.services.db, scope.tenant.id, (tx) => findFormVersion(scope, tx, formId, version));
  if (!found) throw new ProblemError('notFound');
  return detailForm(scope, found.version, found.retiredAt);
}

export type FoundForm = { version: FormVersion; retiredAt: Date | null };

export async function findFormVersion({ tenant }: Scope, tx: Transaction, formId: string, version: number | null): Promise<FoundForm | undefined> {
  const [found] = await tx
    .select({ version: formVersions, retiredAt: forms.retiredAt })
    .from(formVersions)
    .innerJoin(forms, and(eq(forms.tenantId, formVersions.tenantId), eq(forms.id, formVersions.formId)))
    .where(and(eq(formVersions.tenantId, tenant.id), eq(formVersions.formId, formId), ...(version === null ? [] : [eq(formVersions.version, version)])))
    .orderBy(desc(formVersions.version))
    .limit(1);
  return found;
}
