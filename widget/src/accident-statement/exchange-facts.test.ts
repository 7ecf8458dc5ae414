import { accidentChangesSchema } from '@meldewerk/contract/accident-statement';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deviceRandomness, newDraft } from '../draft.ts';
import { factsForReport, factsForStatement } from './exchange-facts.ts';

test('what the report says already stands in the statement, for the side of who reports, and fits its fields', () => {
  const draft = {
    ...newDraft(deviceRandomness, 'de'),
    answers: { incidentDate: '2026-11-20', incidentTime: '', injured: false, circumstances: ['parked'], incidentPlace: 'x'.repeat(300) },
    vehicle: { licensePlate: ' KA-PA 777 ', plateCountry: 'D' },
    insurance: { insurer: 'Beispiel' },
    reporter: { role: 'driver', firstName: 'Jana', lastName: 'Eins', phone: '0151 1' },
  };
  const facts = factsForStatement(draft);
  expect(facts).toMatchObject({ 'shared.date': '2026-11-20', 'shared.injured': false, 'a.plate': 'KA-PA 777', 'a.driverName': 'Jana Eins', 'a.insurer': 'Beispiel', 'a.circumstances': ['parked'] });
  expect(Object.keys(facts)).not.toContain('a.policyholderName');
  expect(v.is(accidentChangesSchema, facts)).toBe(true);
  expect(factsForStatement(newDraft(deviceRandomness, 'de'))).toEqual({});
});

test('the finished statement answers what the report asks of the other one, whichever side is the customer’s', () => {
  const content = { 'shared.date': '2026-11-20', 'a.plate': 'KA-PA 777', 'a.driverName': 'Jana', 'a.driverPhone': 'jana@kunde.example', 'b.plate': 'S-AB 1', 'b.driverName': 'Łukasz', 'b.driverPhone': '0151 234567', 'b.circumstances': ['parked'] };
  expect(factsForReport({ side: 'a', content })).toEqual({ accidentStatement: true, otherPartyKnown: true, incidentDate: '2026-11-20', otherPartyPlate: 'S-AB 1', otherPartyName: 'Łukasz', otherPartyPhone: '0151 234567' });
  expect(factsForReport({ side: 'b', content })).toEqual({ accidentStatement: true, otherPartyKnown: true, incidentDate: '2026-11-20', otherPartyPlate: 'KA-PA 777', otherPartyName: 'Jana', circumstances: ['parked'] });
});
