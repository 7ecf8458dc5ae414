import type { Transaction } from '@meldewerk/db/client';
import { damageReports, formDocuments, formVersions, reportForms, signedDocuments } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, type SQL } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findFormsOfReport } from './find-report-forms.ts';
import { readSignings } from './read-signing.ts';

export type SignedFile = { documentId: string; fileName: string; byteSize: number };

/** The newest sealed file of every form on a report, as they go with a mail. */
export async function signedDocumentsOf(scope: Scope, reportId: string): Promise<SignedFile[]> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    const forms = await findFormsOfReport(scope, tx, reportId);
    const signings = await readSignings(scope, tx, forms.map(({ id }) => id));
    const names = new Set<string>();
    return forms.flatMap(({ id, report, version }) => {
      const sealed = signings.get(id)?.sealed;
      return sealed ? [{ documentId: sealed.id, fileName: unique(names, fileNameOf(report.reference, version.title)), byteSize: sealed.byteSize }] : [];
    });
  });
}

/** A sealed file of the tenant under its speaking name, also one that a later signature has replaced. */
export async function findSignedFile({ services, tenant }: Scope, documentId: string): Promise<SignedFile> {
  const [found] = await inTenant(services.db, tenant.id, (tx) => findSealed(tx, tenant.id, eq(signedDocuments.id, documentId)));
  if (!found) throw new ProblemError('notFound');
  return { documentId, fileName: fileNameOf(found.reference, found.title), byteSize: found.byteSize };
}

/** A file of the customer's own report: sealed, or as it is read before. */
export async function findFileOfDraft(scope: Scope, { draftId, tokenHash, documentId }: { draftId: string; tokenHash: Buffer; documentId: string }): Promise<SignedFile> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const { preparedReportId } = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
    if (preparedReportId === null) throw new ProblemError('notFound');
    const ofReport = eq(reportForms.reportId, preparedReportId);
    const [sealed] = await findSealed(tx, tenant.id, and(eq(signedDocuments.id, documentId), ofReport));
    const [found] = sealed ? [sealed] : await findUnsigned(tx, tenant.id, and(eq(formDocuments.id, documentId), ofReport));
    if (!found) throw new ProblemError('notFound');
    return { documentId, fileName: fileNameOf(found.reference, found.title), byteSize: found.byteSize };
  });
}

/** A file of one form on a report, sealed or as it is read before, in the transaction of whoever knows that it may be read. */
export async function findFileOfForm({ tenant }: Scope, tx: Transaction, reportFormId: string, documentId: string): Promise<SignedFile> {
  const ofForm = eq(reportForms.id, reportFormId);
  const [sealed] = await findSealed(tx, tenant.id, and(eq(signedDocuments.id, documentId), ofForm));
  const [found] = sealed ? [sealed] : await findUnsigned(tx, tenant.id, and(eq(formDocuments.id, documentId), ofForm));
  if (!found) throw new ProblemError('notFound');
  return { documentId, fileName: fileNameOf(found.reference, found.title), byteSize: found.byteSize };
}

/** `SM-2026-000123_Reparaturauftrag.pdf`, in characters that every file system takes. */
export function fileNameOf(reference: string, title: string): string {
  const safe = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80).toWellFormed().replace('\uFFFD', '');
  return `${reference}_${safe || 'Formular'}.pdf`;
}

function unique(taken: Set<string>, fileName: string): string {
  let name = fileName;
  for (let number = 2; taken.has(name); number++) name = fileName.replace(/\.pdf$/, `-${number}.pdf`);
  taken.add(name);
  return name;
}

function findSealed(tx: Transaction, tenantId: string, which: SQL | undefined) {
  return tx
    .select({ reference: damageReports.reference, title: formVersions.title, byteSize: signedDocuments.byteSize })
    .from(signedDocuments)
    .innerJoin(reportForms, and(eq(reportForms.tenantId, signedDocuments.tenantId), eq(reportForms.id, signedDocuments.reportFormId)))
    .innerJoin(formVersions, and(eq(formVersions.tenantId, reportForms.tenantId), eq(formVersions.formId, reportForms.formId), eq(formVersions.version, reportForms.version)))
    .innerJoin(damageReports, and(eq(damageReports.tenantId, reportForms.tenantId), eq(damageReports.id, reportForms.reportId)))
    .where(and(eq(signedDocuments.tenantId, tenantId), which));
}

function findUnsigned(tx: Transaction, tenantId: string, which: SQL | undefined) {
  return tx
    .select({ reference: damageReports.reference, title: formVersions.title, byteSize: formDocuments.byteSize })
    .from(formDocuments)
    .innerJoin(reportForms, and(eq(reportForms.tenantId, formDocuments.tenantId), eq(reportForms.id, formDocuments.reportFormId)))
    .innerJoin(formVersions, and(eq(formVersions.tenantId, reportForms.tenantId), eq(formVersions.formId, reportForms.formId), eq(formVersions.version, reportForms.version)))
    .innerJoin(damageReports, and(eq(damageReports.tenantId, reportForms.tenantId), eq(damageReports.id, reportForms.reportId)))
    .where(and(eq(formDocuments.tenantId, tenantId), which));
}
