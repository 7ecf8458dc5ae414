import type { LinkForm } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import type { Scope } from '../http/scope.ts';
import { contentOf } from './describe-form.ts';
import { findFormsOfReport } from './find-report-forms.ts';
import { describeOwnFields } from './own-fields.ts';
import { readSignings, stateOf } from './read-signing.ts';

/** The forms of a report as its customer meets them. */
export async function readLinkForms(scope: Scope, tx: Transaction, reportId: string): Promise<LinkForm[]> {
  const found = await findFormsOfReport(scope, tx, reportId);
  const signings = await readSignings(scope, tx, found.map(({ id }) => id));
  return found.map(({ id, version }) => {
    const signing = signings.get(id);
    return {
      id,
      title: version.title,
      language: version.language,
      concludesContract: version.concludesContract,
      state: stateOf(version.needsWorkshopSignature, signing),
      fields: describeOwnFields(contentOf(version)),
      documentId: signing?.sealed.id ?? null,
      signatureId: signing?.customer.id ?? null,
    };
  });
}
