import { expect, test } from 'vitest';
import { readAmount } from './read-amount.ts';

test.each([
  ['450', 45_000], ['450,5', 45_050], ['1.250,50 €', 125_050], ['1250.50', 125_050], ['1,250.50', 125_050], ['1.250', 125_000], ['0,99', 99], [' 12 000 EUR', 1_200_000],
])('%s is %i cents', (typed, cents) => expect(readAmount(typed)).toBe(cents));

test.each(['', '0', 'abc', '-5', '1,2,3', '12.34.56', '5,555,5', '4,5 0 x'])('%s is no amount', (typed) => expect(readAmount(typed)).toBeNull());
