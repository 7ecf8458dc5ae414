import type { FormDocument, FormSignatureInput } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findReportForm } from '../forms/find-report-forms.ts';
import type { FormDoor } from '../forms/form-of-draft.ts';
import { makeDocument } from '../forms/make-document.ts';
import { signForm, type Device } from '../forms/sign-form.ts';
import { findFileOfForm, type SignedFile } from '../forms/signed-documents.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';
import { incidentDateOf } from './check-forms-complete.ts';
import { findItem, findReport, isOpen, type ItemRow } from './find-items.ts';
import { noteProvided } from './settle-items.ts';

/** The form that is asked for, filled with what the report says and what the customer fills in by hand. */
export async function makeItemDocument(scope: CustomerScope, itemId: string, fields: Record<string, string | boolean>): Promise<FormDocument> {
  const { services, tenant, reportId } = scope;
  const report = await inTenant(services.db, tenant.id, async (tx) => {
    await findSignatureItem(scope, tx, itemId);
    return findReport(scope, tx, reportId);
  });
  if (!report) throw new ProblemError('notFound');
  const sections = { reporter: report.reporter, vehicle: report.vehicle, insurance: report.insurance } as Record<'reporter' | 'vehicle' | 'insurance', Record<string, unknown>>;
  const incidentDate = incidentDateOf(report.answers);
  return makeDocument(scope, doorOfItem(scope, itemId), { category: report.category, ...sections, ...(incidentDate && { incidentDate }), fields, again: false });
}

/** The customer signs it; with that the item is there. */
export async function signItem(scope: CustomerScope, itemId: string, input: FormSignatureInput, device: Device): Promise<void> {
  await signForm(scope, doorOfItem(scope, itemId), input, device);
}

/** The document of an item to read, before and after signing. */
export async function findItemFile(scope: CustomerScope, itemId: string, documentId: string): Promise<SignedFile> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => findFileOfForm(scope, tx, (await findSignatureItem(scope, tx, itemId)).subject, documentId));
}

async function findSignatureItem(scope: CustomerScope, tx: Transaction, itemId: string): Promise<ItemRow> {
  const item = await findItem(scope, tx, scope.reportId, itemId);
  if (item?.kind !== 'signature') throw new ProblemError('notFound');
  return item;
}

/** The customer of a sent report, for exactly the form they were asked for. A form that is signed can be asked about again, but signed no more. */
function doorOfItem(scope: CustomerScope, itemId: string): FormDoor {
  let item: ItemRow | undefined;
  return {
    key: itemId,
    async form(_, tx) {
      item = await findSignatureItem(scope, tx, itemId);
      if (item.withdrawnAt) throw new ProblemError('itemNotWanted');
      const form = await findReportForm(scope, tx, item.subject);
      if (!form || form.reportId !== scope.reportId) throw new ProblemError('notFound');
      return form;
    },
    assertOpen() {
      if (!item || !isOpen(item)) throw new ProblemError('itemNotWanted');
    },
    async signed(_, tx, form) {
      if (item) await noteProvided(scope, tx, item, { facts: { reportFormId: form.id } });
    },
  };
}
