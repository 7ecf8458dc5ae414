import type { FormContent, FormField, LinkForm } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Issue } from '@meldewerk/contract/problem';
import { cleanTyped, isDay } from '@meldewerk/contract/typed-value';
import { readableDay, type PlaceholderValues } from './placeholder-values.ts';

export type FieldValues = Record<string, string | boolean>;

const maxLength = 500;

/** The fields of a form that its customer fills in by hand. */
export function ownFields(content: FormContent): FormField[] {
  return content.source === 'pdf' ? content.fields.filter(({ type, placeholder, signer }) => type !== 'signature' && !placeholder && signer === 'customer') : [];
}

export function describeOwnFields(content: FormContent): LinkForm['fields'] {
  return ownFields(content).flatMap(({ id, label, type, required }) => (type === 'signature' ? [] : [{ id, label, type, required }]));
}

/** What was typed into them, cleaned and without what the form does not have; and what is missing or cannot be. */
export function readOwnFields(content: FormContent, typed: FieldValues, title: string, language: StaffLanguage): { values: FieldValues; issues: Issue[] } {
  const values: FieldValues = {};
  const issues: Issue[] = [];
  for (const { id, type, label, required } of ownFields(content)) {
    const given = Object.hasOwn(typed, id) ? typed[id] : undefined;
    const value = type === 'checkbox' ? given === true : typeof given === 'string' ? cleanTyped(given) : '';
    if (typeof value === 'string' && (value.length > maxLength || (type === 'date' && value !== '' && !isDay(value)))) issues.push({ path: `fields.${id}`, code: 'invalid', message: texts[language].invalid(title, label) });
    else if (value) values[id] = value;
    else if (required) issues.push({ path: `fields.${id}`, code: 'missing', message: texts[language].missing(title, label) });
  }
  return { values, issues };
}

/** What goes into a field of the PDF, as people read it. */
export function printedValue(field: FormField, values: PlaceholderValues, typed: FieldValues, language: StaffLanguage): string | boolean | null {
  if (field.type === 'signature') return null;
  if (field.placeholder) return values[field.placeholder] ?? null;
  const value = (Object.hasOwn(typed, field.id) ? typed[field.id] : null) ?? null;
  return field.type === 'date' && typeof value === 'string' ? readableDay(value, language) : value;
}

const texts = {
  de: {
    missing: (title: string, label: string) => `Im Formular „${title}“ fehlt noch: ${label}.`,
    invalid: (title: string, label: string) => `Bitte prüfen Sie im Formular „${title}“: ${label}.`,
  },
  en: {
    missing: (title: string, label: string) => `The form "${title}" still lacks: ${label}.`,
    invalid: (title: string, label: string) => `Please check in the form "${title}": ${label}.`,
  },
} satisfies Record<StaffLanguage, unknown>;
