import { expect, test } from 'vitest';
import { readableUnderWhite } from './brand.ts';

test('a dark brand colour stays as the workshop chose it', () => {
  expect(readableUnderWhite('#1f4e79')).toBe('#1f4e79');
});

test('a bright brand colour is darkened until white text can be read on it', () => {
  // The lightest grey with 4.5 : 1 under white is #767676 (WCAG's own example); one step lighter fails.
  expect(readableUnderWhite('#767676')).toBe('#767676');
  expect(readableUnderWhite('#777777') < '#767676').toBe(true);
  expect(readableUnderWhite('#ffffff') <= '#767676').toBe(true);
});
