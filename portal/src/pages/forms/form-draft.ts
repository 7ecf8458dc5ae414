import { msg } from '@lit/localize';
import type { FormDetail, FormVersionInput } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';

/** What an editor part changed of the form. */
export type FormChange = CustomEvent<Partial<FormVersionInput>>;

export function formChange(changes: Partial<FormVersionInput>): FormChange {
  return new CustomEvent('form-change', { detail: changes, bubbles: true, composed: true });
}

/** The part of a saved form that the next version is made from. */
export function draftOf({ title, kind, language, cases, validFrom, validTo, needsWorkshopSignature, concludesContract, content }: FormDetail): FormVersionInput {
  return { title, kind, language, cases, validFrom, validTo, needsWorkshopSignature, concludesContract, content };
}

/** What differs, in words; empty when nothing does. */
export function changesBetween(before: FormVersionInput, after: FormVersionInput): string[] {
  const names: [keyof FormVersionInput, string][] = [
    ['title', msg('Titel', { id: 'formChange.title' })],
    ['kind', msg('Art', { id: 'formChange.kind' })],
    ['language', msg('Sprache', { id: 'formChange.language' })],
    ['cases', msg('Fälle', { id: 'formChange.cases' })],
    ['validFrom', msg('gültig ab', { id: 'formChange.validFrom' })],
    ['validTo', msg('gültig bis', { id: 'formChange.validTo' })],
    ['needsWorkshopSignature', msg('Unterschrift der Werkstatt', { id: 'formChange.signature' })],
    ['concludesContract', msg('Vertrag', { id: 'formChange.contract' })],
  ];
  const changed = names.filter(([name]) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map(([, words]) => words);
  return [...changed, ...contentChanges(before.content, after.content)];
}

/** The server's sentence on a part of the form, `title` or `content.fields.3`, or on something inside it. */
export function issueAt(issues: Issue[], path: string): string | undefined {
  return issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message;
}

function contentChanges(before: FormVersionInput['content'], after: FormVersionInput['content']): string[] {
  if (before.source === 'text' || after.source === 'text') return JSON.stringify(before) === JSON.stringify(after) ? [] : [msg('Text', { id: 'forms.text' })];
  return [
    ...(before.documentId === after.documentId ? [] : [msg('PDF-Datei', { id: 'formChange.pdf' })]),
    ...(JSON.stringify(before.fields) === JSON.stringify(after.fields) ? [] : [msg('Felder', { id: 'formChange.fields' })]),
  ];
}
