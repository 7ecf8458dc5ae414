import { channelLabels, coverageLabels, driveTypeLabels, roleLabels, vehicleTypeLabels } from '@meldewerk/contract/labels';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { ReportDetail } from '@meldewerk/contract/report';
import { formatCount, formatDay } from './dates.ts';
import { type Fact, presentFacts } from './mail-block.ts';

/** Everything known about the vehicle, in the order of the form. */
export function vehicleFacts(vehicle: ReportDetail['vehicle'], language: StaffLanguage): Fact[] {
  const de = language === 'de';
  return presentFacts([
    { label: de ? 'Kennzeichen' : 'Licence plate', value: plateOf(vehicle) },
    { label: de ? 'Fahrzeugart' : 'Type of vehicle', value: vehicle.type && vehicleTypeLabels[vehicle.type][language] },
    { label: de ? 'Marke und Modell' : 'Make and model', value: vehicle.makeModel },
    { label: de ? 'Erstzulassung' : 'First registration', value: vehicle.firstRegistration && formatDay(vehicle.firstRegistration, language) },
    { label: de ? 'Fahrgestellnummer (FIN)' : 'Vehicle identification number', value: vehicle.vin },
    { label: 'HSN / TSN', value: [vehicle.hsn, vehicle.tsn].filter(Boolean).join(' / ') },
    { label: de ? 'Kilometerstand' : 'Odometer', value: vehicle.odometerKm === undefined ? undefined : `${formatCount(vehicle.odometerKm, language)} km` },
    { label: de ? 'Antrieb' : 'Drive', value: vehicle.driveType && driveTypeLabels[vehicle.driveType][language] },
    { label: de ? 'Geleast oder finanziert' : 'Leased or financed', value: yesNo(vehicle.leased, language) },
    { label: de ? 'Standort des Fahrzeugs' : 'Where the vehicle is', value: vehicle.location },
  ]);
}

/** Who pays, in the order of the form. */
export function insuranceFacts(insurance: ReportDetail['insurance'], language: StaffLanguage): Fact[] {
  const de = language === 'de';
  return presentFacts([
    { label: de ? 'Abrechnung über' : 'Paid by', value: coverageLabels[insurance.coverage][language] },
    { label: de ? 'Versicherung' : 'Insurer', value: insurance.insurer },
    { label: de ? 'Versicherungsschein-Nr.' : 'Policy number', value: insurance.policyNumber },
    { label: de ? 'Schadennummer' : 'Claim number', value: insurance.claimNumber },
  ]);
}

/** Who reported and how to reach them. */
export function contactFacts(reporter: ReportDetail['reporter'], language: StaffLanguage): Fact[] {
  const de = language === 'de';
  const town = [reporter.postalCode, reporter.city].filter(Boolean).join(' ');
  return presentFacts([
    { label: 'Name', value: `${reporter.firstName} ${reporter.lastName}` },
    { label: de ? 'Firma' : 'Company', value: reporter.company },
    { label: de ? 'Rolle' : 'Role', value: reporter.role && roleLabels[reporter.role][language] },
    { label: de ? 'Telefon' : 'Phone', value: reporter.phoneDisplay ?? reporter.phone },
    { label: de ? 'E-Mail' : 'E-mail', value: reporter.email },
    { label: de ? 'Anschrift' : 'Address', value: [reporter.street, town].filter(Boolean).join('\n') },
    {
      label: de ? 'Am liebsten erreichbar per' : 'Best reached by',
      value: reporter.preferredChannel && channelLabels[reporter.preferredChannel][language],
    },
  ]);
}

function plateOf({ licensePlate, plateCountry }: ReportDetail['vehicle']): string {
  return plateCountry === 'D' ? licensePlate : `${licensePlate} (${plateCountry})`;
}

function yesNo(value: boolean | undefined, language: StaffLanguage): string | undefined {
  if (value === undefined) return undefined;
  if (language === 'de') return value ? 'Ja' : 'Nein';
  return value ? 'Yes' : 'No';
}
