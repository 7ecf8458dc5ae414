import type { Category, Shot } from '@meldewerk/contract/catalogue';
import { countingFacts } from './asked-questions.ts';
import { holds } from './condition.ts';
import type { Facts } from './facts.ts';

/** The shots a customer is asked for, in order. */
export function askedShots(category: Category, facts: Facts): Shot[] {
  const counting = countingFacts(category, facts);
  return category.shots.filter((shot) => !shot.when || holds(shot.when, counting));
}
