import type { AnswerValue, Category, Question } from '@meldewerk/contract/catalogue';
import { cleanAnswer } from './clean-answer.ts';
import { holds } from './condition.ts';
import { isBaseFact, type Facts } from './facts.ts';

/** The questions (and notices) a customer is shown, in reading order. Answers to questions no longer asked do not count. */
export function askedQuestions(category: Category, facts: Facts): Question[] {
  return resolve(category, facts).asked;
}

/** The facts without answers to questions that are not asked or not known: what conditions may look at. */
export function countingFacts(category: Category, facts: Facts): Facts {
  return resolve(category, facts).counting;
}

// A condition may only look back (checkCatalogue), so one pass in order settles chains of any length.
function resolve(category: Category, facts: Facts) {
  const counting = new Map<string, AnswerValue | undefined>([...facts].filter(([name]) => isBaseFact(name)));
  const asked: Question[] = [];
  for (const question of category.questions) {
    if (question.when && !holds(question.when, counting)) continue;
    asked.push(question);
    if (question.type !== 'notice') counting.set(question.id, cleanAnswer(facts.get(question.id)));
  }
  return { asked, counting };
}
