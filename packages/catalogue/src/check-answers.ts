import type { Answers, AnswerValue, Category, Question } from '@meldewerk/contract/catalogue';
import { emailPattern, isDay, phonePattern, toVin, vinPattern } from '@meldewerk/contract/typed-value';
import { askedQuestions } from './asked-questions.ts';
import { cleanAnswer } from './clean-answer.ts';
import type { Facts } from './facts.ts';

export const answerFaults = ['missing', 'invalid', 'inFuture', 'tooLong', 'tooSmall', 'tooLarge', 'unknownOption'] as const;
export type AnswerFault = { questionId: string; fault: (typeof answerFaults)[number] };
type Fault = AnswerFault['fault'] | undefined;

/**
 * What is wrong with the answers to the asked questions, in reading order, at most one fault a question.
 * @param today calendar day `YYYY-MM-DD` in the workshop's time zone
 */
export function checkAnswers(category: Category, facts: Facts, { today }: { today: string }): AnswerFault[] {
  return askedQuestions(category, facts).flatMap((question) => {
    const fault = faultOf(question, facts.get(question.id), today);
    return fault ? [{ questionId: question.id, fault }] : [];
  });
}

/** The answers worth storing: cleaned, in reading order, without those to questions that are not asked or not known. */
export function keepAsked(category: Category, facts: Facts): Answers {
  return Object.fromEntries(
    askedQuestions(category, facts)
      .filter((question) => question.type !== 'notice')
      .flatMap(({ id }): [string, AnswerValue][] => {
        const value = cleanAnswer(facts.get(id));
        return value === undefined ? [] : [[id, value]];
      }),
  );
}

/** The longest text a question takes, in characters. */
export function maxLengthOf(question: Question): number {
  return question.maxLength ?? defaultMaxLength[question.type] ?? 500;
}

const defaultMaxLength: Partial<Record<Question['type'], number>> = { longText: 4000, email: 254, phone: 25, plate: 20, vin: 40 };

function faultOf(question: Question, raw: AnswerValue | undefined, today: string): Fault {
  if (question.type === 'notice') return undefined;
  const value = cleanAnswer(raw);
  if (value === undefined) return question.required ? 'missing' : undefined;
  switch (question.type) {
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : 'invalid';
    case 'number':
      return Number.isFinite(value) ? boundsFault(question, value as number) : 'invalid';
    case 'money':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? boundsFault(question, value as number) : 'invalid';
    case 'manyOf':
      return Array.isArray(value) ? choicesFault(question, value) : 'invalid';
    default:
      return typeof value === 'string' ? textFault(question, value, today) : 'invalid';
  }
}

function boundsFault({ min, max }: Question, value: number): Fault {
  if (min !== undefined && value < min) return 'tooSmall';
  if (max !== undefined && value > max) return 'tooLarge';
  return undefined;
}

function choicesFault(question: Question, values: string[]): Fault {
  if (new Set(values).size !== values.length) return 'invalid';
  return values.every((value) => hasOption(question, value)) ? undefined : 'unknownOption';
}

function textFault(question: Question, text: string, today: string): Fault {
  switch (question.type) {
    case 'oneOf':
      return hasOption(question, text) ? undefined : 'unknownOption';
    case 'date':
      return dayFault(question, text, today);
    case 'time':
      return unless(/^([01]\d|2[0-3]):[0-5]\d$/.test(text));
  }
  if (text.length > maxLengthOf(question)) return 'tooLong';
  switch (question.type) {
    case 'email':
      return unless(emailPattern.test(text));
    case 'phone':
      return unless(phonePattern.test(text));
    case 'vin':
      return unless(vinPattern.test(toVin(text)));
  }
  return undefined;
}

function dayFault(question: Question, day: string, today: string): Fault {
  // A year such as 0026 is a slip of the date field, not a day anybody means.
  if (!isDay(day) || day < '1900') return 'invalid';
  return question.notInFuture && day > today ? 'inFuture' : undefined;
}

function unless(valid: boolean): Fault {
  return valid ? undefined : 'invalid';
}

function hasOption(question: Question, value: string): boolean {
  return (question.options ?? []).some((option) => option.value === value);
}
