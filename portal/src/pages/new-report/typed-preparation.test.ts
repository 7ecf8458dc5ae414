import { preparationSchema } from '@meldewerk/contract/preparation';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { emptyTyped, fieldOfPath, readTyped, typedFrom } from './typed-preparation.ts';

test('one way to reach the customer is all that is needed', () => {
  expect(readTyped({ ...emptyTyped(), phone: '0171 3920010' }).faults).toEqual([]);
  expect(readTyped({ ...emptyTyped(), email: 'petra@beispiel.example' }).faults).toEqual([]);
  expect(readTyped(emptyTyped()).faults).toEqual([{ field: 'phone', kind: 'reach' }]);
});

test('faults come in the order of the page', () => {
  const typed = { ...emptyTyped(), phone: '12', email: 'petra@', vin: 'OOO', hsn: '12', tsn: '12345', odometerKm: 'viele', firstRegistration: '2026-02-31' };
  expect(readTyped(typed).faults.map(({ field }) => field)).toEqual(['phone', 'email', 'firstRegistration', 'vin', 'hsn', 'tsn', 'odometerKm']);
});

test('plates, VIN and kilometres are taken however they are typed', () => {
  const { preparation } = readTyped({ ...emptyTyped(), phone: '0171 3920010', licensePlate: 'ka pa777', odometerKm: '84.300 km' });
  expect(preparation.vehicle).toMatchObject({ licensePlate: 'KA-PA 777', odometerKm: 84_300 });
});

test('what was stored stands in the fields as it was typed', () => {
  const typed = { ...emptyTyped(), firstName: 'Petra', phone: '0171 3920010', licensePlate: 'KA-PA 777', category: 'glass', partnerId: '0b6f1b1e-8a54-4c39-9f6b-2f7a1a0c9d11', orderNumber: 'A 1' };
  expect(typedFrom(v.parse(preparationSchema, readTyped(typed).preparation))).toEqual(typed);
});

test('a fault that the server found is led to its field', () => {
  expect(fieldOfPath('preparation.reporter.phone')).toBe('phone');
  expect(fieldOfPath('vehicle.licensePlate')).toBe('licensePlate');
  expect(fieldOfPath('preparation.partner.id')).toBe('partnerId');
  expect(fieldOfPath('preparation.elsewhere')).toBeUndefined();
});
