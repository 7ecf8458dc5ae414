import type { ReportForm } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { formVersions } from '@meldewerk/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { contentOf } from './describe-form.ts';
import { doubtsAbout, type ReportCase } from './doubts.ts';
import { preparedFacts } from './facts-of-report.ts';
import { findFormsOfReport, type FoundReportForm, type ReportOfForm } from './find-report-forms.ts';
import { blanksIn, placeholdersOf, placeholderValues } from './placeholder-values.ts';
import { readSignings, stateOf, type Signing } from './read-signing.ts';

/** The forms of a report as staff see them. Doubts are looked at afresh, until the moment of signing. */
export async function readReportForms(scope: Scope, tx: Transaction, reportId: string): Promise<ReportForm[]> {
  const found = await findFormsOfReport(scope, tx, reportId);
  if (found.length === 0) return [];
  const signings = await readSignings(scope, tx, found.map(({ id }) => id));
  const published = await readPublished(scope, tx, found.map(({ version }) => version.formId));
  return found.map((form) => describe(scope, form, signings.get(form.id), published));
}

export function caseOf({ insurance, partner }: Pick<ReportOfForm, 'insurance' | 'partner'>): ReportCase {
  return { coverage: insurance.coverage, hasPartner: partner !== null };
}

type Published = { formId: string; version: number; createdAt: Date };

function describe(scope: Scope, form: FoundReportForm, signing: Signing | undefined, published: Published[]): ReportForm {
  const { version, report, retiredAt } = form;
  const at = signing?.customer.signedAt ?? scope.services.clock.now();
  const next = published.find(({ formId, version: number }) => formId === version.formId && number > version.version);
  const values = signing?.document.placeholderValues ?? placeholderValues(placeholdersOf(contentOf(version)).used, preparedFacts(scope, form));
  return {
    id: form.id,
    formId: version.formId,
    version: version.version,
    title: version.title,
    isSample: version.isSample,
    concludesContract: version.concludesContract,
    doubts: doubtsAbout({ ...version, retiredAt, nextVersionAt: next?.createdAt ?? null }, caseOf(report), { at, day: dayIn(scope.tenant.settings.timeZone, at) }),
    blanks: blanksIn(values),
    state: stateOf(version.needsWorkshopSignature, signing),
    needsWorkshopSignature: version.needsWorkshopSignature,
    signatures: signing ? [signing.customer, ...(signing.workshop ? [signing.workshop] : [])].map(describeSignature) : [],
    document: signing ? describeSealed(signing.sealed) : null,
  };
}

function describeSignature({ signer, name, signature, signedAt }: Signing['customer']): ReportForm['signatures'][number] {
  return { signer, name, method: (signature as { method: 'drawn' | 'typed' }).method, signedAt: signedAt.toISOString() };
}

function describeSealed({ id, sha256, byteSize, createdAt }: Signing['sealed']): ReportForm['document'] {
  return { id, sha256: Buffer.from(sha256).toString('hex'), byteSize, createdAt: createdAt.toISOString() };
}

function readPublished({ tenant }: Scope, tx: Transaction, formIds: string[]): Promise<Published[]> {
  return tx
    .select({ formId: formVersions.formId, version: formVersions.version, createdAt: formVersions.createdAt })
    .from(formVersions)
    .where(and(eq(formVersions.tenantId, tenant.id), inArray(formVersions.formId, formIds)))
    .orderBy(asc(formVersions.formId), asc(formVersions.version));
}
