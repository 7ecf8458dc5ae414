import { expect, test } from 'vitest';
import * as appointment from './appointment.ts';
import * as damage from './damage-labels.ts';
import * as item from './item-labels.ts';
import { languages, type LocalizedText } from './language.ts';
import * as labels from './labels.ts';
import { statusLabels, customerStateLabel, defaultWorkflow } from './workflow.ts';
import { withdrawalStatements } from './withdrawal-statements.ts';

/** Labels that customers read, too. What only staff read has their two languages. */
const read = { ...appointment, ...damage, ...item, ...labels, statusLabels, withdrawalStatements, states: defaultWorkflow.customerStates.map(({ label }) => customerStateLabel(label)) };

test('every label that customers read is there in every language', () => {
  const texts = textsOf(read);
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(languages.filter((language) => !text[language]), text.de).toEqual([]);
});

function textsOf(value: unknown): LocalizedText[] {
  if (typeof value !== 'object' || value === null) return [];
  return isText(value) ? [value] : Object.values(value).flatMap(textsOf);
}

function isText(value: object): value is LocalizedText {
  return 'de' in value && typeof value.de === 'string' && 'en' in value && typeof value.en === 'string';
}
