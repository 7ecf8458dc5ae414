import type { Condition } from '@meldewerk/contract/catalogue';
import { isUnanswered, type Facts } from './facts.ts';

/** Whether a condition is true of the facts. A fact that is not there equals nothing and is empty. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const value = facts.get(condition.fact);
  if ('is' in condition) return value === condition.is;
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes);
  return isUnanswered(value) === condition.empty;
}
