import { expect, test } from 'vitest';
import { insurers } from './insurers.ts';

test('every insurer stands in the list once, in the order in which people look for it', () => {
  expect(new Set(insurers).size).toBe(insurers.length);
  expect(insurers).toEqual(insurers.toSorted((one, other) => one.localeCompare(other, 'de')));
});

test('a name fits into the field it is picked for', () => {
  for (const insurer of insurers) expect(insurer).toMatch(/^\S.{0,118}\S$/);
});
