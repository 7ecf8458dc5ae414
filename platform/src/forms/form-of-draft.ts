import type { Transaction } from '@meldewerk/db/client';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findReportForm, type FoundReportForm } from './find-report-forms.ts';

/** The bearer of a draft, and the form on its report that they are about. */
export type DraftForm = { draftId: string; tokenHash: Buffer; reportFormId: string };

/** The form on the report that the workshop prepared for this draft. Another draft's and one taken off look alike: notFound. */
export async function findFormOfDraft(scope: Scope, tx: Transaction, { draftId, tokenHash, reportFormId }: DraftForm): Promise<FoundReportForm> {
  const draft = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
  const found = draft.preparedReportId === null ? undefined : await findReportForm(scope, tx, reportFormId);
  if (!found || found.reportId !== draft.preparedReportId) throw new ProblemError('notFound');
  return found;
}

/** Who comes to sign a form, and in which right. `form` throws notFound for who may not; `assertOpen` when nothing is to be signed any more. */
export type FormDoor = {
  /** What limits count by. */
  key: string;
  form: (scope: Scope, tx: Transaction) => Promise<FoundReportForm>;
  assertOpen: (form: FoundReportForm) => void;
  /** What else is to be noted in the transaction of the customer's signature. */
  signed?: (scope: Scope, tx: Transaction, form: FoundReportForm) => Promise<void>;
};

/** Before sending: the bearer of the draft. */
export function doorOfDraft(at: DraftForm): FormDoor {
  return {
    key: at.draftId,
    form: (scope, tx) => findFormOfDraft(scope, tx, at),
    assertOpen({ report }) {
      if (report.submittedAt) throw new ProblemError('draftSubmitted');
    },
  };
}
