import { expect, test } from 'vitest';
import { readLicensePlate, toPlateSearchKey } from './license-plate.ts';

test.each([
  ['ka-pa 777', 'KA-PA 777', 'KAPA777'],
  ['KA PA777', 'KA-PA 777', 'KAPA777'],
  ['ka–pa–777', 'KA-PA 777', 'KAPA777'],
  ['b mw1000', 'B-MW 1000', 'BMW1000'],
  ['tü-a 1h', 'TÜ-A 1H', 'TUEA1H'],
  ['HH-AB 123E', 'HH-AB 123E', 'HHAB123E'],
])('%s is the German plate %s', (typed, canonical, searchKey) => {
  expect(readLicensePlate(typed)).toEqual({ canonical, searchKey, regularGerman: true });
});

test.each(['ZH 123456', 'Y-123 456', '0-1 23', 'AB12 CDE', 'KA-PA 0777', 'KA-PA 77777', 'abc', '京A12345'])('%s is no regular German plate and is kept as typed', (typed) => {
  const plate = readLicensePlate(typed);
  expect(plate.regularGerman).toBe(false);
  expect(plate.canonical).toBe(typed.toUpperCase());
});

test('every spelling of a plate has the same key', () => {
  const spellings = ['MÜ-ÄB 12', 'mue-aeb12', 'MÜ ÄB 12', 'MÜ.ÄB.12', 'Mü--äb  12'];
  expect(new Set(spellings.map(toPlateSearchKey))).toEqual(new Set(['MUEAEB12']));
});
