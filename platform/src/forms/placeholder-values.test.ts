import { placeholders } from '@meldewerk/contract/form';
import { insuranceSchema, reporterSchema, vehicleSchema } from '@meldewerk/contract/report';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { blanksIn, comparable, missingPaths, placeholderValues, type FormFacts } from './placeholder-values.ts';

const typed = {
  reporter: { role: 'keeper', firstName: ' Jürgen ', lastName: 'Großmann', company: '', phone: '0151 23456789', email: 'Kunde@Example.com', street: 'Amselweg 4', postalCode: '76131', city: 'Karlsruhe' },
  vehicle: { licensePlate: 'ka pa777', makeModel: 'VW Golf', vin: 'wvw zzz-1kzaw000123', firstRegistration: '2019-05-14', hsn: '0603', tsn: 'bgu', odometerKm: 84_300 },
  insurance: { insurer: 'Muster AG', policyNumber: 'KH 1', claimNumber: '' },
};
const facts: FormFacts = {
  ...typed,
  language: 'de',
  day: '2026-11-20',
  reference: 'SM-2026-000123',
  categoryLabel: { de: 'Marderschaden', en: 'Marten damage' },
  incidentDate: '2026-11-19',
  partner: null,
  workshop: { name: 'Karosserie Muster', address: { street: 'Industriestraße 12', postalCode: '76185', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 123456', email: 'info@muster.example' },
};

test('every placeholder has its value, written as people read it', () => {
  expect(placeholderValues([...placeholders], facts)).toEqual({
    'kunde.name': 'Jürgen Großmann', 'kunde.firma': '–', 'kunde.strasse': 'Amselweg 4', 'kunde.plz': '76131', 'kunde.ort': 'Karlsruhe', 'kunde.telefon': '+49 1512 3456789', 'kunde.email': 'kunde@example.com',
    'fahrzeug.kennzeichen': 'KA-PA 777', 'fahrzeug.modell': 'VW Golf', 'fahrzeug.fin': 'WVWZZZ1KZAW000123', 'fahrzeug.erstzulassung': '14.05.2019', 'fahrzeug.hsn': '0603', 'fahrzeug.tsn': 'BGU', 'fahrzeug.kilometer': '84.300',
    'versicherung.name': 'Muster AG', 'versicherung.police': 'KH 1', 'versicherung.schadennummer': null,
    'schaden.datum': '19.11.2026', 'schaden.art': 'Marderschaden', 'meldung.nummer': 'SM-2026-000123', 'partner.name': null, 'partner.auftrag': null,
    'werkstatt.name': 'Karosserie Muster', 'werkstatt.strasse': 'Industriestraße 12', 'werkstatt.plz': '76185', 'werkstatt.ort': 'Karlsruhe', 'werkstatt.telefon': '+49 721 123456', 'werkstatt.email': 'info@muster.example',
    heute: '20.11.2026',
  });
});

test('an English form has English dates, numbers and names of damages', () => {
  expect(placeholderValues(['fahrzeug.kilometer', 'heute', 'schaden.art'], { ...facts, language: 'en' })).toEqual({ 'fahrzeug.kilometer': '84,300', heute: '20/11/2026', 'schaden.art': 'Marten damage' });
});

test('what is typed and what is submitted of it give the same values, or nobody could send what they signed', () => {
  const submitted = { reporter: v.parse(reporterSchema, typed.reporter), vehicle: v.parse(vehicleSchema, typed.vehicle), insurance: v.parse(insuranceSchema, typed.insurance) };
  expect(placeholderValues([...placeholders], { ...facts, ...submitted })).toEqual(placeholderValues([...placeholders], facts));
  expect(placeholderValues(['fahrzeug.kilometer'], { ...facts, vehicle: { odometerKm: '84 300' } })).toEqual({ 'fahrzeug.kilometer': '84.300' });
});

test('with nothing typed the customer is asked for what they can know, and staff see what only they know', () => {
  const nothing = { ...facts, reporter: {}, vehicle: {}, insurance: {}, categoryLabel: null, incidentDate: null };
  expect(missingPaths([...placeholders], nothing)).toEqual([
    'reporter.firstName', 'reporter.lastName', 'reporter.street', 'reporter.postalCode', 'reporter.city',
    'vehicle.licensePlate', 'vehicle.makeModel', 'vehicle.vin', 'vehicle.firstRegistration', 'vehicle.hsn', 'vehicle.tsn', 'vehicle.odometerKm',
    'insurance.insurer', 'insurance.policyNumber', 'answers.incidentDate', 'category',
  ]);
  expect(blanksIn(placeholderValues([...placeholders], nothing))).toEqual(['versicherung.schadennummer', 'partner.name', 'partner.auftrag']);
});

test('neither the day nor a new phone number of the workshop makes another form of it', () => {
  const values = placeholderValues(['kunde.name', 'heute', 'werkstatt.telefon', 'partner.auftrag'], facts);
  expect(comparable(values)).toEqual({ 'kunde.name': 'Jürgen Großmann', 'partner.auftrag': null });
});

test.each([null, 17, {}, ['x'], true, 'x'.repeat(5_000), '\u0000\ud800'])('whatever a device sends as a value (%j) is a text or none', (value) => {
  const odd = Object.fromEntries(Object.keys(typed.reporter).map((key) => [key, value]));
  for (const text of Object.values(placeholderValues([...placeholders], { ...facts, reporter: odd, vehicle: { vin: value, licensePlate: value, odometerKm: value, firstRegistration: value }, insurance: odd }))) {
    expect(text === null || (typeof text === 'string' && text.length <= 401)).toBe(true);
  }
});
