import type { FormDocumentInput } from '@meldewerk/contract/form';
import { draftFields } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import type { Scope } from '../http/scope.ts';
import type { DraftForm } from './form-of-draft.ts';

type Filling = Omit<FormDocumentInput, 'fields' | 'again'>;

const nothingTyped: Filling = { category: null, reporter: {}, vehicle: {}, insurance: {} };

/** A phone that signs for a computer does not know what was typed there: the form is filled with what the computer told the server. */
export async function inputOfPhone(scope: Scope, at: DraftForm, input: FormDocumentInput): Promise<FormDocumentInput> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const { handoff } = await authorizeDraft(scope, tx, at.draftId, at.tokenHash, 'phoneToo');
    if (!handoff) return input;
    const [told] = await tx
      .select({ value: draftFields.value })
      .from(draftFields)
      .where(and(eq(draftFields.tenantId, tenant.id), eq(draftFields.draftId, at.draftId), eq(draftFields.path, 'handoff.signing')));
    return { ...((told?.value ?? nothingTyped) as Filling), fields: input.fields, again: input.again };
  });
}
