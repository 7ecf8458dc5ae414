import { expect, test } from 'vitest';
import type { Question } from '@meldewerk/contract/catalogue';
import { readAnswer, readCents, readNumber } from './read-typed.ts';

test.each([
  ['84500', 84500],
  ['84.500', 84500],
  ['84 500', 84500],
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['-3', -3],
  ['viel', undefined],
  ['12km', undefined],
])('the number in %s', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});

test.each([
  ['1.200,50 €', 120050],
  ['1,200.50', 120050],
  ['1200', 120000],
  ['1.200', 120000],
  ['12,5', 1250],
  ['0,99', 99],
  ['300 EUR', 30000],
  ['ungefähr 300', undefined],
])('the amount in %s, in cents', (typed, cents) => {
  expect(readCents(typed)).toBe(cents);
});

test('what cannot be read stays as typed, so that the check can name it', () => {
  const question = { id: 'amount', type: 'money' } as Question;
  expect(readAnswer(question, 'viel')).toBe('viel');
  expect(readAnswer(question, '  ')).toBeUndefined();
  expect(readAnswer(question, undefined)).toBeUndefined();
});
