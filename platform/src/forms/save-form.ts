import { isDeepStrictEqual } from 'node:util';
import type { FormDetail, FormVersionInput } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { forms, formUploads, formVersions } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { checkVersion } from './check-version.ts';
import { detailForm, type FormVersion } from './describe-form.ts';
import { lockUploads } from './lock-uploads.ts';
import { findFormVersion } from './read-form.ts';

/** Publishes a form's next version; saving what stands there already makes none. An edited sample is the workshop's own. */
export async function saveForm(scope: StaffScope, formId: string, input: FormVersionInput): Promise<FormDetail> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const pageCount = await checkForm(scope, tx, input);
    const createdAt = services.clock.now();
    await tx.insert(forms).values({ tenantId: tenant.id, id: formId, createdAt }).onConflictDoNothing();
    await tx.select({ id: forms.id }).from(forms).where(and(eq(forms.tenantId, tenant.id), eq(forms.id, formId))).for('update');
    const newest = await findFormVersion(scope, tx, formId, null);
    if (newest && isDeepStrictEqual(inputOf(newest.version), input)) return detailForm(scope, newest.version, newest.retiredAt);
    const [saved] = await tx
      .insert(formVersions)
      .values({ ...input, tenantId: tenant.id, formId, version: (newest?.version.version ?? 0) + 1, pageCount, isSample: false, createdBy: staff.id, createdAt })
      .returning();
    if (!saved) throw new Error('an inserted row comes back');
    return detailForm(scope, saved, newest?.retiredAt ?? null);
  });
}

/** Checks what a schema cannot; returns the number of pages of its PDF, null for a text. Throws validationFailed with everything that is wrong. */
export async function checkForm({ tenant, language }: StaffScope, tx: Transaction, input: FormVersionInput): Promise<number | null> {
  const pageCount = input.content.source === 'pdf' ? await countPages(tx, tenant.id, input.content.documentId) : null;
  const issues = checkVersion(input, pageCount, language);
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
  return pageCount;
}

async function countPages(tx: Transaction, tenantId: string, documentId: string): Promise<number> {
  await lockUploads(tx, tenantId, 'save');
  const [upload] = await tx.select({ pages: formUploads.pages }).from(formUploads).where(and(eq(formUploads.tenantId, tenantId), eq(formUploads.id, documentId)));
  if (!upload) throw new ProblemError('notFound');
  return upload.pages.length;
}

function inputOf({ title, kind, language, cases, validFrom, validTo, needsWorkshopSignature, concludesContract, content }: FormVersion): unknown {
  return { title, kind, language, cases, validFrom, validTo, needsWorkshopSignature, concludesContract, content };
}
