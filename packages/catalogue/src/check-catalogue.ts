import type { CatalogueContent, Category, Condition, Question } from '@meldewerk/contract/catalogue';
import { insuranceSchema, reporterSchema, vehicleSchema } from '@meldewerk/contract/report';
import { isBaseFact } from './facts.ts';

/** What is wrong with a catalogue before it is published, one line each for the person who edits it; empty when it is sound. */
export function checkCatalogue(content: CatalogueContent): string[] {
  return [
    ...repeated(content.categories.map(({ id }) => id)).map((id) => `category ${id}: exists twice`),
    ...content.categories.flatMap((category) => [
      ...(content.kind === 'vehicle' ? missingBaseQuestions(category) : []),
      ...checkQuestions(category),
      ...checkShots(category),
    ].map((fault) => `${category.id}: ${fault}`)),
  ];
}

export const baseQuestionIds = ['incidentDate', 'incidentPlace', 'incidentDescription', 'drivable', 'police'] as const;

const baseFacts = new Set(
  Object.entries({ vehicle: vehicleSchema, insurance: insuranceSchema, reporter: reporterSchema }).flatMap(([group, schema]) =>
    Object.keys(schema.entries).map((field) => `${group}.${field}`),
  ),
);

function missingBaseQuestions(category: Category): string[] {
  const present = new Set(category.questions.map(({ id }) => id));
  return baseQuestionIds.filter((id) => !present.has(id)).map((id) => `question ${id} is missing`);
}

function checkQuestions(category: Category): string[] {
  return [
    ...repeated(category.questions.map(({ id }) => id)).map((id) => `question ${id} exists twice`),
    ...category.questions.flatMap((question, position) => [
      ...checkOptions(question),
      ...checkBounds(question),
      ...(question.when ? checkCondition(question.when, category.questions.slice(0, position)) : []),
    ].map((fault) => `question ${question.id}: ${fault}`)),
  ];
}

function checkShots(category: Category): string[] {
  return [
    ...repeated(category.shots.map(({ id }) => id)).map((id) => `shot ${id} exists twice`),
    ...category.shots.flatMap((shot) =>
      (shot.when ? checkCondition(shot.when, category.questions) : []).map((fault) => `shot ${shot.id}: ${fault}`),
    ),
  ];
}

function checkOptions({ type, options }: Question): string[] {
  const chooses = type === 'oneOf' || type === 'manyOf';
  if (!chooses) return options ? ['has options but nothing to choose'] : [];
  if (!options?.length) return ['has no options'];
  return repeated(options.map(({ value }) => value)).map((value) => `option ${value} exists twice`);
}

function checkBounds({ type, required, min, max }: Question): string[] {
  return [
    ...(type === 'notice' && required ? ['a notice cannot be required'] : []),
    ...(min !== undefined && max !== undefined && min > max ? ['min is above max'] : []),
  ];
}

// Looking back only is what lets the engine settle all conditions in one pass.
function checkCondition(condition: Condition, earlier: readonly Question[]): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => checkCondition(part, earlier));
  if ('any' in condition) return condition.any.flatMap((part) => checkCondition(part, earlier));
  if ('not' in condition) return checkCondition(condition.not, earlier);
  if (isBaseFact(condition.fact)) return baseFacts.has(condition.fact) ? [] : [`condition on unknown base field ${condition.fact}`];
  const question = earlier.find(({ id, type }) => id === condition.fact && type !== 'notice');
  if (!question) return [`condition on ${condition.fact}, which is not asked before`];
  if ('empty' in condition) return [];
  const wanted = 'is' in condition ? condition.is : condition.includes;
  return canAnswer(question, condition) ? [] : [`condition on ${condition.fact}, which can never be ${String(wanted)}`];
}

function canAnswer(question: Question, condition: { is: string | number | boolean } | { includes: string }): boolean {
  if ('includes' in condition) return question.type === 'manyOf' && hasOption(question, condition.includes);
  switch (question.type) {
    case 'yesNo':
      return typeof condition.is === 'boolean';
    case 'number':
    case 'money':
      return typeof condition.is === 'number';
    case 'oneOf':
      return hasOption(question, condition.is);
    default:
      return question.type !== 'manyOf' && typeof condition.is === 'string';
  }
}

function hasOption(question: Question, value: unknown): boolean {
  return (question.options ?? []).some((option) => option.value === value);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, position) => ids.indexOf(id) !== position))];
}
