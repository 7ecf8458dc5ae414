import type { AnswerValue } from '@meldewerk/contract/catalogue';

/**
 * What is known of a report: answers under their question's id, base fields as `vehicle.vin`, `insurance.coverage`, `reporter.role`.
 * A map, because keys come from outside and must never reach a prototype.
 */
export type Facts = ReadonlyMap<string, AnswerValue | undefined>;

export type FactSources = {
  answers: Readonly<Record<string, AnswerValue | undefined>>;
  vehicle?: object;
  insurance?: object;
  reporter?: object;
};

/** Gathers the facts of a report or of an unfinished draft. An answer can never pose as a base field. */
export function factsOf({ answers, vehicle = {}, insurance = {}, reporter = {} }: FactSources): Facts {
  const facts = new Map<string, AnswerValue | undefined>();
  for (const [questionId, value] of Object.entries(answers)) {
    if (!isBaseFact(questionId)) facts.set(questionId, value);
  }
  for (const [group, fields] of Object.entries({ vehicle, insurance, reporter })) {
    for (const [field, value] of Object.entries(fields)) {
      if (isScalar(value)) facts.set(`${group}.${field}`, value);
    }
  }
  return facts;
}

/** Question ids have no dot, base fields have one. */
export function isBaseFact(name: string): boolean {
  return name.includes('.');
}

/** Blank text and an empty choice are the same as no answer; `false` and `0` are answers. */
export function isUnanswered(value: AnswerValue | undefined): value is undefined {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
