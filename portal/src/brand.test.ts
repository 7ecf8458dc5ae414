import { expect, test } from 'vitest';
import { readableUnderWhite } from './brand.ts';

test('a dark brand colour stays as the workshop chose it', () => {
  expect(readableUnderWhite('#1f4e79')).toBe('#1f4e79');
});

test('a bright brand colour is darkened until white text can be read on it', () => {
  expect(readableUnderWhite('#ffcc00')).toBe('#8a6d00');
  expect(readableUnderWhite('#ffffff')).toBe('#737373');
});
