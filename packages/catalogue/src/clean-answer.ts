import type { AnswerValue } from '@meldewerk/contract/catalogue';
import { cleanTyped } from '@meldewerk/contract/typed-value';
import { isUnanswered } from './facts.ts';

/** An answer as it is stored: text trimmed and free of control characters; blank text and an empty choice are no answer. */
export function cleanAnswer(value: AnswerValue | undefined): AnswerValue | undefined {
  const clean = typeof value === 'string' ? cleanTyped(value) : value;
  return isUnanswered(clean) ? undefined : clean;
}
