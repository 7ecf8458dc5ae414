import type { LinkForm } from '@meldewerk/contract/form';
import type { StepHost } from '../step.ts';
import { typedSections } from '../submission.ts';
import type { FormValues } from './signing-api.ts';

/** What the form's placeholders and own fields are filled with: the draft as it stands on the device. */
export function formValues({ drafts }: StepHost, form: LinkForm): FormValues {
  const { draft } = drafts;
  const incidentDate = draft.answers['incidentDate'];
  return {
    category: draft.category,
    ...typedSections(draft),
    ...(typeof incidentDate === 'string' && incidentDate ? { incidentDate } : {}),
    fields: filled(draft.formFields[form.id] ?? {}),
  };
}

/** The same key means the same document: nothing that could stand in it has changed. */
export function valuesKey(host: StepHost, form: LinkForm): string {
  return JSON.stringify([host.drafts.draft.link?.version, formValues(host, form)]);
}

function filled(fields: Record<string, string | boolean>): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== false && String(value).trim() !== ''));
}
