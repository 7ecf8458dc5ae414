import { msg } from '@lit/localize';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import type { Typed, TypedFields } from '../draft.ts';
import { readNumber } from '../fields/read-typed.ts';
import type { Fault } from '../flow.ts';

/** What keeps the vehicle from being sent. @param today `YYYY-MM-DD` in the workshop's time zone */
export function checkVehicle(vehicle: TypedFields, today: string): Fault[] {
  const text = (field: string) => String(vehicle[field] ?? '').trim();
  const faults: Fault[] = [];
  const fault = (field: string, message: string) => faults.push({ path: `vehicle.${field}`, message });
  if (!text('licensePlate')) {
    fault('licensePlate', msg('Bitte geben Sie das Kennzeichen an.', { id: 'vehicle.plateMissing' }));
  }
  if (text('firstRegistration') > today) {
    fault('firstRegistration', msg('Die Erstzulassung kann nicht in der Zukunft liegen.', { id: 'vehicle.registrationInFuture' }));
  }
  const odometer = text('odometerKm') ? readNumber(text('odometerKm')) : 0;
  if (odometer === undefined || !Number.isInteger(odometer) || odometer < 0 || odometer > 3_000_000) {
    fault('odometerKm', msg('Bitte geben Sie den Kilometerstand als ganze Zahl an, zum Beispiel 84500.', { id: 'vehicle.odometerInvalid' }));
  }
  if (!/^([A-HJ-NPR-Z0-9]{5,17})?$/i.test(text('vin').replace(/[\s-]/g, ''))) {
    fault('vin', msg('Bitte prüfen Sie die Fahrgestellnummer: höchstens 17 Zeichen, ohne I, O und Q.', { id: 'vehicle.vinInvalid' }));
  }
  if (!/^(\d{4})?$/.test(text('hsn'))) {
    fault('hsn', msg('Die HSN hat vier Ziffern (Feld 2.1 im Fahrzeugschein).', { id: 'vehicle.hsnInvalid' }));
  }
  if (!/^([a-z0-9]{3})?$/i.test(text('tsn'))) {
    fault('tsn', msg('Die TSN hat drei Zeichen (die ersten drei im Feld 2.2 im Fahrzeugschein).', { id: 'vehicle.tsnInvalid' }));
  }
  return faults;
}

/** A hint when a plate does not look like a regular German one. It never blocks: others exist. */
export function doubtAboutPlate(typed: Typed | undefined): string | undefined {
  const plate = String(typed ?? '').trim();
  if (plate.length < 3 || readLicensePlate(plate).regularGerman) return undefined;
  return msg('Das sieht nicht wie ein übliches deutsches Kennzeichen aus (Beispiel: KA-PA 777). Wenn es stimmt, können Sie weitermachen.', {
    id: 'vehicle.plateDoubt',
  });
}
