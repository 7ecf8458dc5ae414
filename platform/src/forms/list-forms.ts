import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import type { FormSummary } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { forms, formVersions, tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { addSampleForms } from '@meldewerk/tenants/add-sample-forms';
import { and, desc, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { summarizeForm } from './describe-form.ts';

/** The library: every form in its newest version, those in use first, by title. */
export async function listForms(scope: StaffScope): Promise<FormSummary[]> {
  const { db } = scope.services;
  const rows = await inTenant(db, scope.tenant.id, async (tx) => {
    const found = await newestVersions(scope, tx);
    if (found.length > 0) return found;
    await furnishLibrary(scope, tx);
    return newestVersions(scope, tx);
  });
  return rows
    .map(({ version, retiredAt }) => summarizeForm(scope, version, retiredAt))
    .sort((a, b) => Number(a.retired) - Number(b.retired) || a.title.localeCompare(b.title, 'de'));
}

function newestVersions({ tenant }: StaffScope, tx: Transaction) {
  return tx
    .selectDistinctOn([formVersions.formId], { version: formVersions, retiredAt: forms.retiredAt })
    .from(formVersions)
    .innerJoin(forms, and(eq(forms.tenantId, formVersions.tenantId), eq(forms.id, formVersions.formId)))
    .where(eq(formVersions.tenantId, tenant.id))
    .orderBy(formVersions.formId, desc(formVersions.version));
}

/** For workshops older than the library. Forms are never removed, so an empty one has never had any. */
async function furnishLibrary({ services, tenant }: StaffScope, tx: Transaction): Promise<void> {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenant.id)).for('update');
  const [any] = await tx.select({ id: forms.id }).from(forms).where(eq(forms.tenantId, tenant.id)).limit(1);
  if (!any) await addSampleForms(tx, tenant.id, sampleForms, { now: services.clock.now(), newId: services.newId });
}
