import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { expect, test } from 'vitest';
import { checkRows } from './check-rows.ts';
import { readRow, type RowValues } from './read-row.ts';

const catalogue = { version: 1, ...defaultVehicleCatalogue };
const read = (values: RowValues) => readRow(values, catalogue);

test.each([
  ['Köhler, Jana', { firstName: 'Jana', lastName: 'Köhler' }],
  ['Jana Maria Köhler', { firstName: 'Jana Maria', lastName: 'Köhler' }],
  ['Frau Jana Köhler', { firstName: 'Jana', lastName: 'Köhler' }],
  ['Köhler', { firstName: '', lastName: 'Köhler' }],
])('the name %s is parted', (name, parts) => {
  expect(read({ name }).preparation.reporter).toMatchObject(parts);
});

test.each([
  ['1512 3456789', '01512 3456789'],
  ['4915123456789', '+4915123456789'],
  ['Tel.: 0151 23456789', '0151 23456789'],
  ['0151/23456789', '0151/23456789'],
])('the phone number %s gets back what a table took from it', (typed, phone) => {
  expect(read({ phone: typed }).preparation.reporter.phone).toBe(phone);
});

test.each([
  ['15.03.2021', '2021-03-15'], ['5.3.2021', '2021-03-05'], ['03/2021', '2021-03-01'], ['2021-03-15 00:00:00', '2021-03-15'],
])('the day %s is read', (typed, day) => {
  expect(read({ firstRegistration: typed }).preparation.vehicle.firstRegistration).toBe(day);
});

test('kind of damage and language are known by their words, and said when they are not', () => {
  const category = catalogue.categories.find(({ id }) => id === 'marten');
  expect(read({ category: category?.label.de.toUpperCase() ?? '', language: 'Englisch' }).preparation).toMatchObject({ category: 'marten', language: 'en' });
  expect(read({ category: 'Meteorit', language: 'Klingonisch', firstRegistration: 'Frühjahr' }).unknown).toEqual(['category', 'language', 'firstRegistration']);
});

test('a day that does not exist is no first registration', () => {
  const rows = [{ number: 2, cells: ['Jana', '0151 23456789', '31.02.2021'], leftOut: false }];
  const [row] = checkRows(rows, ['name', 'phone', 'firstRegistration'], { catalogue, hasOptedOut: () => false, openReport: () => undefined });
  expect(row?.issues).toMatchObject([{ path: 'firstRegistration' }]);
});

test('columns kept apart are read one after the other', () => {
  const rows = [{ number: 2, cells: ['VW', 'Golf', '0151 23456789'], leftOut: false }];
  const [row] = checkRows(rows, ['makeModel', 'makeModel', 'phone'], { catalogue, hasOptedOut: () => false, openReport: () => undefined });
  expect(row?.preparation?.vehicle.makeModel).toBe('VW Golf');
});
