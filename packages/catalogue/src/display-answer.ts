import type { AnswerValue, Question } from '@meldewerk/contract/catalogue';
import type { LocalizedText } from '@meldewerk/contract/language';
import { readLicensePlate } from '@meldewerk/contract/license-plate';

/** An answer as a person reads it: `Ja`, `21.11.2026`, `1.234,50 €`, the labels of the options. A value without an option shows as it is. */
export function displayAnswer(question: Question, value: AnswerValue): LocalizedText {
  if (Array.isArray(value)) {
    const labels = value.map((option) => labelOf(question, option));
    return { de: labels.map((label) => label.de).join(', '), en: labels.map((label) => label.en).join(', ') };
  }
  if (typeof value === 'boolean') return value ? { de: 'Ja', en: 'Yes' } : { de: 'Nein', en: 'No' };
  if (typeof value === 'number') return question.type === 'money' ? displayMoney(value) : displayNumber(value, question.unit);
  switch (question.type) {
    case 'oneOf':
      return labelOf(question, value);
    case 'date':
      return displayDay(value);
    case 'time':
      return { de: `${value} Uhr`, en: value };
    case 'plate':
      return same(readLicensePlate(value).canonical);
    default:
      return same(value);
  }
}

function labelOf(question: Question, value: string): LocalizedText {
  return question.options?.find((option) => option.value === value)?.label ?? same(value);
}

function displayMoney(cents: number): LocalizedText {
  const format = { style: 'currency', currency: 'EUR' } as const;
  return { de: (cents / 100).toLocaleString('de-DE', format), en: (cents / 100).toLocaleString('en-IE', format) };
}

function displayNumber(value: number, unit: string | undefined): LocalizedText {
  const suffix = unit ? ` ${unit}` : '';
  return { de: value.toLocaleString('de-DE') + suffix, en: value.toLocaleString('en-IE') + suffix };
}

function displayDay(day: string): LocalizedText {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return same(day);
  return {
    de: day.split('-').reverse().join('.'),
    en: date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  };
}

function same(text: string): LocalizedText {
  return { de: text, en: text };
}
