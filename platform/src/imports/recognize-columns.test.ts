import { expect, test } from 'vitest';
import { recognizeColumns } from './recognize-columns.ts';

const fieldsOf = (...headings: string[]) => recognizeColumns([{ number: 1, cells: headings }, { number: 2, cells: headings.map(() => 'x') }]).map(({ field }) => field);

test('German headings as offices write them', () => {
  expect(fieldsOf('Vorname', 'Nachname', 'Handy-Nr.', 'E-Mail-Adresse', 'Straße', 'PLZ', 'Ort', 'Amtl. Kennzeichen', 'FIN', 'Erstzulassung', 'Versicherung', 'Versicherungsschein-Nr.', 'Schaden-Nr.')).toEqual([
    'firstName', 'lastName', 'phone', 'email', 'street', 'postalCode', 'city', 'licensePlate', 'vin', 'firstRegistration', 'insurer', 'policyNumber', 'claimNumber',
  ]);
});

test('headings nobody thought of, by what they have in them', () => {
  expect(fieldsOf('Kfz-Kennz. alt', 'Handynummer Kunde', 'Mailadresse privat', 'SV-Schadennummer')).toEqual(['licensePlate', 'phone', 'email', 'claimNumber']);
});

test('English headings', () => {
  expect(fieldsOf('First name', 'Last Name', 'Mobile', 'email', 'License Plate', 'Vehicle', 'VIN', 'Insurance company', 'Claim No.')).toEqual([
    'firstName', 'lastName', 'phone', 'email', 'licensePlate', 'makeModel', 'vin', 'insurer', 'claimNumber',
  ]);
});

test('"Name" is the whole name, and the family name beside a first name', () => {
  expect(fieldsOf('Name', 'Handy')).toEqual(['name', 'phone']);
  expect(fieldsOf('Name', 'Vorname', 'Handy')).toEqual(['lastName', 'firstName', 'phone']);
});

test('the mobile number is taken where there is a landline as well, whichever comes first', () => {
  expect(fieldsOf('Telefon', 'Mobil')).toEqual([null, 'phone']);
  expect(fieldsOf('Handy', 'Telefon')).toEqual(['phone', null]);
  expect(fieldsOf('Telefon')).toEqual(['phone']);
});

test('make and model in two columns are both read; what is unknown or comes twice is not', () => {
  expect(fieldsOf('Hersteller', 'Modell', 'Straße', 'Hausnummer', 'E-Mail', 'Mail', 'Bemerkung', '')).toEqual(['makeModel', 'makeModel', 'street', 'street', 'email', null, null, null]);
});
