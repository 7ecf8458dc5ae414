import { checkAnswers, keepAsked } from '@meldewerk/catalogue/check-answers';
import { describeFault } from '@meldewerk/catalogue/describe-fault';
import { factsOf } from '@meldewerk/catalogue/facts';
import type { Category } from '@meldewerk/contract/catalogue';
import type { ProvideItem } from '@meldewerk/contract/missing-items';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import type { Values } from './field-values.ts';
import type { ItemRow } from './find-items.ts';

/** The answer to the question that was asked once more, judged as in a submission. Null when it is something else. Throws validationFailed at `answer`. */
export function readAnswer({ tenant, services, spoken }: Scope, category: Category, { subject }: Pick<ItemRow, 'subject'>, input: ProvideItem): Values | null {
  if (!('answer' in input)) return null;
  const question = category.questions.find(({ id }) => id === subject);
  if (!question) throw new Error('a question that was asked for is one of the category');
  const { when: _, ...asked } = question;
  const alone = { ...category, questions: [{ ...asked, required: true }] };
  const facts = factsOf({ answers: { [subject]: input.answer } });
  const [fault] = checkAnswers(alone, facts, { today: dayIn(tenant.settings.timeZone, services.clock.now()) });
  if (fault) throw new ProblemError('validationFailed', { issues: [{ path: 'answer', code: fault.fault, message: describeFault(fault, question, spoken) }] });
  return Object.fromEntries(Object.entries(keepAsked(alone, facts)).map(([id, value]) => [`answers.${id}`, value]));
}
