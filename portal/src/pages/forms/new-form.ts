import type { FormContent, FormVersionInput } from '@meldewerk/contract/form';
import { navigate } from '@meldewerk/shell/navigation';
import { paths } from '../../router.ts';

/** Opens the editor on a form that exists nowhere yet: its id is made here, its kind of content stands in the address. */
export function openNewForm(source: FormContent['source']) {
  navigate(`${paths.form(crypto.randomUUID())}?new=${source}`);
}

/** What the address says of a form that is yet to be saved. */
export function newFormSource(search: string): FormContent['source'] | null {
  const source = new URLSearchParams(search).get('new');
  return source === 'text' || source === 'pdf' ? source : null;
}

/** What a new form begins with; a PDF form has no document before one is uploaded. */
export function blankForm(source: FormContent['source']): FormVersionInput {
  return {
    title: '', kind: 'other', language: 'de', cases: [], validFrom: null, validTo: null, needsWorkshopSignature: false, concludesContract: false,
    content: source === 'text' ? { source, text: '' } : { source, documentId: '', fields: [] },
  };
}
