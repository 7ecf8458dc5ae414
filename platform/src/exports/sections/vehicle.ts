import { driveTypeLabels, vehicleTypeLabels } from '@meldewerk/contract/labels';
import type { WriteSection } from '../section.ts';

export const writeVehicle: WriteSection = ({ report: { vehicle } }) => ({
  title: { de: 'Fahrzeug', en: 'Vehicle' },
  parts: [{
    kind: 'facts',
    facts: [
      [{ de: 'Kennzeichen', en: 'Licence plate' }, vehicle.licensePlate],
      [{ de: 'Land', en: 'Country' }, vehicle.plateCountry],
      [{ de: 'Fahrzeugart', en: 'Kind of vehicle' }, vehicle.type && vehicleTypeLabels[vehicle.type]],
      [{ de: 'Marke und Modell', en: 'Make and model' }, vehicle.makeModel],
      [{ de: 'Erstzulassung', en: 'First registration' }, vehicle.firstRegistration ? { day: vehicle.firstRegistration } : null],
      [{ de: 'FIN', en: 'VIN' }, vehicle.vin],
      [{ de: 'HSN', en: 'HSN' }, vehicle.hsn],
      [{ de: 'TSN', en: 'TSN' }, vehicle.tsn],
      [{ de: 'Kilometerstand', en: 'Odometer (km)' }, vehicle.odometerKm],
      [{ de: 'Antrieb', en: 'Drive' }, vehicle.driveType && driveTypeLabels[vehicle.driveType]],
      [{ de: 'Leasing', en: 'Leased' }, vehicle.leased],
      [{ de: 'Standort', en: 'Location' }, vehicle.location],
    ],
  }],
});
