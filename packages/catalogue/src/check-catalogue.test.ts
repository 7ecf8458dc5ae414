import type { CatalogueContent, Category, Question } from '@meldewerk/contract/catalogue';
import { expect, test } from 'vitest';
import { checkCatalogue } from './check-catalogue.ts';
import { ask, option, shot, text } from './default-vehicle/ask.ts';
import { baseQuestions } from './default-vehicle/base-questions.ts';

function contentOf(questions: Question[], details: Partial<Category> = {}): CatalogueContent {
  const label = text('Eins', 'One');
  return { kind: 'vehicle', categories: [{ id: 'one', icon: 'other', label, hint: label, questions, shots: [], ...details }] };
}
const faultsWith = (...more: Question[]) => checkCatalogue(contentOf([...baseQuestions(), ...more]));

test('a sound catalogue has no faults', () => {
  expect(faultsWith(ask('more', 'text', 'Mehr', 'More', { when: { fact: 'vehicle.vin', empty: true } }))).toEqual([]);
});

test('every base question must be there', () => {
  expect(checkCatalogue(contentOf(baseQuestions().filter(({ id }) => id !== 'drivable')))).toEqual(['one: question drivable is missing']);
});

test('ids are unique', () => {
  const label = text('Bild', 'Picture');
  const content = contentOf([...baseQuestions(), ask('police', 'yesNo', 'Noch einmal?', 'Again?')], {
    shots: [shot('same', label, label), shot('same', label, label)],
  });
  expect(checkCatalogue(content)).toEqual(['one: question police exists twice', 'one: shot same exists twice']);
  expect(checkCatalogue({ ...content, categories: [...contentOf(baseQuestions()).categories, ...contentOf(baseQuestions()).categories] })).toEqual([
    'category one: exists twice',
  ]);
});

test('a condition looks back only, at base fields that exist, for answers that are possible', () => {
  const pick = ask('pick', 'oneOf', 'Was?', 'What?', { options: [option('a', 'Ah', 'Ay')] });
  expect(faultsWith(ask('early', 'text', 'Früh', 'Early', { when: { fact: 'pick', is: 'a' } }), pick)).toEqual([
    'one: question early: condition on pick, which is not asked before',
  ]);
  expect(faultsWith(ask('self', 'yesNo', 'Selbst', 'Self', { when: { not: { fact: 'self', is: true } } }))).toHaveLength(1);
  expect(faultsWith(ask('more', 'text', 'Mehr', 'More', { when: { fact: 'vehicle.wings', empty: true } }))).toEqual([
    'one: question more: condition on unknown base field vehicle.wings',
  ]);
  expect(faultsWith(pick, ask('more', 'text', 'Mehr', 'More', { when: { any: [{ fact: 'pick', is: 'z' }] } }))).toEqual([
    'one: question more: condition on pick, which can never be z',
  ]);
  expect(faultsWith(ask('more', 'text', 'Mehr', 'More', { when: { fact: 'police', is: 'yes' } }))).toHaveLength(1);
});

test('choices have options, and nothing else has', () => {
  expect(faultsWith(ask('pick', 'oneOf', 'Was?', 'What?'))).toEqual(['one: question pick: has no options']);
  expect(faultsWith(ask('pick', 'text', 'Was?', 'What?', { options: [option('a', 'Ah', 'Ay')] }))).toHaveLength(1);
  const twice = [option('a', 'Ah', 'Ay'), option('a', 'Ah', 'Ay')];
  expect(faultsWith(ask('pick', 'manyOf', 'Was?', 'What?', { options: twice }))).toEqual(['one: question pick: option a exists twice']);
});
