import type { AnswerValue, Answers, Question } from '@meldewerk/contract/catalogue';
import type { Typed, TypedFields } from '../draft.ts';

/** The answer in what was typed. A number or an amount that cannot be read stays text, so that the check can name it. */
export function readAnswer(question: Question, typed: Typed | undefined): AnswerValue | undefined {
  if (typeof typed !== 'string') return typed;
  if (typed.trim() === '') return undefined;
  if (question.type === 'number') return readNumber(typed) ?? typed;
  if (question.type === 'money') return readCents(typed) ?? typed;
  return typed;
}

export function readAnswers(questions: readonly Question[], typed: TypedFields): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    const value = readAnswer(question, typed[question.id]);
    if (value !== undefined) answers[question.id] = value;
  }
  return answers;
}

/** `120.000`, `120 000` and `120000` are the same; `1,5` and `1.5` too. */
export function readNumber(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0']/g, '');
  if (/^-?\d{1,3}([.,]\d{3})+$/.test(plain)) return Number(plain.replace(/[.,]/g, ''));
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** Euro as people write them, in cents: `1.200,50 €`, `1,200.50`, `1200`. */
export function readCents(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0'€]|EUR|,-$|,--$/gi, '');
  const match = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  const [, euros = '', cents = ''] = match;
  return Number(euros.replace(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'));
}
