import { expect, test } from 'vitest';
import { safetyAdvice, safetyQuestions, type SafetyCheck } from './safety-advice.ts';

const allGood = Object.fromEntries(safetyQuestions.map((question) => [question, 'no'])) as Required<SafetyCheck>;

test.each<[string, SafetyCheck, ReturnType<typeof safetyAdvice>]>([
  ['nothing is wrong', allGood, 'drive'],
  ['somebody is injured', { injured: 'yes' }, 'emergency'],
  ['somebody is injured, whatever else', { ...allGood, injured: 'yes', tyre: 'yes' }, 'emergency'],
  ['the airbag has fired', { injured: 'no', airbag: 'yes' }, 'tow'],
  ['nobody can tell whether fluids leak', { ...allGood, fluids: 'unknown' }, 'tow'],
  ['a light is broken', { ...allGood, lights: 'yes' }, 'careful'],
  ['the bonnet may spring open', { ...allGood, bonnet: 'unknown' }, 'careful'],
  ['something is not answered yet', { ...allGood, tyre: undefined }, null],
  ['nothing is answered', {}, null],
])('when %s', (_case, answers, advice) => {
  expect(safetyAdvice(answers, safetyQuestions)).toBe(advice);
});

test('what was not asked decides nothing', () => {
  expect(safetyAdvice({ ...allGood, airbag: 'yes', injured: 'yes' }, ['steering', 'fluids'])).toBe('drive');
  expect(safetyAdvice({ steering: 'no' }, ['steering'])).toBe('drive');
});
