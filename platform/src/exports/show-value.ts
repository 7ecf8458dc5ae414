import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Value } from './section.ts';

export type Manner = { language: StaffLanguage; timeZone: string };

const locales = { de: 'de-DE', en: 'en-GB' } as const;

/** A value as a person reads it; nothing is empty. */
export function showValue(value: Value, { language, timeZone }: Manner): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString(locales[language]);
  if (typeof value === 'boolean') return { de: value ? 'Ja' : 'Nein', en: value ? 'Yes' : 'No' }[language];
  if ('day' in value) return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${value.day}T00:00:00Z`));
  if ('instant' in value) return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(value.instant));
  if ('cents' in value) return (value.cents / 100).toLocaleString(locales[language], { style: 'currency', currency: 'EUR' });
  return value[language];
}
