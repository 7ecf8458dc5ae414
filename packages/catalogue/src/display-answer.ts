import type { AnswerValue, Question } from '@meldewerk/contract/catalogue';
import type { LocalizedText } from '@meldewerk/contract/language';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import { inEveryLanguage, localeOf, textIn } from '@meldewerk/contract/text-in';

/** An answer as a person reads it: `Ja`, `21.11.2026`, `1.234,50 €`, the labels of the options. A value without an option shows as it is. */
export function displayAnswer(question: Question, value: AnswerValue): LocalizedText {
  if (Array.isArray(value)) {
    const labels = value.map((option) => labelOf(question, option));
    return inEveryLanguage((language) => labels.map((label) => textIn(label, language)).join(language === 'ar' ? '، ' : ', '));
  }
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return question.type === 'money' ? displayMoney(value) : displayNumber(value, question.unit);
  switch (question.type) {
    case 'oneOf':
      return labelOf(question, value);
    case 'date':
      return displayDay(value);
    case 'time':
      return { ...same(value), de: `${value} Uhr` };
    case 'plate':
      return same(readLicensePlate(value).canonical);
    default:
      return same(value);
  }
}

const yes: LocalizedText = { de: 'Ja', en: 'Yes', tr: 'Evet', pl: 'Tak', uk: 'Так', ar: 'نعم' };
const no: LocalizedText = { de: 'Nein', en: 'No', tr: 'Hayır', pl: 'Nie', uk: 'Ні', ar: 'لا' };

function labelOf(question: Question, value: string): LocalizedText {
  return question.options?.find((option) => option.value === value)?.label ?? same(value);
}

function displayMoney(cents: number): LocalizedText {
  return inEveryLanguage((language) => (cents / 100).toLocaleString(localeOf(language), { style: 'currency', currency: 'EUR' }));
}

function displayNumber(value: number, unit: string | undefined): LocalizedText {
  const suffix = unit ? ` ${unit}` : '';
  return inEveryLanguage((language) => value.toLocaleString(localeOf(language)) + suffix);
}

function displayDay(day: string): LocalizedText {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return same(day);
  return inEveryLanguage((language) =>
    language === 'de' ? day.split('-').reverse().join('.') : date.toLocaleDateString(localeOf(language), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
}

function same(text: string): LocalizedText {
  return inEveryLanguage(() => text);
}
