import type { Catalogue } from '@meldewerk/contract/catalogue';
import type { ImportField } from '@meldewerk/contract/import';
import { languages, type Language } from '@meldewerk/contract/language';
import { languageLabels, languageNames } from '@meldewerk/contract/language-names';
import type { PreparationInput } from '@meldewerk/contract/preparation';

/** The cells of one row by what they mean. */
export type RowValues = Partial<Record<ImportField, string>>;

/** A fault that is known before any schema looks: the word stands for nothing we know. */
export type Unknown = 'category' | 'language' | 'firstRegistration';

/** Turns the words of a row into what a single preparation would have been typed as. */
export function readRow(values: RowValues, catalogue: Catalogue): { preparation: PreparationInput; unknown: Unknown[] } {
  const language = values.language ? readLanguage(values.language) : 'de';
  const category = values.category ? readCategory(values.category, catalogue) : null;
  const firstRegistration = values.firstRegistration ? readDay(values.firstRegistration) : undefined;
  const unknown: Unknown[] = [
    ...(category === undefined ? ['category' as const] : []),
    ...(language === undefined ? ['language' as const] : []),
    ...(firstRegistration === null ? ['firstRegistration' as const] : []),
  ];
  const { company, email, street, postalCode, city, licensePlate, makeModel, vin, insurer, policyNumber, claimNumber } = values;
  const name = splitName(values.name ?? '');
  return {
    unknown,
    preparation: {
      language: language ?? 'de',
      category: category ?? null,
      reporter: { firstName: values.firstName ?? name.firstName, lastName: values.lastName ?? name.lastName, company, phone: readPhone(values.phone ?? ''), email: email ?? '', street, postalCode, city },
      vehicle: { licensePlate, makeModel, vin: vin ?? '', firstRegistration: firstRegistration ?? '' },
      insurance: { insurer, policyNumber, claimNumber },
    },
  };
}

/** `Köhler, Jana` or `Jana Köhler`. */
function splitName(name: string): { firstName: string; lastName: string } {
  const [last, first] = name.split(',').map((part) => part.trim());
  if (last && first) return { firstName: first, lastName: last };
  const words = name.replace(/^(herrn?|frau|fr\.|hr\.|mr\.?|mrs\.?|ms\.?)\s+/i, '').split(' ');
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' };
}

/** A table keeps a number as a number, and its leading zero or plus is gone. */
function readPhone(typed: string): string {
  const phone = typed.replace(/^tel\.?:?\s*/i, '').replace(/(?<=\d)\.0$/, '');
  if (/^1[5-7]\d[\d ]{7,10}$/.test(phone)) return `0${phone}`;
  if (/^(49|43|41)\d{8,12}$/.test(phone)) return `+${phone}`;
  return phone;
}

function readLanguage(word: string): Language | undefined {
  const folded = word.toLowerCase();
  return languages.find((language) => [...codes[language], languageNames[language], languageLabels[language].de, languageLabels[language].en].some((known) => known.toLowerCase() === folded));
}

/** As other programs shorten them (ISO 639). */
const codes: Record<Language, string[]> = { de: ['de', 'deu', 'ger'], en: ['en', 'eng'], tr: ['tr', 'tur'], pl: ['pl', 'pol'], uk: ['uk', 'ukr'], ar: ['ar', 'ara'] };

function readCategory(word: string, { categories }: Catalogue): string | undefined {
  const folded = word.toLowerCase();
  return categories.find(({ id, label }) => [id, label.de, label.en].some((known) => known.toLowerCase() === folded))?.id;
}

/** `15.03.2021`, `3/2021` or `2021-03-15`; null for anything else. */
function readDay(word: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(word);
  if (iso) return iso[0];
  const [, day, month, year] = /^(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})$/.exec(word) ?? [];
  return month && year ? `${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}` : null;
}
