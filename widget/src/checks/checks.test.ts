import { expect, test } from 'vitest';
import { checkContact } from './check-contact.ts';
import { checkVehicle, doubtAboutPlate } from './check-vehicle.ts';

const paths = (faults: { path: string }[]) => faults.map((fault) => fault.path);
const jana = { role: 'keeper', firstName: 'Jana', lastName: 'Beispiel', phone: '+49 171 2345678' };

test('a plate is all the vehicle needs', () => {
  expect(paths(checkVehicle({}, '2026-11-21'))).toEqual(['vehicle.licensePlate']);
  expect(checkVehicle({ licensePlate: 'KA-PA 777' }, '2026-11-21')).toEqual([]);
});

test('each wrong detail of the vehicle is named', () => {
  const vehicle = { licensePlate: 'KA-PA 777', firstRegistration: '2026-11-22', odometerKm: 'viel', vin: 'WVWIOQ', hsn: '12', tsn: 'ABCD' };
  expect(paths(checkVehicle(vehicle, '2026-11-21'))).toEqual(['vehicle.firstRegistration', 'vehicle.odometerKm', 'vehicle.vin', 'vehicle.hsn', 'vehicle.tsn']);
});

test.each(['0-17-1234', 'BP 12-345', 'WI 123 AB'])('an unusual plate such as %s is doubted and not refused', (licensePlate) => {
  expect(doubtAboutPlate(licensePlate)).toBeTruthy();
  expect(checkVehicle({ licensePlate }, '2026-11-21')).toEqual([]);
});

test('a usual plate is not doubted, however it is typed', () => {
  for (const plate of ['KA-PA 777', 'ka pa777', 'M-A 1', 'b-xy 123e', 'ka']) expect(doubtAboutPlate(plate)).toBeUndefined();
});

test('phone or e-mail is enough, and consent is needed', () => {
  expect(checkContact(jana, true)).toEqual([]);
  expect(checkContact({ ...jana, phone: '', email: 'jana@example.com' }, true)).toEqual([]);
  expect(paths(checkContact({ ...jana, phone: ' ' }, false))).toEqual(['reporter.phone', 'privacyConsent']);
});

test.each(['0171 2345678', '0171/2345678', '+49 (0) 171-234 56 78', '0049 171 2345678', '+90 532 000 00 00'])('the phone number %s is taken', (phone) => {
  expect(checkContact({ ...jana, phone }, true)).toEqual([]);
});

test.each(['ja', '12345', 'ruf mich an'])('%s is no phone number', (phone) => {
  expect(paths(checkContact({ ...jana, phone }, true))).toEqual(['reporter.phone']);
});
